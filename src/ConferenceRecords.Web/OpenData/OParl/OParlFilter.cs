using System.Globalization;

namespace ConferenceRecords.Web.OpenData.OParl;

/// <summary>The filters of a list. Objects that are gone are in lists with <c>modified_since</c> alone.</summary>
internal sealed record OParlFilter(
    DateTimeOffset? CreatedSince, DateTimeOffset? CreatedUntil, DateTimeOffset? ModifiedSince, DateTimeOffset? ModifiedUntil, string? Cursor, bool IsReadable, string Query)
{
    private static readonly string[] Names = ["created_since", "created_until", "modified_since", "modified_until"];

    /// <summary>Reads the query of a request.</summary>
    public static ValueTask<OParlFilter?> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var isReadable = true;
        var times = Names.Select(name => Time(query[name])).ToList();
        var cursor = query["cursor"];
        var given = string.Concat(Names.Where(query.ContainsKey).Select(name => $"&{name}={Uri.EscapeDataString(query[name].ToString())}"));
        return ValueTask.FromResult<OParlFilter?>(new(times[0], times[1], times[2], times[3], cursor.Count == 0 ? null : cursor.ToString(), isReadable, given));

        DateTimeOffset? Time(string? text)
        {
            if (string.IsNullOrEmpty(text)) return null;
            // A "+" in a query is a blank to most programs that write one by hand.
            if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time;
            isReadable = false;
            return null;
        }
    }

    /// <summary>Whether an object is asked for.</summary>
    public bool Holds(OParlObject o) =>
        !(o.Created < CreatedSince) && !(o.Created > CreatedUntil) && !(o.Modified < ModifiedSince) && !(o.Modified > ModifiedUntil);
}
