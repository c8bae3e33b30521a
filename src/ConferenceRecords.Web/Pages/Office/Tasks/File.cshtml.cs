using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Web.FollowUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>The file of a report, for the Office.</summary>
public sealed class FileModel(RecordsContext records, EvidenceFiles evidence) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid taskId, Guid reportId, CancellationToken cancel) =>
        await evidence.OfAsync(await records.Set<TaskReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == reportId && r.TaskId == taskId, cancel), Response, cancel);
}
