using ConferenceRecords.Domain.Conclusions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Conclusions;

public sealed class SaidDeadlineTests
{
    [Theory]
    [InlineData("Từ nay đến hết năm 2021, tập trung phòng dịch", "Từ nay đến hết năm 2021", "2021-12-31")]
    [InlineData("hoàn thành trong quý I năm 2022", "trong quý I năm 2022", "2022-03-31")]
    [InlineData("xong trước quý II/2022", "trước quý II/2022", "2022-03-31")]
    [InlineData("trình trước ngày 15/12/2021", "trước ngày 15/12/2021", "2021-12-14")]
    [InlineData("chậm nhất là ngày 15 tháng 12 năm 2021 có báo cáo", "chậm nhất là ngày 15 tháng 12 năm 2021", "2021-12-15")]
    [InlineData("đến hết tháng 02/2024 phải xong", "đến hết tháng 02/2024", "2024-02-29")]
    [InlineData("trong 6 tháng đầu năm 2022", "trong 6 tháng đầu năm 2022", "2022-06-30")]
    [InlineData("thời hạn: 31.3.2022", "thời hạn: 31.3.2022", "2022-03-31")]
    [InlineData("trước ngày 15/12 gửi Văn phòng", "trước ngày 15/12", null)]
    [InlineData("trước kỳ họp thứ 4", "trước kỳ họp thứ 4", null)]
    [InlineData("đến hết ngày 31/02/2022", "đến hết ngày 31/02/2022", null)]
    public void In_Text_KeepsTheWords_AndReadsTheLastDay(string text, string words, string? day)
    {
        var said = SaidDeadline.In(text);
        Assert.Equal((words, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), (said?.Words, said?.Day));
    }

    [Theory]
    [InlineData("Rà soát kế hoạch năm 2021 theo quy định")]
    [InlineData("Thực hiện Nghị quyết số 01-NQ/TU ngày 15/12/2020 về chuyển đổi số")]
    [InlineData("Tăng 7,7% so với cùng kỳ, đạt 95,1 triệu đồng/người")]
    public void In_TextWithoutADeadline_IsNothing(string text) => Assert.Null(SaidDeadline.In(text));
}
