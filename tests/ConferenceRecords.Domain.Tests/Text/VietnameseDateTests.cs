using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class VietnameseDateTests
{
    private static readonly Gen<DateOnly> Date = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("05/12/2021")]
    [InlineData("5-12-2021")]
    [InlineData("5.12.2021")]
    [InlineData(" 5 / 12 / 2021 ")]
    [InlineData("ngày 05 tháng 12 năm 2021")]
    [InlineData("Ngày 5 tháng 12, năm 2021")]
    [InlineData("nga\u0300y 5 tha\u0301ng 12 năm\u00A02021")]
    [InlineData("ngày 05/12/2021")]
    [InlineData("Chủ nhật, 05/12/2021")]
    [InlineData("chủ nhật ngày 5 tháng 12 năm 2021")]
    public void TryParse_ReadsDayFirst(string typed)
    {
        Assert.True(VietnameseDate.TryParse(typed, out var date, out var problem));
        Assert.Equal(DateProblem.None, problem);
        Assert.Equal(new DateOnly(2021, 12, 5), date);
    }

    [Theory]
    [InlineData(null, DateProblem.Empty)]
    [InlineData("  ", DateProblem.Empty)]
    [InlineData("31/02/2021", DateProblem.Impossible)]
    [InlineData("29/02/2021", DateProblem.Impossible)]
    [InlineData("12/31/2021", DateProblem.Impossible)]
    [InlineData("00/12/2021", DateProblem.Impossible)]
    [InlineData("05/12/0000", DateProblem.Impossible)]
    [InlineData("31/02", DateProblem.Impossible)]
    [InlineData("31/02/21", DateProblem.Impossible)]
    [InlineData("29/02", DateProblem.MissingYear)]
    [InlineData("05/12", DateProblem.MissingYear)]
    [InlineData("ngày 05 tháng 12", DateProblem.MissingYear)]
    [InlineData("05/12/21", DateProblem.ShortYear)]
    [InlineData("12/2021", DateProblem.MissingDay)]
    [InlineData("tháng 12 năm 2021", DateProblem.MissingDay)]
    [InlineData("thứ Sáu 05/12/2021", DateProblem.WrongWeekday)]
    [InlineData("2021-12-05", DateProblem.NotADate)]
    [InlineData("5/12-2021", DateProblem.NotADate)]
    [InlineData("5/12/20211", DateProblem.NotADate)]
    [InlineData("hôm nay", DateProblem.NotADate)]
    public void TryParse_RefusesTheRest_AndSaysWhy(string? typed, DateProblem expected)
    {
        Assert.False(VietnameseDate.TryParse(typed, out var date, out var problem));
        Assert.Equal(expected, problem);
        Assert.Equal(default, date);
    }

    [Theory]
    [InlineData(2021, 12, 5, "ngày 05 tháng 12 năm 2021", "Chủ nhật 05/12/2021")]
    [InlineData(2021, 12, 3, "ngày 03 tháng 12 năm 2021", "thứ Sáu 03/12/2021")]
    [InlineData(2022, 1, 10, "ngày 10 tháng 01 năm 2022", "thứ Hai 10/01/2022")]
    [InlineData(2022, 2, 28, "ngày 28 tháng 02 năm 2022", "thứ Hai 28/02/2022")]
    [InlineData(2022, 3, 9, "ngày 09 tháng 3 năm 2022", "thứ Tư 09/03/2022")]
    public void Official_AndWithWeekday_FollowTheOfficeForm(int year, int month, int day, string official, string weekday)
    {
        Assert.Equal(official, VietnameseDate.Official(new DateOnly(year, month, day)));
        Assert.Equal(weekday, VietnameseDate.WithWeekday(new DateOnly(year, month, day)));
    }

    [Fact]
    public void EveryWritingOfADate_IsReadBack() => Date.Sample(date =>
    {
        string[] writings =
        [
            VietnameseDate.Official(date), VietnameseDate.WithWeekday(date), VietnameseText.Fold(VietnameseDate.Official(date)),
            $"{date.Day}/{date.Month}/{date.Year:0000}", $"{date.Day:00}-{date.Month:00}-{date.Year:0000}",
        ];
        Assert.All(writings, writing =>
        {
            Assert.True(VietnameseDate.TryParse(writing, out var read, out _), writing);
            Assert.Equal(date, read);
        });
    }, iter: Texts.Cases);

    [Fact]
    public void AWrongWeekday_IsAlwaysSeen() => Gen.Select(Date, Gen.Int[1, 6]).Sample((date, shift) =>
    {
        var other = DateOnly.FromDayNumber((date.DayNumber + shift) % 3_000_000);
        var weekday = VietnameseDate.WithWeekday(other)[..^11];
        Assert.False(VietnameseDate.TryParse(weekday + VietnameseDate.WithWeekday(date)[^11..], out _, out var problem) && other.DayOfWeek != date.DayOfWeek);
        Assert.Equal(other.DayOfWeek == date.DayOfWeek ? DateProblem.None : DateProblem.WrongWeekday, problem);
    }, iter: Texts.Cases);
}
