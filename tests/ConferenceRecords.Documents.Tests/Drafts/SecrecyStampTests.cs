using ConferenceRecords.Documents.Drafts;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Drafts;

public sealed class SecrecyStampTests
{
    [Theory]
    [InlineData("MẬT")]
    [InlineData("Mật")]
    [InlineData("TỐI MẬT")]
    [InlineData("Tuyệt mật")]
    [InlineData("M Ậ T")]
    [InlineData("T Ố I   M Ậ T")]
    [InlineData("T U Y Ệ T\u00A0M Ậ T")]
    [InlineData("MA\u0323\u0302T")]
    [InlineData("M\u200BẬT")]
    [InlineData("[MẬT]")]
    [InlineData("* TỐI MẬT *")]
    [InlineData("  MẬT.  ")]
    [InlineData("Độ mật: Mật")]
    [InlineData("ĐỘ MẬT: TỐI MẬT")]
    [InlineData("Đ Ộ M Ậ T : M Ậ T")]
    [InlineData("\u00D0ộ mật: A")]
    [InlineData("Mức độ mật: Tuyệt mật")]
    [InlineData("Độ mật Tối mật")]
    [InlineData("TỈNH ỦY THÁI NGUYÊN\tMẬT")]
    [InlineData("Độ mật\tTối mật\tHỎA TỐC")]
    [InlineData("| MẬT | HỎA TỐC |")]
    [InlineData("TUYÖT MËT")]
    [InlineData("TèI MËT")]
    [InlineData("TOÁI MAÄT")]
    public void IsIn_FindsAStamp_WhereverItsLineStands(string stamp)
    {
        Assert.True(SecrecyStamp.IsIn(stamp));
        Assert.True(SecrecyStamp.IsIn("BÁO CÁO\r\n" + stamp + "\r\nTốc độ tăng trưởng đạt 6,56%."));
        Assert.True(SecrecyStamp.IsIn("BÁO CÁO\v" + stamp));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Giữ bí mật nhà nước")]
    [InlineData("BÍ MẬT")]
    [InlineData("Bảo mật")]
    [InlineData("BẢO MẬT THÔNG TIN")]
    [InlineData("Mật độ")]
    [InlineData("MẬT ĐỘ DÂN SỐ")]
    [InlineData("HỎA TỐC")]
    [InlineData("Thượng khẩn")]
    [InlineData("Độ mật")]
    [InlineData("Độ mật: Không")]
    [InlineData("Độ mật: không mật.")]
    [InlineData("Độ mật: Thường")]
    [InlineData("Bảo vệ bí\nmật nhà nước, không để lộ\nmật")]
    [InlineData("Tài liệu tối mật không đưa lên mạng")]
    [InlineData("Mật ong")]
    [InlineData("1. Mật độ xây dựng: 40%")]
    [InlineData("Mật ngọt: MẬT")]
    public void IsIn_LeavesOrdinaryWordsAlone(string text) => Assert.False(SecrecyStamp.IsIn(text));

    [Fact]
    public void IsIn_SeesAStampInAnyText_AndNoneWithoutThatLine()
    {
        var line = Gen.OneOf<string>("", "BÁO CÁO", "1.\tTăng 6,56%", "bí mật", "mật độ dân số", "HỎA TỐC", "Độ mật: không", "Đảng bộ | tỉnh", "-----", "🙂", "\uD83D");
        var stamp = Gen.Select(Gen.OneOf<string>("MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật"), Gen.OneOf<string>("", " ", "\u00A0", "\u200B"), Gen.Bool, (text, blank, decomposed) =>
            string.Join(blank, (decomposed ? text.Normalize(System.Text.NormalizationForm.FormD) : text).EnumerateRunes().Select(r => r.ToString())
                .Aggregate(new List<string>(), (letters, rune) =>
                {
                    // A mark stays with its letter.
                    if (letters.Count > 0 && char.GetUnicodeCategory(rune, 0) == System.Globalization.UnicodeCategory.NonSpacingMark) letters[^1] += rune;
                    else letters.Add(rune);
                    return letters;
                })));
        Gen.Select(line.Array[0, 8], line.Array[0, 8], stamp, Gen.OneOf<string>("\n", "\r\n", "\v", "\u2028")).Sample(
            (before, after, mark, end) =>
            {
                Assert.False(SecrecyStamp.IsIn(string.Join(end, before.Concat(after))));
                Assert.True(SecrecyStamp.IsIn(string.Join(end, [.. before, mark, .. after])));
            },
            iter: 5_000);
    }
}
