using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Ủy ban nhân dân", "uy|ban|nhan|dan", "uỷ|ban|nhân|dân")]
    [InlineData("Số 07-KL/TU: đạt 6,56%.", "so|07|kl|tu|dat|6|56", "số|07|kl|tu|đạt|6|56")]
    [InlineData("  Đường  dây\n500 kV ", "duong|day|500|kv", "đường|dây|500|kv")]
    [InlineData("hx\u0301 hòa QUÝ", "hx|hoa|quy", "hx\u0301|hoà|quý")]
    [InlineData("😀 fi 𝐀", "fi|𝐀", "fi|𝐀")]
    [InlineData("… \u0301", "", "")]
    public void Read_GivesEachWordTwice(string text, string folded, string accented)
    {
        var words = Read(text);
        Assert.Equal((folded, accented), (string.Join('|', words.Select(w => w.Folded)), string.Join('|', words.Select(w => w.Accented))));
        Assert.All(words, word => Assert.Equal(word.Accented, VietnameseText.AccentedKey(text[word.Place])));
    }

    [Fact]
    public void Read_AnyText_FoldsAsTheKeyDoes() => Texts.Anything.Select(VietnameseText.Clean).Sample(text =>
    {
        foreach (var (folded, accented, place) in Read(text))
        {
            if (place.End.Value - place.Start.Value > WordReader.Longest / 2) continue;
            Assert.Equal(VietnameseText.Fold(text[place]), folded);
            Assert.Equal(VietnameseText.AccentedKey(text[place]), accented.Normalize());
        }
    }, iter: Texts.Cases);

    private static List<(string Folded, string Accented, Range Place)> Read(string text)
    {
        var words = new List<(string, string, Range)>();
        for (var reader = new WordReader(text, new char[2 * WordReader.Longest]); reader.Read();)
            words.Add((reader.Folded.ToString(), reader.Accented.ToString(), reader.Start..reader.End));
        return words;
    }
}
