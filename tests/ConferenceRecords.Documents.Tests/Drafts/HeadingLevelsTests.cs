using ConferenceRecords.Documents.Drafts;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Drafts;

public sealed class HeadingLevelsTests
{
    [Theory]
    [InlineData("I. A|II. B|III. C", "1 1 1")]
    [InlineData("A. KẾT QUẢ|I. Kinh tế|II. Xã hội|B. NHIỆM VỤ|I. Chung", "1 2 2 1 2")]
    [InlineData("Phần thứ nhất. CHUNG|Chương I. A|Mục 1. B|Điều 1. C|Điều 2. D|Chương II. E|Điều 3. F|Phần thứ hai. G", "1 2 3 4 4 2 3 1")]
    [InlineData("Chương II|TỔ CHỨC BỘ MÁY|Điều 5. Nhiệm vụ", "1 2 3")]
    [InlineData("MỤC TIÊU CHUNG|I. Một", "1 1")] // not "Mục" with a number
    [InlineData("Điều 1. A|Chương I. B", "1 1")]
    [InlineData("", "")]
    public void Of_Headings_NestsByNumbering(string headings, string levels) =>
        Assert.Equal(levels, string.Join(' ', HeadingLevels.Of(headings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Read))));

    private static (string? Marker, string Text) Read(string heading)
    {
        var paragraph = PastedDraft.Split(heading)[0];
        return (paragraph.Marker, paragraph.Text);
    }
}
