using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Conclusions;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The conclusion as the document it would become, marked as a draft: to be looked at, and to be edited in Word and sent back.</summary>
public sealed class DraftModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Records.Conclusions.AsNoTracking().Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel) is not { } conclusion) return NotFound();
        var bundle = await Records.BuildAsync(conclusion, conclusion.EditionCount + 1, clock.GetUtcNow(), cancel);
        Records.Note("conclusion.file", nameof(Domain.Conclusions.Conclusion), conclusion.Id);
        await Records.SaveChangesAsync(cancel);
        Response.Headers.CacheControl = "no-store";
        return File(ConclusionDocument.Write(bundle, isDraft: true), ConclusionDocument.MediaType, $"Dự thảo {VietnameseText.CleanLine(conclusion.Title).Replace('/', '-')}.docx");
    }
}
