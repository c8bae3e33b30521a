using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Pages.Delegates.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>All papers of a session that the delegate may read, as one page to print with a table of contents (D6).</summary>
public sealed class PrintSessionModel(RecordsContext records, DraftTexts texts) : PageModel
{
    [FromQuery(Name = "y-kien")] public bool WithOwn { get; set; }

    public SessionHead Session { get; private set; } = null!;

    public IReadOnlyList<PrintedPaper> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (!await records.SessionsFor(userId).AnyAsync(s => s.Id == id, cancel)) return NotFound();
        Session = (await records.SessionHeadAsync(id, cancel))!;
        var papers = new List<PrintedPaper>();
        foreach (var draft in (await records.DelegateVersionsQuery(userId, null, sessionId: id).ToListAsync(cancel)).Where(v => v.Ordinal == v.Newest))
        {
            papers.Add(new(draft, await texts.OfAsync(records, draft.Id, cancel), WithOwn ? await OwnWords.OfAsync(records, userId, draft, cancel) : null));
            records.Note("draft.read", nameof(DraftVersion), draft.Id);
        }
        await records.SaveChangesAsync(cancel);
        Papers = papers;
        return Page();
    }
}
