using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.FollowUp;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>A page of the Office about one task.</summary>
public abstract class TaskPage(RecordsContext records, TimeProvider clock) : PageModel
{
    protected RecordsContext Records { get; } = records;

    public TaskView Shown { get; private set; } = null!;

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected async Task<FollowUpTask?> LoadAsync(Guid taskId, CancellationToken cancel)
    {
        if (await Records.FollowUpTasks.Include(t => t.Extensions).Include(t => t.Reports).AsSplitQuery().SingleOrDefaultAsync(t => t.Id == taskId, cancel) is not { } task) return null;
        ViewData["Session"] = await Records.SessionHeadAsync(task.SessionId, cancel);
        Shown = new(task, await Records.Agencies.ToDictionaryAsync(a => a.Id, a => a.Name, cancel), Today);
        return task;
    }
}
