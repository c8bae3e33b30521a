using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Drafts;

namespace ConferenceRecords.Web.Imports;

/// <summary>A file or a pasted list that waits in memory to be read; it is nowhere else.</summary>
/// <param name="JobId">Its job.</param>
/// <param name="Hold">The sign that this process has it.</param>
public abstract record ImportUpload(Guid JobId, ImportHold Hold)
{
    /// <summary>Reads it, on a thread of its own.</summary>
    public abstract ImportReading Read(ImportCounter counter, CancellationToken cancel);

    /// <summary>Whether one of the texts carries the mark of a classified paper.</summary>
    protected static bool IsStamped(IEnumerable<string> texts, CancellationToken cancel)
    {
        foreach (var text in texts)
        {
            cancel.ThrowIfCancellationRequested();
            if (SecrecyStamp.IsIn(text)) return true;
        }
        return false;
    }
}

/// <summary>What reading came to: a problem, or the way to keep what was read until its person decides.</summary>
/// <param name="Problem">Stable code of what is wrong; null when it was read.</param>
/// <param name="Keep">Stores what was read with the job.</param>
/// <param name="Place">Where it is wrong.</param>
public sealed record ImportReading(string? Problem, Func<RecordsContext, CancellationToken, Task>? Keep = null, string? Place = null);

/// <summary>How far the reading is.</summary>
public sealed class ImportCounter : IProgress<int>, IProgress<(int Done, int Total)>
{
    private volatile int done, total = -1;

    public int Done => done;

    public int? Total
    {
        get => total < 0 ? null : total;
        set => (total, done) = (value ?? -1, 0);
    }

    public void Report(int value) => done = value;

    public void Report((int Done, int Total) value) => (total, done) = (value.Total, value.Done);
}
