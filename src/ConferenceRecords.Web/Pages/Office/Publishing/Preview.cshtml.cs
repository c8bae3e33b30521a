using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>The public pages as they would be, for those who prepare them.</summary>
public sealed class PreviewModel(RecordsContext records, TimeProvider clock) : ReleasePage(records)
{
    public EditionBundle Bundle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindReleaseAsync(cancel) is not { } release) return NotFound();
        Bundle = await Records.BuildAsync(release, release.EditionCount + 1, clock.GetUtcNow(), cancel);
        return Page();
    }
}
