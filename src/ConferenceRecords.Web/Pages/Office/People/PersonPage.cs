using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>A page about one person of the directory, named in the address by <c>{delegateId}</c>: 404 where there is none.</summary>
public abstract class PersonPage(RecordsContext records) : PageModel
{
    /// <summary>The person; there before any handler runs.</summary>
    public PersonHead Person { get; protected set; } = null!;

    protected RecordsContext Records { get; } = records;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!Guid.TryParse(RouteData.Values["delegateId"] as string, out var id) || await Records.PersonAsync(id, HttpContext.RequestAborted) is not { } person)
        {
            context.Result = new NotFoundResult();
            return;
        }
        Person = person;
        await next();
    }
}
