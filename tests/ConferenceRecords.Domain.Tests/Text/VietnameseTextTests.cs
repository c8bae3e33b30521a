using System.Diagnostics;
using System.Globalization;
using System.Text;
using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("Ðảng bộ, \u0189oàn, ðồng, \u0256ường", "Đảng bộ, Đoàn, đồng, đường")]
    [InlineData("Tỉnh\u00A0ủy\u200B, xây\u00AD dựng\uFEFF", "Tỉnh ủy, xây dựng")]
    [InlineData("một\r\nhai\rba\vbốn\fnăm\u2028sáu", "một\nhai\nba\nbốn\nnăm\nsáu")]
    [InlineData("a\0\u0007\tb\u0001", "a\tb")]
    [InlineData("“mục tiêu kép\" của hân dân ", "“mục tiêu kép\" của hân dân ")]
    [InlineData("hòa khoá", "hòa khoá")]
    public void Clean_RepairsWhatProgramsBreak_AndKeepsTheAuthorsSpelling(string typed, string expected) =>
        Assert.Equal(expected, VietnameseText.Clean(typed));

    // Attributes cannot hold half of a surrogate pair.
    [Fact]
    public void BrokenSurrogates_AreSeenAndReplaced()
    {
        Assert.False(VietnameseText.IsNfc("x\uD83Dy"));
        Assert.Equal("x\uFFFDy\uFFFDz\uD83D\uDE00", VietnameseText.Clean("x\uD83Dy\uDE00z\uD83D\uDE00"));
    }

    [Fact]
    public void CleanLine_CollapsesEveryBlank() =>
        Assert.Equal("Hội nghị lần thứ 12", VietnameseText.CleanLine(" \tHội nghị\r\n\u00A0 lần\vthứ  12\n"));

    [Fact]
    public void Clean_IsIdempotentNfcAndWithoutControls() => Texts.Anything.Sample(text =>
    {
        var clean = VietnameseText.Clean(text);
        Assert.True(VietnameseText.IsNfc(clean));
        Assert.Equal(clean, VietnameseText.Clean(clean));
        Assert.DoesNotContain(clean, c => char.IsControl(c) && c is not ('\n' or '\t'));
        var line = VietnameseText.CleanLine(text);
        Assert.True(VietnameseText.IsNfc(line));
        Assert.Equal(line, VietnameseText.CleanLine(line));
        Assert.DoesNotContain(line, c => char.IsWhiteSpace(c) && c != ' ');
    }, iter: Texts.Cases);

    [Theory]
    [InlineData("Nguyễn", true)]
    [InlineData("Nguye\u0302\u0303n", false)]
    [InlineData("", true)]
    public void IsNfc_TellsTheForms(string text, bool expected) => Assert.Equal(expected, VietnameseText.IsNfc(text));

    [Theory]
    [InlineData("Hội nghị Ban Chấp hành Đảng bộ tỉnh", "hoi nghi ban chap hanh dang bo tinh")]
    [InlineData("ĐƯỜNG  Ðức", "duong duc")]
    [InlineData("01-NQ/TU, 6,56%", "01-nq/tu, 6,56%")]
    public void Fold_GivesTheUnaccentedKey(string text, string expected) => Assert.Equal(expected, VietnameseText.Fold(text));

    [Fact]
    public void Fold_IsIdempotent() => Texts.Anything.Sample(text =>
        Assert.Equal(VietnameseText.Fold(text), VietnameseText.Fold(VietnameseText.Fold(text))), iter: Texts.Cases);

    [Fact]
    public void Fold_IgnoresFormCaseAndTonePlacement() => Texts.Sentence.Sample(text =>
    {
        var expected = VietnameseText.Fold(text);
        Assert.Equal(expected, VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)));
        Assert.Equal(expected, VietnameseText.Fold(text.Normalize(NormalizationForm.FormC).ToUpperInvariant()));
        Assert.Equal(expected, VietnameseText.Fold(Texts.InOlderStyle(text)));
        Assert.DoesNotContain(expected, c => c > '\u007F');
    }, iter: Texts.Cases);

    [Theory]
    [InlineData("khóa XX", "khoá xx")]
    [InlineData("Tỉnh ủy", "tỉnh uỷ")]
    [InlineData("HÒA, khỏe.", "hoà, khoẻ.")]
    [InlineData("sức khỏe\nthủy lợi", "sức khoẻ thuỷ lợi")]
    [InlineData("qúy", "qúy")]
    [InlineData("hòan", "hòan")]
    [InlineData("khoán, Huỳnh, quý, hoàn", "khoán, huỳnh, quý, hoàn")]
    public void AccentedKey_PlacesTheToneOfOpenSyllables(string text, string expected) =>
        Assert.Equal(expected, VietnameseText.AccentedKey(text));

    [Fact]
    public void AccentedKey_KeepsTheTonesApart() =>
        Assert.NotEqual(VietnameseText.AccentedKey("bí thư"), VietnameseText.AccentedKey("bị thu"));

    [Fact]
    public void AccentedKey_IsIdempotentAndFoldsLikeItsText() => Texts.Anything.Sample(text =>
    {
        var key = VietnameseText.AccentedKey(text);
        Assert.Equal(key, VietnameseText.AccentedKey(key));
        Assert.Equal(VietnameseText.Fold(text), VietnameseText.Fold(key));
    }, iter: Texts.Cases);

    [Fact]
    public void TonePlacement_HasTheFifteenPairs_WhichDifferInPlacementAlone()
    {
        Assert.Equal(15, TonePlacement.Pairs.Count);
        Assert.Equal(15, TonePlacement.Pairs.Values.Distinct().Count());
        Assert.All(TonePlacement.Pairs, pair =>
        {
            Assert.NotEqual(pair.Key, pair.Value);
            var (older, newer) = (pair.Key.Normalize(NormalizationForm.FormD), pair.Value.Normalize(NormalizationForm.FormD));
            // The mark moves from behind the first letter to behind the second.
            Assert.Equal($"{older[0]}{older[2]}{older[1]}", newer);
            Assert.Equal(pair.Value, VietnameseText.AccentedKey(pair.Key));
            Assert.Equal("q" + pair.Key, VietnameseText.AccentedKey("q" + pair.Key));
            Assert.Equal(pair.Key + "n", VietnameseText.AccentedKey(pair.Key + "n"));
        });
    }

    [Theory]
    [InlineData("Hội nghị lần thứ 12, khoá XX", "hoi-nghi-lan-thu-12-khoa-xx")]
    [InlineData("  «Đường 5» – 6,56%  ", "duong-5-6-56")]
    [InlineData("…", "")]
    public void Slug_IsKebabCase(string text, string expected) => Assert.Equal(expected, VietnameseText.Slug(text));

    [Fact]
    public void Slug_IsAsciiAndIdempotent() => Texts.Anything.Sample(text =>
    {
        var slug = VietnameseText.Slug(text);
        Assert.Matches("^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$", slug);
        Assert.Equal(slug, VietnameseText.Slug(slug));
    }, iter: Texts.Cases);

    [Fact]
    public void EnsureIcu_SpeaksOnlyInInvariantMode()
    {
        if (IsInvariant())
        {
            Assert.Contains("ICU", Assert.Throws<InvalidOperationException>(VietnameseText.EnsureIcu).Message, StringComparison.Ordinal);
        }
        else
        {
            VietnameseText.EnsureIcu();
        }
    }

    [Fact]
    public async Task EnsureIcu_InAProcessWithoutGlobalization_Throws()
    {
        Assert.SkipWhen(IsInvariant(), "This is the inner run.");
        var start = new ProcessStartInfo(Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet")
        {
            ArgumentList = { "exec", typeof(VietnameseTextTests).Assembly.Location, "-method", $"{typeof(VietnameseTextTests).FullName}.{nameof(EnsureIcu_SpeaksOnlyInInvariantMode)}" },
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
            RedirectStandardOutput = true,
        };
        using var inner = Process.Start(start)!;
        var output = await inner.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await inner.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(inner.ExitCode == 0, output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    private static bool IsInvariant() =>
        Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true"
        || CultureInfo.GetCultures(CultureTypes.AllCultures).Length <= 1;
}
