using System.Globalization;
using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class OrdinalTests
{
    [Theory]
    [InlineData(1, "I")]
    [InlineData(4, "IV")]
    [InlineData(14, "XIV")]
    [InlineData(20, "XX")]
    [InlineData(1994, "MCMXCIV")]
    [InlineData(3999, "MMMCMXCIX")]
    public void RomanNumeral_WritesTheRegularForm(int value, string letters) => Assert.Equal(letters, RomanNumeral.To(value));

    [Fact]
    public void RomanNumeral_ReadsBackAllItWrites()
    {
        for (var value = 1; value <= RomanNumeral.Largest; value++)
        {
            Assert.True(RomanNumeral.TryParse(RomanNumeral.To(value), out var read));
            Assert.Equal(value, read);
            Assert.True(RomanNumeral.TryParse(" " + RomanNumeral.To(value).ToLowerInvariant(), out read));
            Assert.Equal(value, read);
        }
    }

    [Fact]
    public void RomanNumeral_AcceptsTheRegularFormAlone() =>
        Gen.OneOf("IVXLCDM".ToCharArray()).Array[1, 8].Select(letters => new string(letters)).Sample(letters =>
            Assert.Equal(
                RomanNumeral.TryParse(letters, out var value),
                value > 0 && RomanNumeral.To(value) == letters), iter: Texts.Cases);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("IIII")]
    [InlineData("IC")]
    [InlineData("VX")]
    [InlineData("MMMM")]
    [InlineData("X I")]
    [InlineData("XXa")]
    public void RomanNumeral_RefusesTheRest(string? text)
    {
        Assert.False(RomanNumeral.TryParse(text, out var value));
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4000)]
    public void RomanNumeral_OutOfRange_Throws(int value) => Assert.Throws<ArgumentOutOfRangeException>(() => RomanNumeral.To(value));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("05", 5)]
    [InlineData("XX", 20)]
    [InlineData("khóa XX", 20)]
    [InlineData("khoá xiv", 14)]
    [InlineData("Khóa 14", 14)]
    [InlineData("lần thứ 12", 12)]
    [InlineData("thứ nhất", 1)]
    [InlineData("lần thứ  Hai", 2)]
    [InlineData("tư", 4)]
    [InlineData("năm", 5)]
    [InlineData("mười", 10)]
    [InlineData("mười một", 11)]
    [InlineData("mười bốn", 14)]
    [InlineData("mười lăm", 15)]
    [InlineData("hai mươi", 20)]
    [InlineData("hai mươi mốt", 21)]
    [InlineData("hai mươi tư", 24)]
    [InlineData("hai mươi bốn", 24)]
    [InlineData("ba mươi lăm", 35)]
    [InlineData("chín mươi chín", 99)]
    [InlineData("mu\u031Bo\u031B\u0300i hai", 12)]
    public void Ordinal_ReadsDigitsWordsAndRoman(string text, int expected)
    {
        Assert.True(Ordinal.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("4000")]
    [InlineData("12345")]
    [InlineData("-1")]
    [InlineData("mười năm")]
    [InlineData("hai mươi năm")]
    [InlineData("mười mốt")]
    [InlineData("mười tư")]
    [InlineData("một mươi")]
    [InlineData("mươi hai")]
    [InlineData("tư mươi")]
    [InlineData("hai mươi mười")]
    [InlineData("khóa")]
    [InlineData("thứ")]
    [InlineData("lần thứ mấy")]
    [InlineData("XXXX")]
    [InlineData("thứ thứ nhất")]
    public void Ordinal_RefusesTheRest(string? text)
    {
        Assert.False(Ordinal.TryParse(text, out var value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void Ordinal_ReadsOneNumberInThreeWritings() => Gen.Int[1, Ordinal.Largest].Sample(number =>
    {
        string[] writings = [number.ToString(CultureInfo.InvariantCulture), RomanNumeral.To(number), "khóa " + RomanNumeral.To(number), $"lần thứ {number}"];
        Assert.All(writings, writing => Assert.True(Ordinal.TryParse(writing, out var read) && read == number, writing));
    }, iter: Texts.Cases);
}
