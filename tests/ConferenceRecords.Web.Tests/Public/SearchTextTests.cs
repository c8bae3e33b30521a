using ConferenceRecords.Data.Queries;
using ConferenceRecords.Web.Pages.Public;
using Xunit;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class SearchTextTests
{
    [Fact]
    public void Terms_OfATypedText_KnowWordsAndMarks()
    {
        var terms = SearchTerms.Read("  “Chuyển đổi”,  số ")!;
        Assert.Equal(["chuyen", "doi", "so"], terms.Words);
        Assert.Equal((true, false), (terms.HasMarks, terms.IsCut));
        Assert.False(SearchTerms.Read("khoa")!.HasMarks);
        Assert.Equal(SearchTerms.Read("khóa")!.AccentedPhrase, SearchTerms.Read("khoá")!.AccentedPhrase);
    }

    [Fact]
    public void Terms_OfAHugeText_AreCut()
    {
        var terms = SearchTerms.Read(new string('a', 3_000_000))!;
        Assert.Equal((SearchTerms.LongestText, true), (terms.Text.Length, terms.IsCut));
        Assert.Equal(SearchTerms.MostWords, SearchTerms.Read(string.Concat(Enumerable.Repeat("a ", 90)))!.Words.Count);
    }

    [Fact]
    public void Around_ALongText_ShowsThePhraseWithItsSurroundings()
    {
        var text = string.Concat(Enumerable.Repeat("mở đầu ", 60)) + "Chương trình chuyển đổi số, " + string.Concat(Enumerable.Repeat("kết thúc ", 90));
        var stretches = Excerpt.Around(text, SearchTerms.Read("chuyen doi so")!.PlacesIn(text));
        Assert.Equal("chuyển đổi số", Assert.Single(stretches, s => s.IsHit).Text);
        Assert.Equal(("… ", " …"), (stretches[0].Text, stretches[^1].Text));
        Assert.InRange(stretches.Sum(s => s.Text.Length), 300, 440);
    }

    [Fact]
    public void Around_APhrase_MarksItAlone() =>
        Assert.Equal(["số đổi"], Excerpt.Around("đổi mới, số đổi", SearchTerms.Read("so doi")!.PlacesIn("đổi mới, số đổi")).Where(s => s.IsHit).Select(s => s.Text));

    [Fact]
    public void Around_WordsApart_MarksEach() =>
        Assert.Equal(["đổi", "số", "đổi"], Excerpt.Around("đổi mới, số cũ, đổi", SearchTerms.Read("doi so")!.PlacesIn("đổi mới, số cũ, đổi")).Where(s => s.IsHit).Select(s => s.Text));

    [Theory]
    [InlineData("ủy ban", "Uỷ ban nhân dân", 0)]
    [InlineData("ban uỷ", "Ủy ban nhân dân", 1)]
    [InlineData("ủy ban", "Ủy viên ban", 1)]
    [InlineData("ủy ban", "uy ban", 2)]
    [InlineData("ủy ban", "ban của uy", 3)]
    [InlineData("uy ban", "Ủy ban", 2)]
    [InlineData("\"ủy ban\"", "Ủy viên ban", null)]
    [InlineData("07-KL/TU", "Kết luận số 07-KL/TU", 2)]
    [InlineData("07-KL/TU", "07 của TU về KL", null)]
    [InlineData("mọi \"chuyển đổi số\"", "Chuyển đổi số cho mọi người", 1)]
    [InlineData("ban", "bàng", null)]
    public void RankOf_APassage_IsByPhraseAndMarks(string typed, string text, int? rank) => Assert.Equal(rank, SearchTerms.Read(typed)!.RankOf(text));

    [Theory]
    [InlineData("Số 07 - KL/TU", "7-kl/tu")]
    [InlineData("7-kl/tu", "7-kl/tu")]
    [InlineData("156/QĐ-UBND", "156/qd-ubnd")]
    public void KeyOf_ASymbol_IsOneForAllWritings(string symbol, string key) => Assert.Equal(key, DirectHits.KeyOf(symbol));

    [Fact]
    public void Around_AShortText_LosesNothing()
    {
        const string Text = "Dịch COVID-19 khó lường.";
        Assert.Equal(Text, string.Concat(Excerpt.Around(Text, SearchTerms.Read("covid-19")!.PlacesIn(Text)).Select(s => s.Text)));
    }

    [Fact]
    public void Beginning_OfAShortText_IsTheText() => Assert.Equal("ngắn", Excerpt.Beginning("ngắn"));

    [Fact]
    public void Beginning_OfOneEndlessWord_IsCutWithoutHalfACharacter()
    {
        var beginning = Excerpt.Beginning(string.Concat(Enumerable.Repeat("😀", 300)));
        Assert.EndsWith(" …", beginning, StringComparison.Ordinal);
        Assert.True(beginning.IsNormalized());
    }
}
