using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>A page about one draft, named by <c>{draftId}</c> in the address: 404 where there is none, and the session's name in sight.</summary>
public abstract class DraftPage(RecordsContext records) : PageModel
{
    protected RecordsContext Records { get; } = records;

    /// <summary>The draft of the page; there before any handler runs.</summary>
    public DraftHead Draft { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!await LoadDraftAsync(HttpContext.RequestAborted))
        {
            context.Result = new NotFoundResult();
            return;
        }
        ViewData["Session"] = await Records.SessionHeadAsync(Draft.SessionId, HttpContext.RequestAborted);
        await next();
    }

    /// <summary>Loads what is stored now.</summary>
    protected async Task<bool> LoadDraftAsync(CancellationToken cancel)
    {
        if (!Guid.TryParse(RouteData.Values["draftId"] as string, out var id) || await Records.DraftHeadAsync(id, cancel) is not { } draft) return false;
        Draft = draft;
        return true;
    }
}
