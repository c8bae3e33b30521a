using ConferenceRecords.Domain.Text;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Ủy ban nhân dân tỉnh")]
    [InlineData("  Đường  dây\n500 kV ")]
    [InlineData("Dịch COVID-19: 6,56%")]
    [InlineData("Cử tri 😀 đề nghị ﬁ İ")]
    public void Key_OfAText_IsItsFoldedKey(string text) => Assert.Equal(VietnameseText.Fold(text), new FoldedText(text).Key.TrimEnd());

    [Theory]
    [InlineData("Ủy ban  nhân dân", "ban nhan", "ban  nhân")]
    [InlineData("Chương trình chuyển đổi số", "so", "số")]
    [InlineData("đạt 6,56% năm nay", "%", "%")]
    [InlineData("Kỳ họp 😀 đầu", "dau", "đầu")]
    [InlineData("đọc ky\u0323\u0300 nữa", "nua", "nữa")]
    public void Find_AKey_GivesTheTextAsWritten(string text, string key, string expected) =>
        Assert.Equal([expected], new FoldedText(text).Find([key]).Select(place => text[place]));

    [Theory]
    [InlineData("chính quyền", "chi")]
    [InlineData("năm 2022", "22")]
    [InlineData("số", "")]
    public void Find_APartOfAWord_GivesNothing(string text, string key) => Assert.Empty(new FoldedText(text).Find([key]));

    [Fact]
    public void Find_WordsThatOverlap_GivesEachPlaceOnce() =>
        Assert.Equal(["đổi số", "đổi"], new FoldedText("đổi số, đổi").Find(["doi", "doi so", "so"]).Select(place => "đổi số, đổi"[place]));
}
