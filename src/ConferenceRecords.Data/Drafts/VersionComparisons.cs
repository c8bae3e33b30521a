using System.Collections.Concurrent;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Drafts;

/// <summary>
/// Comparisons of versions, kept in memory: versions never change, so a comparison holds for good. One instance serves the whole process. Whoever shows a
/// comparison to a person first checks that the person may read both versions, and notes <c>draft.read</c>.
/// </summary>
/// <param name="mostParagraphs">How many paragraphs of both versions are kept in all; the comparisons that were not asked for longest go first.</param>
public sealed class VersionComparisons(int mostParagraphs = VersionComparisons.DefaultParagraphs)
{
    /// <summary>About a hundred comparisons of long drafts, 50 MB at most.</summary>
    public const int DefaultParagraphs = 100_000;

    private readonly ConcurrentDictionary<(Guid Older, Guid Newer), Kept> kept = new();
    private long asked;

    /// <summary>How many comparisons are kept.</summary>
    public int Count => kept.Count;

    /// <summary>Compares two versions; whoever asks for the same two at the same time waits for the one answer.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="olderVersionId">The older version.</param>
    /// <param name="newerVersionId">The newer version.</param>
    /// <param name="cancel">Cancels this wait.</param>
    /// <returns>The comparison; of a version without paragraphs, or that is not there, everything is added or removed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public async Task<VersionComparison> OfAsync(RecordsContext records, Guid olderVersionId, Guid newerVersionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var key = (olderVersionId, newerVersionId);
        var mine = new Kept();
        var entry = kept.GetOrAdd(key, mine);
        entry.AskedAt = Interlocked.Increment(ref asked);
        if (entry != mine)
        {
            try
            {
                return await entry.Answer.Task.WaitAsync(cancel);
            }
            catch (Exception) when (!cancel.IsCancellationRequested)
            {
                // The one who was first was cancelled or failed: this one tries for itself.
                return await OfAsync(records, olderVersionId, newerVersionId, cancel);
            }
        }

        try
        {
            var older = await ParagraphsAsync(records, olderVersionId, cancel);
            var newer = await ParagraphsAsync(records, newerVersionId, cancel);
            mine.Paragraphs = older.Count + newer.Count;
            var comparison = VersionComparison.Of(older, newer);
            mine.Answer.SetResult(comparison);
            Trim();
            return comparison;
        }
        catch (Exception problem)
        {
            kept.TryRemove(new(key, mine));
            mine.Answer.SetException(problem);
            // Seen here, so that no task is left whose failure nobody looked at.
            _ = mine.Answer.Task.Exception;
            throw;
        }
    }

    private static Task<List<ComparedParagraph>> ParagraphsAsync(RecordsContext records, Guid versionId, CancellationToken cancel) =>
        records.Paragraphs.AsNoTracking().Where(p => p.VersionId == versionId).OrderBy(p => p.Number)
            .Select(p => new ComparedParagraph(p.Id, p.Number, p.Kind, p.Marker, p.Text, p.Table)).ToListAsync(cancel);

    private void Trim()
    {
        var surplus = kept.Values.Sum(k => (long)k.Paragraphs) - mostParagraphs;
        foreach (var (key, entry) in kept.OrderBy(k => k.Value.AskedAt))
        {
            if (surplus <= 0) return;
            if (!entry.Answer.Task.IsCompleted || !kept.TryRemove(new(key, entry))) continue;
            surplus -= entry.Paragraphs;
        }
    }

    private sealed class Kept
    {
        public TaskCompletionSource<VersionComparison> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long AskedAt { get; set; }

        public int Paragraphs { get; set; }
    }
}
