using ConferenceRecords.Web.Publishing;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

public sealed class ChangedWordsTests
{
    [Theory]
    [InlineData("Xuất khẩu tăng trên 18%", "Xuất khẩu tăng gần 18%", "Xuất khẩu tăng", "trên", "gần", "18%")]
    [InlineData("Dịch khó lường", "Dịch phức tạp, khó lường", "Dịch", "", "phức tạp,", "khó lường")]
    [InlineData("năm năm năm", "năm năm", "năm năm", "năm", "", "")]
    [InlineData("", "Đoạn mới", "", "", "Đoạn mới", "")]
    [InlineData("Đoạn cũ", "", "", "Đoạn cũ", "", "")]
    [InlineData("7", "8", "", "7", "8", "")]
    public void Of_TwoTexts_MarksOnlyTheWordsThatDiffer(string before, string after, string start, string removed, string added, string end) =>
        Assert.Equal(new(start, removed, added, end), ChangedWords.Of(before, after));
}
