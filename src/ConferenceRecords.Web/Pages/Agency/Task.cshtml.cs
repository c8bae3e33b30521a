using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.FollowUp;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Agencies;

/// <summary>One task of the agency and its own reports. Whoever leads reports; whoever takes part reads. A task of another agency is not there.</summary>
[RequestSizeLimit(EvidenceFiles.LargestBody)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFiles.LargestBody, MemoryBufferThreshold = EvidenceFiles.LargestBody)]
public sealed class TaskModel(RecordsContext records, TaskReports reports, TimeProvider clock) : PageModel
{
    [BindProperty] public ReportInput Input { get; set; } = ReportInput.New;

    public TaskView Shown { get; private set; } = null!;

    /// <summary>The reports of this agency; another one of the same class has its own.</summary>
    public IReadOnlyList<TaskReport> Reports { get; private set; } = [];

    public bool MayReport { get; private set; }

    private Guid agencyId;

    public async Task<IActionResult> OnGetAsync(Guid taskId, CancellationToken cancel) => await LoadAsync(taskId, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid taskId, CancellationToken cancel)
    {
        if (await LoadAsync(taskId, cancel) is not { } task || !MayReport) return NotFound();
        if (await reports.AddAsync(this, task, Input, agencyId, cancel))
        {
            this.Say(this.Text()["Đã gửi báo cáo đến Văn phòng."]);
            return RedirectToPage(new { taskId });
        }
        records.ChangeTracker.Clear();
        return await LoadAsync(taskId, cancel) is null ? NotFound() : this.Refused();
    }

    private async Task<FollowUpTask?> LoadAsync(Guid taskId, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (!await records.TasksOfAccount(userId).AnyAsync(t => t.Id == taskId, cancel)) return null;
        var agency = await records.Agencies.AsNoTracking().SingleAsync(a => records.Users.Any(u => u.Id == userId && u.AgencyId == a.Id), cancel);
        var task = await records.FollowUpTasks.Include(t => t.Extensions).Include(t => t.Reports).AsSplitQuery().SingleAsync(t => t.Id == taskId, cancel);
        agencyId = agency.Id;
        Reports = [.. task.Reports.Where(r => r.AgencyId == agency.Id).OrderByDescending(r => r.At)];
        MayReport = task.LeadAgencyId is { } lead && (lead == agency.Id || lead == agency.ClassId);
        Shown = new(task, await records.Agencies.ToDictionaryAsync(a => a.Id, a => a.Name, cancel), VietnamTime.DateOf(clock.GetUtcNow()));
        return task;
    }
}
