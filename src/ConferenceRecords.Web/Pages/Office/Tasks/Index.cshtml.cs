using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.FollowUp;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>The register of all tasks (S10): overdue first, by agency, status and session.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    public TaskFilter Filter { get; private set; } = new();

    public IReadOnlyList<TaskRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public TaskCounts Counts { get; private set; } = null!;

    public IReadOnlyList<TaskMonth> Months { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>The sessions that have tasks, the newest first.</summary>
    public IReadOnlyList<SessionHead> Sessions { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = TaskFilter.Of(Request.Query);
        var rows = await records.TaskRowsAsync(Filter.Tasks(records, Today), Today, Filter.After, PageSize + 1, cancel);
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        Counts = await Filter.Scope(records).TaskCountsAsync(Today, cancel);
        Months = await Filter.Scope(records).TaskMonthsAsync(Today, cancel);
        Agencies = await records.AgenciesByNameAsync(cancel);
        var with = await records.StandingTasks().Select(t => t.SessionId).Distinct().ToListAsync(cancel);
        Sessions = [.. (await records.SessionHeadQuery().ToListAsync(cancel)).Where(s => with.Contains(s.Id))];
    }
}
