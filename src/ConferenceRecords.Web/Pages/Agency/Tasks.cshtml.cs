using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Agencies;

/// <summary>The tasks that the agency leads or takes part in, overdue ones first. Those of others are not there.</summary>
public sealed class TasksModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public string? Agency { get; private set; }

    public IReadOnlyList<TaskRow> Rows { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        Agency = await records.Users.Where(u => u.Id == userId).Select(u => records.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.Name).FirstOrDefault()).SingleOrDefaultAsync(cancel);

        // What waits for the Office on a task of a whole class may be another agency's.
        Rows = [.. (await records.TaskRowsAsync(records.TasksOfAccount(userId), Today, null, null, cancel)).Select(t => t with { Waiting = 0 })];
    }
}
