using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>The public pages as they would be, for the second person.</summary>
public sealed class PreviewModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [FromRoute] public Guid ConclusionId { get; set; }

    public SessionBundle Bundle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Review.FindAsync(records, ConclusionId, cancel) is not { } conclusion) return NotFound();
        Bundle = await records.BuildAsync(conclusion, conclusion.EditionCount + 1, clock.GetUtcNow(), cancel);
        ViewData["Session"] = await records.SessionHeadAsync(conclusion.SessionId, cancel);
        return Page();
    }
}
