using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>How the conclusions of all earlier sessions of the body are carried out, when this one meets.</summary>
public sealed class BeforeModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public TaskCounts Counts { get; private set; } = null!;

    /// <summary>The tasks that are not done, by session.</summary>
    public IReadOnlyList<TaskRow> Open { get; private set; } = [];

    public IReadOnlyList<TaskMonth> Months { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var tasks = Records.TasksBefore(Session.Id);
        Counts = await tasks.TaskCountsAsync(Today, cancel);
        Open = await Records.TaskRowsAsync(tasks.Where(t => t.DoneOn == null), Today, null, null, cancel);
        Months = await tasks.TaskMonthsAsync(Today, cancel);
    }
}
