using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Tests.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Drafts;

public sealed class WordDifferenceTests
{
    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.OneOf("tăng", "trưởng", " ", "  ", ", ", ". ", "6,56%", "05/12/2021", "07-KL/TU", "và", "của", "\t", "\n", "-", "(", "🙂", "ngày 05 tháng 12 năm 2021"),
        Gen.String).Array[0, 30].Select(string.Concat);

    [Theory]
    [InlineData("tăng 6,5% so với", "tăng 6,56% so với", "6,5%", "6,56%")]
    [InlineData("đạt 6,5 %.", "đạt 7 %.", "6,5 %", "7 %")]
    [InlineData("Họp 05/12/2021.", "Họp 06/12/2021.", "05/12/2021", "06/12/2021")]
    [InlineData("Kết luận số 07-KL/TU của", "Kết luận số 08-KL/TU của", "07-KL/TU", "08-KL/TU")]
    [InlineData("Số 07 - KL/TU của", "Số 08 - KL/TU của", "07 - KL/TU", "08 - KL/TU")]
    [InlineData("Quyết định 156/QĐ-UBND", "Quyết định 156/QĐ-TTg", "156/QĐ-UBND", "156/QĐ-TTg")]
    [InlineData("Nghị quyết số 01-NQ/TU", "Nghị quyết số 02-NQ/TU", "01-NQ/TU", "02-NQ/TU")]
    [InlineData("Nghị định 95/2021/NĐ-CP", "Nghị định 96/2021/NĐ-CP", "95/2021/NĐ-CP", "96/2021/NĐ-CP")]
    [InlineData("thu 1.234,5 tỷ", "thu 1.234,6 tỷ", "1.234,5", "1.234,6")]
    [InlineData("giảm -0,5 điểm", "giảm -1,5 điểm", "-0,5", "-1,5")]
    [InlineData("lúc 17:00 hôm", "lúc 17:30 hôm", "17:00", "17:30")]
    [InlineData("đến 17h30, hôm", "đến 17h45, hôm", "17h30", "17h45")]
    [InlineData("từ ngày 05 tháng 12 năm 2021, họp", "từ ngày 06 tháng 12 năm 2021, họp", "ngày 05 tháng 12 năm 2021", "ngày 06 tháng 12 năm 2021")]
    [InlineData("giai đoạn 2020-2025", "giai đoạn 2021-2025", "2020", "2021")]
    [InlineData("dịch COVID-19 gây", "dịch COVID-20 gây", "COVID-19", "COVID-20")]
    public void Of_AnotherFigure_IsOnePieceOutAndOneIn(string older, string newer, string deleted, string inserted)
    {
        var changed = WordDifference.Of(older, newer).Where(p => p.Kind != PieceKind.Same);
        Assert.Equal([new(PieceKind.Deleted, deleted), new(PieceKind.Inserted, inserted)], changed);
    }

    [Fact]
    public void Of_AnyTwoTexts_LosesNothingOfEither() => Gen.Select(Any, Any).Sample(
        (older, newer) =>
        {
            var pieces = WordDifference.Of(older, newer);
            Assert.Equal(older, string.Concat(pieces.Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text)));
            Assert.Equal(newer, string.Concat(pieces.Where(p => p.Kind != PieceKind.Deleted).Select(p => p.Text)));
            Assert.DoesNotContain(pieces, p => p.Text.Length == 0);
        },
        iter: Texts.Cases);

    [Fact]
    public void Of_ASentenceReplaced_KeepsNoIslandsOfChance()
    {
        var pieces = WordDifference.Of("Rà soát quy hoạch và bố trí vốn cho dự án.", "Tập trung nguồn lực và đẩy nhanh tiến độ dự án.");
        Assert.Equal("Rà soát quy hoạch và bố trí vốn cho", Assert.Single(pieces, p => p.Kind == PieceKind.Deleted).Text);
        Assert.Equal("Tập trung nguồn lực và đẩy nhanh tiến độ", Assert.Single(pieces, p => p.Kind == PieceKind.Inserted).Text);
    }

    [Fact]
    public void Of_VeryLongTextsWithLittleInCommon_AreReplacedBetweenWhatTheyBeginAndEndWith()
    {
        static string Long(string word) => string.Join(' ', Enumerable.Range(0, 4_000).Select(n => $"{word}{n}"));
        var pieces = WordDifference.Of($"Mở đầu {Long("a")} kết thúc.", $"Mở đầu {Long("b")} kết thúc.");
        Assert.Equal([PieceKind.Same, PieceKind.Deleted, PieceKind.Inserted, PieceKind.Same], pieces.Select(p => p.Kind));
        Assert.Equal("Mở đầu ", pieces[0].Text);
    }

    [Fact]
    public void Of_AFigureBetweenTwoChanges_IsNotReplacedByItself()
    {
        var pieces = WordDifference.Of("Thu ngân sách năm 2021 giảm mạnh hơn", "Chi đầu tư công 2021 tăng đều so");
        Assert.Contains(pieces, p => p.Kind == PieceKind.Same && p.Text.Contains("2021", StringComparison.Ordinal));
    }
}
