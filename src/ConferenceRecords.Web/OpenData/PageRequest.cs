using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ConferenceRecords.Data.Queries;

namespace ConferenceRecords.Web.OpenData;

/// <summary>A part of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">Address of the next part; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>
/// Which part of a list is asked for. A cursor says where the last part ended, in values that never change: nothing is lost or repeated while new things are published.
/// </summary>
internal static class PageRequest
{
    public const int Most = 200, Usual = 50;

    public static bool IsLimit(int? limit) => limit is null or (>= 1 and <= Most);

    public static string Next(HttpRequest request, int? limit, params IEnumerable<object> place)
    {
        var cursor = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', place.Select(p => Convert.ToString(p, CultureInfo.InvariantCulture)))));
        return request.Path + "?cursor=" + cursor + (limit is { } most ? string.Create(CultureInfo.InvariantCulture, $"&limit={most}") : "");
    }

    /// <summary>The place of a session that a cursor holds.</summary>
    public static bool TryRead(string? cursor, out SessionPlace? place) => TryRead(cursor, out place, out _);

    /// <summary>The place of a session that a cursor holds, and a number behind it.</summary>
    public static bool TryRead(string? cursor, out SessionPlace? place, out int number)
    {
        (place, number) = (null, 0);
        if (cursor is null) return true;
        var parts = Parts(cursor);
        if (parts is not [var ticks, var slug, ..] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var created) || created > DateTime.MaxValue.Ticks) return false;
        if (parts.Length > 3 || (parts.Length == 3 && !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out number))) return false;
        place = new(new(created, TimeSpan.Zero), slug);
        return true;
    }

    /// <summary>The position that a cursor of changes holds.</summary>
    public static bool TryReadPosition(string? cursor, out long position)
    {
        position = 0;
        return cursor is null || (Parts(cursor) is [var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position));
    }

    private static string[] Parts(string cursor)
    {
        if (cursor.Length > 400 || !Base64Url.IsValid(cursor)) return [];
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        // The database takes no such letter, and no cursor of ours holds one.
        return text.Any(char.IsControl) || text.Contains('\uFFFD', StringComparison.Ordinal) ? [] : text.Split('|');
    }
}
