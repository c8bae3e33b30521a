using System.Globalization;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Capture;

/// <summary>
/// What was recorded since a page asked last. Rows become visible when their transaction ends, not in the order of their times; so each question looks back
/// a little before the newest row it knows, and the cursor names the rows that were seen there.
/// </summary>
public static class LiveRows
{
    /// <summary>Longer than a save may wait for a lock.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    /// <summary>The keys of new rows and the next cursor; null when there are none. One query, by the index of session and time.</summary>
    public static async Task<(IReadOnlyList<Guid> Ids, string Cursor)?> AfterAsync(IQueryable<Opinion> opinions, string? cursor, CancellationToken cancel)
    {
        var (newest, seen) = Read(cursor);
        var from = newest - Overlap;
        var rows = await opinions.Where(o => o.RecordedAt > from).OrderBy(o => o.RecordedAt).Select(o => new { o.Id, o.RecordedAt }).Take(500).ToListAsync(cancel);
        var ids = rows.Select(o => o.Id).Where(id => !seen.Contains(id)).ToList();
        return ids.Count == 0 ? null : (ids, CursorAt(rows.Select(o => (o.Id, o.RecordedAt))));
    }

    /// <summary>The cursor of a page that shows these rows.</summary>
    public static string CursorAt(IEnumerable<(Guid Id, DateTimeOffset At)> rows)
    {
        var known = rows.ToList();
        var newest = known.Select(o => o.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        return string.Join('.', known.Where(o => o.At > newest - Overlap).Select(o => o.Id.ToString("N")).Prepend(newest.UtcTicks.ToString(CultureInfo.InvariantCulture)));
    }

    private static (DateTimeOffset Newest, HashSet<Guid> Seen) Read(string? cursor)
    {
        var parts = (cursor ?? "").Split('.');
        var isTime = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        var newest = isTime ? new DateTimeOffset(Math.Max(ticks, DateTimeOffset.UnixEpoch.UtcTicks), TimeSpan.Zero) : DateTimeOffset.UnixEpoch;
        return (newest, [.. parts.Skip(1).Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty)]);
    }
}
