using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>The public pages as they would be, for the second person. Having opened them is what an approval asks for.</summary>
public sealed class PreviewModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [FromRoute] public Guid ReleaseId { get; set; }

    public EditionBundle Bundle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await records.ReleaseAsync(ReleaseId, cancel) is not { } release) return NotFound();
        Bundle = await records.BuildAsync(release, release.EditionCount + 1, clock.GetUtcNow(), cancel);
        ViewData["Session"] = await records.SessionHeadAsync(release.SessionId, cancel);
        await records.SeeAsync(User.UserId(), release, Bundle.Fingerprint(), cancel);
        return Page();
    }
}
