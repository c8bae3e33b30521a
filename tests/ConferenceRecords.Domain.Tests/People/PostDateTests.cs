using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Text;
using Xunit;

namespace ConferenceRecords.Domain.Tests.People;

public sealed class PostDateTests
{
    [Theory]
    [InlineData("15/05/2020", false, "2020-05-15", "15/05/2020")]
    [InlineData("05/2020", false, "2020-05-01", "05/2020")]
    [InlineData("5-2020", true, "2020-05-31", "05/2020")]
    [InlineData("tháng 2 năm 2024", true, "2024-02-29", "02/2024")]
    [InlineData("1/5/2020", true, "2020-05-01", "01/05/2020")]
    public void Read_DayOrMonth_AndWritten(string text, bool isLast, string date, string written)
    {
        Assert.True(PostDate.TryParse(text, isLast, out var read, out var problem));
        Assert.Equal((DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), DateProblem.None), (read, problem));
        Assert.Equal(written, PostDate.Write(read, isLast));
    }

    [Theory]
    [InlineData("13/2020", DateProblem.Impossible)]
    [InlineData("31/02/2020", DateProblem.Impossible)]
    [InlineData("05/20", DateProblem.Impossible)]
    [InlineData("2020", DateProblem.NotADate)]
    [InlineData("15/05", DateProblem.MissingYear)]
    [InlineData(" ", DateProblem.Empty)]
    [InlineData(null, DateProblem.Empty)]
    public void Read_NoDate_SaysWhy(string? text, DateProblem problem)
    {
        Assert.False(PostDate.TryParse(text, isLast: false, out _, out var why));
        Assert.Equal(problem, why);
    }
}
