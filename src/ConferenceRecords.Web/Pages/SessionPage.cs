using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages;

/// <summary>A page about one session, named by <c>{id}</c> in the address: 404 where there is none, and its name in a strip that stays in sight.</summary>
public abstract class SessionPage(RecordsContext records) : PageModel
{
    protected RecordsContext Records { get; } = records;

    /// <summary>The session of the page; there before any handler runs.</summary>
    public SessionHead Session { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!Guid.TryParse(RouteData.Values["id"] as string, out var id) || await Records.SessionHeadAsync(id, HttpContext.RequestAborted) is not { } session)
        {
            context.Result = new NotFoundResult();
            return;
        }
        Session = session;
        ViewData[nameof(Session)] = session;
        await next();
    }
}
