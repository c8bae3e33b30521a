using System.Globalization;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Capture;

/// <summary>
/// What was recorded since a page asked last. Rows become visible when their transaction ends, not in the order of their times; so each question looks back
/// a little before the newest row that is known, and the cursor names the rows that were seen there.
/// </summary>
public static class LiveRows
{
    /// <summary>Longest list of rows in a cursor, so that it fits into an address.</summary>
    private const int MostSeen = 150;

    /// <summary>Longer than a save may wait for a lock.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    /// <summary>The keys of new rows and the next cursor; null when there are none. One query, by the index of session and time.</summary>
    public static async Task<(IReadOnlyList<Guid> Ids, string Cursor)?> AfterAsync(IQueryable<Opinion> opinions, string? cursor, CancellationToken cancel)
    {
        var (from, seen) = Read(cursor);
        var rows = await Since(opinions, from).ToListAsync(cancel);
        var ids = rows.Select(o => o.Id).Where(id => !seen.Contains(Short(id))).ToList();
        return ids.Count == 0 ? null : (ids, CursorAt(rows.Select(o => (o.Id, o.At))));
    }

    /// <summary>The question itself: what was recorded from a moment on.</summary>
    public static IQueryable<Row> Since(IQueryable<Opinion> opinions, DateTimeOffset from) =>
        opinions.Where(o => o.RecordedAt >= from).OrderBy(o => o.RecordedAt).ThenBy(o => o.Id).Select(o => new Row(o.Id, o.RecordedAt)).Take(2 * MostSeen);

    /// <summary>The cursor of a page that shows these rows.</summary>
    public static string CursorAt(IEnumerable<(Guid Id, DateTimeOffset At)> rows)
    {
        var known = rows.OrderByDescending(o => o.At).Take(MostSeen).ToList();
        var from = known.Count == 0 ? DateTimeOffset.UnixEpoch : known[0].At - Overlap is var start && known[^1].At > start ? known[^1].At : start;
        return string.Join('.', known.Where(o => o.At >= from).Select(o => Short(o.Id)).Prepend(from.UtcTicks.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The random end of a key: enough to tell the rows of a few seconds apart.</summary>
    private static string Short(Guid id) => id.ToString("N")[^12..];

    private static (DateTimeOffset From, HashSet<string> Seen) Read(string? cursor)
    {
        var parts = (cursor ?? "").Split('.');
        var isTime = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        return (isTime ? new(Math.Max(ticks, DateTimeOffset.UnixEpoch.UtcTicks), TimeSpan.Zero) : DateTimeOffset.UnixEpoch, [.. parts.Skip(1)]);
    }

    /// <summary>A row with its time.</summary>
    /// <param name="Id">Key.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record Row(Guid Id, DateTimeOffset At);
}
