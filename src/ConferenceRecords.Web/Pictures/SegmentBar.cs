using System.Globalization;

namespace ConferenceRecords.Web.Pictures;

/// <summary>One part of a whole on a bar; the places are SVG attributes in per cent.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Middle">Where its label stands.</param>
public readonly record struct Segment(string X, string Width, string Middle);

/// <summary>The parts of a whole, side by side on one bar.</summary>
public static class SegmentBar
{
    /// <summary>Places the parts; each begins exactly where the one before it ends, so that rounding leaves no gap.</summary>
    public static IReadOnlyList<Segment> Of(IReadOnlyList<int> counts)
    {
        var total = counts.Sum();
        var segments = new List<Segment>(counts.Count);
        var (sum, start) = (0, 0m);
        foreach (var count in counts)
        {
            sum += count;
            var end = total == 0 ? 0 : Math.Round(100m * sum / total, 2);
            segments.Add(new(Percent(start), Percent(end - start), Percent((start + end) / 2)));
            start = end;
        }
        return segments;
    }

    /// <summary>A share of the bar as an attribute, whatever the culture.</summary>
    internal static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
