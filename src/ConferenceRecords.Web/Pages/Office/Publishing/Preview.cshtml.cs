using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>The public pages as they would be, for those who prepare them.</summary>
public sealed class PreviewModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public SessionBundle Bundle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var conclusion = await Records.Conclusions.AsNoTracking().Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel);
        if (conclusion is null) return NotFound();
        Bundle = await Records.BuildAsync(conclusion, conclusion.EditionCount + 1, clock.GetUtcNow(), cancel);
        return Page();
    }
}
