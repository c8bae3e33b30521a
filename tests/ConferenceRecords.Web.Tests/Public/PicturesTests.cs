using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Pictures;
using Xunit;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class PicturesTests
{
    [Fact]
    public void SegmentBar_OfThreeParts_LeavesNoGap() =>
        Assert.Equal(
            [new Segment("0%", "66.67%", "33.34%"), new Segment("66.67%", "23.81%", "78.58%"), new Segment("90.48%", "9.52%", "95.24%")],
            SegmentBar.Of([14, 5, 2]));

    [Fact]
    public void SegmentBar_OfNothing_HasNoWidth() => Assert.Equal([new Segment("0%", "0%", "0%")], SegmentBar.Of([0]));

    [Fact]
    public void IndicatorPicture_OfSeveralUnits_DrawsOnlyWhatCanBeCompared()
    {
        var picture = IndicatorPicture.Of(
        [
            Figure("a", 6.5m, "%"), Figure("b", 95.1m, "triệu đồng"), Figure("c", -13m, "%", comparedWith: "dự toán"), Figure("d", 1m, "%", "năm 2022"),
        ]);
        var chart = Assert.Single(picture.Charts);
        Assert.Equal([("a", "50%", 1), ("c", "100%", 2)], chart.Bars.Select(b => (b.Indicator.Name, b.Width, b.Fill)));
        Assert.Equal(["b", "d"], picture.Cards.Select(c => c.Name));
    }

    [Fact]
    public void IndicatorPicture_OfZeros_HasNoWidth() =>
        Assert.All(Assert.Single(IndicatorPicture.Of([Figure("a", 0, "%"), Figure("b", 0, "%")]).Charts).Bars, bar => Assert.Equal("0%", bar.Width));

    [Fact]
    public void Text_OfAnIndicator_DropsNoWord() =>
        Assert.Equal("tăng gần 1.018,5%", IndicatorPicture.Text(new("x", 1018.50m, "%", "", "gần", "tăng", null)));

    private static PublicIndicator Figure(string name, decimal value, string unit, string period = "năm 2021", string? comparedWith = null) =>
        new(name, value, unit, period, null, null, comparedWith);
}
