using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages;

/// <summary>
/// A page about one session, named in the address by <c>{id}</c>, or by <c>{itemId}</c> of one of its contents: 404 where there is none, and its name in a
/// strip that stays in sight.
/// </summary>
public abstract class SessionPage(RecordsContext records) : PageModel
{
    protected RecordsContext Records { get; } = records;

    /// <summary>The session of the page; there before any handler runs.</summary>
    public SessionHead Session { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await FindAsync(HttpContext.RequestAborted) is not { } session)
        {
            context.Result = new NotFoundResult();
            return;
        }
        Session = session;
        ViewData[nameof(Session)] = session;
        await next();
    }

    /// <summary>The session that the address names and the person may know of; null is answered 404.</summary>
    protected virtual async Task<SessionHead?> FindAsync(CancellationToken cancel)
    {
        if (Guid.TryParse(RouteData.Values["itemId"] as string, out var itemId))
        {
            var owner = await Records.AgendaItems.Where(i => i.Id == itemId && i.DiscardedAt == null).Select(i => (Guid?)i.SessionId).SingleOrDefaultAsync(cancel);
            return owner is { } session ? await Records.SessionHeadAsync(session, cancel) : null;
        }
        return Guid.TryParse(RouteData.Values["id"] as string, out var id) ? await Records.SessionHeadAsync(id, cancel) : null;
    }
}
