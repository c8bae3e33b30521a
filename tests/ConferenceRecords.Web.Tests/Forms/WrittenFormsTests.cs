using ConferenceRecords.Web.Forms;
using Xunit;

namespace ConferenceRecords.Web.Tests.Forms;

public sealed class WrittenFormsTests
{
    [Theory]
    [InlineData("17:00", 17, 0)]
    [InlineData(" 8h15 ", 8, 15)]
    [InlineData("17 giờ", 17, 0)]
    [InlineData("9 giờ 05 phút", 9, 5)]
    [InlineData("23H59", 23, 59)]
    [InlineData("7", 7, 0)]
    public void ToHour_ReadsWhatPeopleWrite(string text, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), HourRules.ToHour(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("17:60")]
    [InlineData("17:5")]
    [InlineData("chiều")]
    [InlineData("5 pm")]
    public void ToHour_OfAnythingElse_IsNone(string? text) => Assert.Null(HourRules.ToHour(text));

    [Theory]
    [InlineData(18, "%", "gần", "tăng", "tăng gần 18%")]
    [InlineData(7.4, "%", "vượt gần", null, "vượt gần 7,4%")]
    [InlineData(95.1, "triệu đồng/người", null, null, "95,1 triệu đồng/người")]
    public void Words_DropNothing(decimal value, string unit, string? qualifier, string? direction, string words) => Assert.Equal(words, Figures.Words(value, unit, qualifier, direction));
}
