using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Opinions;

/// <summary>One opinion with its number and time, and what became of it: the receipt after sending, at an address that stays.</summary>
public sealed class ReceiptModel(RecordsContext records, PortalSetup setup, TimeProvider clock) : PageModel
{
    public DelegateOpinion Opinion { get; private set; } = null!;

    public IReadOnlyList<OpinionStep> Steps { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid opinionId, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (await records.DelegateOpinionsQuery(userId, opinionId).SingleOrDefaultAsync(cancel) is not { } opinion
            || await records.OpinionStoryAsync(userId, opinionId, cancel) is not { } story) return NotFound();
        Opinion = opinion;
        Steps = this.Text().Steps(opinion, story, setup.Surfaces.HasFlag(PortalSurfaces.Public));
        return Page();
    }
}
