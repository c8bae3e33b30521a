using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Agenda;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>The newest approved agenda of a session, and what changed since the delegate looked at one before.</summary>
public sealed class AgendaModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "thay-doi", SupportsGet = true)] public bool OnlyChanges { get; set; }

    public DelegateAgenda Newest { get; private set; } = null!;

    /// <summary>The version seen before; 0 on the first look.</summary>
    public int Since { get; private set; }

    /// <summary>The agenda; null before the first approval.</summary>
    public AgendaView? Agenda { get; private set; }

    public static string Letter(int ordinal) => AgendaVersion.Letter(ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (await records.DelegateAgendaQuery(userId, id).SingleOrDefaultAsync(cancel) is not { } newest) return NotFound();
        Newest = newest;
        ViewData["Session"] = await records.SessionHeadAsync(id, cancel);
        if (newest.Newest == 0) return Page();

        Since = await records.LookAsync(newest, clock.GetUtcNow(), cancel);
        if (Request.IsOpenedByAPerson()) await this.SaveAsync(records, cancel);
        var story = await records.DelegateAgendaStoryAsync(userId, id, Since, newest.Newest, cancel);
        Agenda = await AgendaView.OfAsync(records, id, story, paper => $"~/dai-bieu/du-thao/{paper.DraftId}?ban={paper.DraftVersion}", cancel);
        return Page();
    }
}
