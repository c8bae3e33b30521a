using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>
/// A page about one version of a draft: <c>{draftId}</c> in the address, <c>?ban=</c> for an older version. What the delegate may not read is not
/// there (404), and each opening of a text is noted: both before any handler runs.
/// </summary>
public abstract class DraftPage(RecordsContext records, TimeProvider clock) : PageModel
{
    public DelegateVersion Draft { get; private set; } = null!;

    public SessionHead Session { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected RecordsContext Records { get; } = records;

    protected Guid UserId => User.UserId();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var cancel = HttpContext.RequestAborted;
        if (!Guid.TryParse(RouteData.Values["draftId"] as string, out var draftId) || !TryNumber("ban", out var ordinal)
            || await Records.DelegateVersionsQuery(UserId, draftId, ordinal).FirstOrDefaultAsync(cancel) is not { } draft
            || await Records.SessionHeadAsync(draft.SessionId, cancel) is not { } session)
        {
            context.Result = new NotFoundResult();
            return;
        }
        (Draft, Session) = (draft, session);
        if (!HttpMethods.IsPost(Request.Method) && context.HandlerMethod?.Name is null)
        {
            Records.Note("draft.read", nameof(DraftVersion), draft.Id);
            await Records.SaveChangesAsync(cancel);
        }
        await next();
    }

    /// <summary>Reads a number of the query; false when there is something else than a number.</summary>
    protected bool TryNumber(string name, out int? number)
    {
        var typed = Request.Query[name].ToString();
        number = TextRules.ToCount(typed);
        return typed.Length == 0 || number is not null;
    }
}
