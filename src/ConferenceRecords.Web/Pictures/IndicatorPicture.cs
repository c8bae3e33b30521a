using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.Pictures;

/// <summary>A bar.</summary>
/// <param name="Indicator">Its figure.</param>
/// <param name="Width">Its width, an SVG attribute in per cent.</param>
/// <param name="Fill">Number of its colour; another base has another colour.</param>
public sealed record IndicatorBar(PublicIndicator Indicator, string Width, int Fill);

/// <summary>Figures of one unit and one period on one scale.</summary>
public sealed record IndicatorChart(string Unit, string Period, IReadOnlyList<IndicatorBar> Bars);

/// <summary>
/// The figures of a session as a picture: those that share unit and period become bars on one scale, a figure alone in its unit becomes a
/// number card, because a bar without another to compare with says nothing.
/// </summary>
public sealed record IndicatorPicture(IReadOnlyList<IndicatorChart> Charts, IReadOnlyList<PublicIndicator> Cards)
{
    private const int Colours = 3;

    public static IndicatorPicture Of(IReadOnlyList<PublicIndicator> indicators)
    {
        var groups = indicators.GroupBy(i => (i.Unit, i.Period)).ToList();
        return new(
            [.. groups.Where(g => g.Count() > 1).Select(g => new IndicatorChart(g.Key.Unit, g.Key.Period, Bars([.. g])))],
            [.. groups.Where(g => g.Count() == 1).SelectMany(g => g)]);
    }

    /// <summary>The whole figure in words, with what must never be dropped: "tăng gần 18%".</summary>
    public static string Text(PublicIndicator indicator) =>
        Figures.Words(indicator.Value, indicator.Unit, indicator.Qualifier, indicator.Direction);

    private static IndicatorBar[] Bars(IReadOnlyList<PublicIndicator> indicators)
    {
        var largest = indicators.Max(i => Math.Abs(i.Value));
        var bases = indicators.Select(i => i.Base).Distinct().ToList();
        return [.. indicators.Select(i => new IndicatorBar(
            i, SegmentBar.Percent(largest == 0 ? 0 : 100 * Math.Abs(i.Value) / largest), (bases.IndexOf(i.Base) % Colours) + 1))];
    }
}
