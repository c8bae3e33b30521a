using ConferenceRecords.Domain.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

public sealed class DeadlineWordsTests
{
    private static readonly StringLocalizer<SharedText> Text =
        new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    /// <summary>17:00 on Friday 3 December 2021 in Vietnam.</summary>
    private static readonly DateTimeOffset End = new(2021, 12, 3, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2021-12-01T02:00:00Z", "còn 2 ngày, đến 17:00 thứ Sáu 03/12/2021")]
    [InlineData("2021-12-01T16:59:00Z", "còn 2 ngày, đến 17:00 thứ Sáu 03/12/2021")]
    [InlineData("2021-12-01T17:00:00Z", "đến 17:00 ngày mai, thứ Sáu 03/12/2021")] // midnight has passed in Vietnam
    [InlineData("2021-12-02T16:59:59Z", "đến 17:00 ngày mai, thứ Sáu 03/12/2021")]
    [InlineData("2021-12-02T17:00:00Z", "còn 17 giờ, đến 17:00 hôm nay, thứ Sáu 03/12/2021")]
    [InlineData("2021-12-03T09:00:00Z", "còn 1 giờ, đến 17:00 hôm nay, thứ Sáu 03/12/2021")]
    [InlineData("2021-12-03T09:00:01Z", "còn 59 phút, đến 17:00 hôm nay, thứ Sáu 03/12/2021")]
    [InlineData("2021-12-03T09:59:30Z", "còn dưới 1 phút, đến 17:00 hôm nay, thứ Sáu 03/12/2021")]
    [InlineData("2021-12-03T10:00:00Z", "còn dưới 1 phút, đến 17:00 hôm nay, thứ Sáu 03/12/2021")] // the last moment counts
    [InlineData("2021-12-03T10:00:01Z", "đã hết hạn lúc 17:00 thứ Sáu 03/12/2021")]
    [InlineData("2022-12-03T10:00:00Z", "đã hết hạn lúc 17:00 thứ Sáu 03/12/2021")]
    public void Deadline_AtAMoment_SaysWhatIsLeft(string now, string words) =>
        Assert.Equal(words, Text.Deadline(End, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Deadline_WithoutOne_SaysSo() => Assert.Equal("không có hạn", Text.Deadline(null, End));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(200, 1)]
    [InlineData(201, 2)]
    [InlineData(5000, 25)]
    public void ReadingTime_OfWords_RoundsUp(int words, int minutes) => Assert.Equal($"Đọc khoảng {minutes} phút", Text.ReadingTime(words));

    [Fact]
    public void Moment_InTheFirstHoursOfTheYearOne_IsTheFirstMomentThereIs() =>
        Assert.Equal(DateTimeOffset.MinValue, VietnamTime.At(DateOnly.MinValue, TimeOnly.MinValue));
}
