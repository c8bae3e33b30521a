using System.Globalization;
using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class VietnameseNumberTests
{
    private static readonly Gen<decimal> TwoDecimals = Gen.Select(Gen.Long, Gen.Int[0, 2]).Select((units, scale) => units * new decimal(1, 0, 0, false, (byte)scale));

    [Theory]
    [InlineData("6,56", "6.56")]
    [InlineData("6.56", "6.56")]
    [InlineData("6,5", "6.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("12345", "12345")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("007", "7")]
    [InlineData("0,05", "0.05")]
    [InlineData("-6,56", "-6.56")]
    [InlineData("\u22126,56", "-6.56")]
    [InlineData(" 6,56\u00A0% ", "6.56")]
    [InlineData("18%", "18")]
    public void TryParse_ReadsWhatPeopleWrite(string typed, string expected)
    {
        Assert.True(VietnameseNumber.TryParse(typed, out var value, out var problem));
        Assert.Equal(NumberProblem.None, problem);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData(null, NumberProblem.Empty)]
    [InlineData(" ", NumberProblem.Empty)]
    [InlineData("-", NumberProblem.Empty)]
    [InlineData("%", NumberProblem.Empty)]
    [InlineData("6.560", NumberProblem.Ambiguous)]
    [InlineData("6,560", NumberProblem.Ambiguous)]
    [InlineData("123.456", NumberProblem.Ambiguous)]
    [InlineData("0,125", NumberProblem.TooManyDecimals)]
    [InlineData("1234.567", NumberProblem.TooManyDecimals)]
    [InlineData("6,5604", NumberProblem.TooManyDecimals)]
    [InlineData("1.234,567", NumberProblem.TooManyDecimals)]
    [InlineData("1.23.456", NumberProblem.WrongGroups)]
    [InlineData("1.2345,6", NumberProblem.WrongGroups)]
    [InlineData("1..234", NumberProblem.WrongGroups)]
    [InlineData("0.123.456", NumberProblem.WrongGroups)]
    [InlineData("1234.567.890", NumberProblem.WrongGroups)]
    [InlineData("1,234,567", NumberProblem.CommaThousands)]
    [InlineData("1,234.5", NumberProblem.CommaThousands)]
    [InlineData("gần 18%", NumberProblem.NotANumber)]
    [InlineData("1 234", NumberProblem.NotANumber)]
    [InlineData("+5", NumberProblem.NotANumber)]
    [InlineData("--5", NumberProblem.NotANumber)]
    [InlineData(",5", NumberProblem.NotANumber)]
    [InlineData("5,", NumberProblem.NotANumber)]
    [InlineData("5%%", NumberProblem.NotANumber)]
    [InlineData("1e5", NumberProblem.NotANumber)]
    [InlineData("٣", NumberProblem.NotANumber)]
    [InlineData("12345678901234567890123456789", NumberProblem.TooLarge)]
    public void TryParse_RefusesTheRest_AndSaysWhy(string? typed, NumberProblem expected)
    {
        Assert.False(VietnameseNumber.TryParse(typed, out var value, out var problem));
        Assert.Equal(expected, problem);
        Assert.Equal(0, value);
    }

    [Fact]
    public void TryReadBothWays_GivesTheQuestion()
    {
        Assert.True(VietnameseNumber.TryReadBothWays("-6.560%", out var thousands, out var decimals));
        Assert.Equal(-6560, thousands);
        Assert.Equal(-6.56m, decimals);
        Assert.False(VietnameseNumber.TryReadBothWays("6,56", out _, out _));
    }

    [Theory]
    [InlineData("6.56", "6,56", "6,56")]
    [InlineData("1234.5", "1.234,5", "1234,5")]
    [InlineData("-1234567.80", "-1.234.567,8", "-1234567,8")]
    [InlineData("1234", "1.234", "1234")]
    [InlineData("0", "0", "0")]
    [InlineData("0.0000000000000000000000000001", "0,0000000000000000000000000001", "0,0000000000000000000000000001")]
    public void Format_WritesCommaAndDots(string value, string expected, string forInput)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal(expected, VietnameseNumber.Format(number));
        Assert.Equal(forInput, VietnameseNumber.FormatForInput(number));
    }

    [Theory]
    [InlineData("95.1", 2, "95,10")]
    [InlineData("2.345", 2, "2,35")]
    [InlineData("-2.345", 2, "-2,35")]
    [InlineData("1234567.4", 0, "1.234.567")]
    [InlineData("-0.001", 1, "0,0")]
    public void Format_WithDecimals_RoundsAsAccountsDo(string value, int decimals, string expected) =>
        Assert.Equal(expected, VietnameseNumber.Format(decimal.Parse(value, CultureInfo.InvariantCulture), decimals));

    [Fact]
    public void FormatForInput_IsReadBackAsItself() => TwoDecimals.Sample(number =>
    {
        Assert.True(VietnameseNumber.TryParse(VietnameseNumber.FormatForInput(number), out var read, out _));
        Assert.Equal(number, read);
    }, iter: Texts.Cases);

    [Fact]
    public void Format_IsReadBackAsItself_OrAskedAbout() => Gen.OneOf(TwoDecimals, Gen.Decimal, Gen.Int[-2_000_000, 2_000_000].Select(i => i / 100m)).Sample(number =>
    {
        var written = VietnameseNumber.Format(number);
        var known = VietnameseNumber.TryParse(written, out var read, out var problem);
        if (number == Math.Round(number, 2) && Math.Abs(number) < 1e26m)
        {
            var loneThousands = number == Math.Truncate(number) && Math.Abs(number) is >= 1000 and < 1_000_000;
            Assert.Equal(loneThousands ? NumberProblem.Ambiguous : NumberProblem.None, problem);
        }

        Assert.True(!known || read == number, written);
        if (VietnameseNumber.TryReadBothWays(written, out var thousands, out var decimals))
        {
            Assert.Contains(number, new[] { thousands, decimals });
        }
    }, iter: Texts.Cases);

    [Fact]
    public void TryParse_NeverMovesTheDecimalMark()
    {
        // Whatever is read equals the number that the last mark, taken as the writer's only possible decimal mark, says.
        var typed = Gen.OneOf("0123456789..,,-% ".ToCharArray()).Array[1, 12].Select(chars => new string(chars));
        typed.Sample(
            text =>
            {
                if (!VietnameseNumber.TryParse(text, out var value, out _))
                {
                    return;
                }

                var bare = text.Trim(' ', '-', '%');
                var last = bare.LastIndexOfAny(['.', ',']);
                var after = last < 0 ? 0 : bare.Length - 1 - last;
                var digits = decimal.Parse(string.Concat(bare.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
                var expected = after switch { 1 => digits / 10, 2 => digits / 100, _ => digits };
                Assert.Equal(expected, Math.Abs(value));
                Assert.True(after is 0 or 1 or 2 || bare.Count(c => c == '.') > 1, text);
            },
            iter: 100_000);
    }

    [Fact]
    public void Format_OfNegativeZero_HasNoSign()
    {
        Assert.True(VietnameseNumber.TryParse("-0,0", out var value, out _));
        Assert.Equal(("0", "0", "0,0"), (VietnameseNumber.Format(value), VietnameseNumber.FormatForInput(value), VietnameseNumber.Format(value, 1)));
    }

    [Fact]
    public void TryParse_DoesNotDependOnTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "vi-VN", "en-US", "" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.True(VietnameseNumber.TryParse("6.56", out var value, out _));
                Assert.Equal(6.56m, value);
                Assert.Equal("1.234,5", VietnameseNumber.Format(1234.5m));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
