using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.FollowUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Agencies;

/// <summary>The file of one of the agency's own reports.</summary>
public sealed class TaskFileModel(RecordsContext records, EvidenceFiles evidence) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid taskId, Guid reportId, CancellationToken cancel)
    {
        var userId = User.UserId();
        var report = await records.Set<TaskReport>().AsNoTracking().SingleOrDefaultAsync(
            r => r.Id == reportId && r.TaskId == taskId && records.TasksOfAccount(userId).Any(t => t.Id == r.TaskId) && records.Users.Any(u => u.Id == userId && u.AgencyId == r.AgencyId), cancel);
        return await evidence.OfAsync(report, Response, cancel);
    }
}
