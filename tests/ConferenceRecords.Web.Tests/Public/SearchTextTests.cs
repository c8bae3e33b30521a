using ConferenceRecords.Data.Queries;
using ConferenceRecords.Web.Pages.Public;
using Xunit;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("khóa", "%khóa%")]
    [InlineData("6,56%", @"%6,56\%%")]
    [InlineData(@"a_b\c", @"%a\_b\\c%")]
    public void Containing_AnyText_IsLiteral(string text, string pattern) => Assert.Equal(pattern, SearchTerms.Containing(text));

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
        var stretches = Excerpt.Around(text, "chuyen doi so", ["chuyen", "doi", "so"]);
        Assert.Equal("chuyển đổi số", Assert.Single(stretches, s => s.IsHit).Text);
        Assert.Equal(("… ", " …"), (stretches[0].Text, stretches[^1].Text));
        Assert.InRange(stretches.Sum(s => s.Text.Length), 300, 440);
    }

    [Fact]
    public void Around_WordsApart_MarksEach() =>
        Assert.Equal(["đổi", "số", "đổi"], Excerpt.Around("đổi mới, số đổi", "so doi moi", ["doi", "so"]).Where(s => s.IsHit).Select(s => s.Text));

    [Fact]
    public void Around_AShortText_LosesNothing()
    {
        const string Text = "Dịch COVID-19 khó lường.";
        Assert.Equal(Text, string.Concat(Excerpt.Around(Text, "covid-19", ["covid-19"]).Select(s => s.Text)));
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
