using ConferenceRecords.Domain.Sessions;
using Xunit;
using static ConferenceRecords.Domain.Sessions.FigureVerdict;

namespace ConferenceRecords.Domain.Tests.Sessions;

public sealed class StatedFigureTests
{
    [Theory]
    [InlineData("trên", 50, Differs, 51, Agrees)]
    [InlineData("Hơn", 50, Differs, 53, Agrees)]
    [InlineData("gần", 50, Differs, 49, Agrees)]
    [InlineData("gần", 44, Differs, 45, Agrees)]
    [InlineData("khoảng", 44, Differs, 45, Agrees)]
    [InlineData("khoảng", 56, Differs, 55, Agrees)]
    [InlineData("không dưới", 49, Differs, 50, Agrees)]
    [InlineData("ít nhất", 49, Differs, 50, Agrees)]
    [InlineData("tối đa", 51, Differs, 50, Agrees)]
    [InlineData("dưới", 50, Differs, 49, Agrees)]
    [InlineData("đạt", 51, Differs, 50, Agrees)]
    [InlineData(null, 49, Differs, 50, Agrees)]
    [InlineData(" ", 51, Differs, 50, Agrees)]
    [InlineData("vượt gần", 50, Unclear, 51, Unclear)]
    [InlineData("hàng", 50, Unclear, 0, Unclear)]
    public void Judge_ReadsTheQualifier(string? qualifier, int one, FigureVerdict ofOne, int other, FigureVerdict ofOther)
    {
        var figure = new StatedFigure(50, qualifier);
        Assert.Equal((ofOne, ofOther), (figure.Judge(one), figure.Judge(other)));
    }

    [Fact]
    public void ToString_KeepsTheQualifier() => Assert.Equal(("trên 50", "21"), (new StatedFigure(50, "trên").ToString(), new StatedFigure(21).ToString()));
}
