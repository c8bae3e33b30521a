using System.Text;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Drafts;

public sealed class PastedDraftTests
{
    [Theory]
    [InlineData("Phần thứ nhất", null, "Phần thứ nhất")]
    [InlineData("PHẦN THỨ HAI: MỤC TIÊU", "PHẦN THỨ HAI:", "MỤC TIÊU")]
    [InlineData("Phần thứ mười lăm. Tổ chức thực hiện", "Phần thứ mười lăm.", "Tổ chức thực hiện")]
    [InlineData("Phần thứ nhất KẾT QUẢ NĂM 2021", "Phần thứ nhất", "KẾT QUẢ NĂM 2021")]
    [InlineData("Chương II", null, "Chương II")]
    [InlineData("CHƯƠNG II NHỮNG QUY ĐỊNH CHUNG", "CHƯƠNG II", "NHỮNG QUY ĐỊNH CHUNG")]
    [InlineData("Mục 1. Quy định", "Mục 1.", "Quy định")]
    [InlineData("Điều 5.\tHiệu lực", "Điều 5.", "Hiệu lực")]
    [InlineData("Điều 5a: Hiệu lực", "Điều 5a:", "Hiệu lực")]
    [InlineData("I. ĐẶC ĐIỂM TÌNH HÌNH", "I.", "ĐẶC ĐIỂM TÌNH HÌNH")]
    [InlineData("II.\tMục tiêu", "II.", "Mục tiêu")]
    [InlineData("IV- Nhiệm vụ", "IV-", "Nhiệm vụ")]
    [InlineData("IX.Tổ chức", "IX.", "Tổ chức")]
    [InlineData("XII/ Kiến nghị", "XII/", "Kiến nghị")]
    [InlineData("A. KẾT QUẢ", "A.", "KẾT QUẢ")]
    [InlineData("B/ NHIỆM VỤ", "B/", "NHIỆM VỤ")]
    [InlineData("K/T BÍ THƯ", null, "K/T BÍ THƯ")]
    [InlineData("BÁO CÁO KẾT QUẢ NĂM 2021", null, "BÁO CÁO KẾT QUẢ NĂM 2021")]
    public void Split_KnowsHeadings(string line, string? marker, string text) => AssertOne(line, ParagraphKind.Heading, marker, text);

    [Theory]
    [InlineData("1.\tTiếp tục rà soát", "1.", "Tiếp tục rà soát")]
    [InlineData("1.Tiếp tục rà soát", "1.", "Tiếp tục rà soát")]
    [InlineData("12) tiếp tục", "12)", "tiếp tục")]
    [InlineData("1/ Tiếp tục", "1/", "Tiếp tục")]
    [InlineData("1- Tiếp tục", "1-", "Tiếp tục")]
    [InlineData("1.2. tiếp tục", "1.2.", "tiếp tục")]
    [InlineData("1.2.3\tTiếp tục", "1.2.3", "Tiếp tục")]
    [InlineData("(1) tiếp tục", "(1)", "tiếp tục")]
    [InlineData("a) tiếp tục", "a)", "tiếp tục")]
    [InlineData("đ)tiếp tục", "đ)", "tiếp tục")]
    [InlineData("b. tiếp tục", "b.", "tiếp tục")]
    [InlineData("ii) tiếp tục", "ii)", "tiếp tục")]
    [InlineData("-\tTiếp tục", "-", "Tiếp tục")]
    [InlineData("-Tiếp tục", "-", "Tiếp tục")]
    [InlineData("–\u00A0Tiếp tục", "–", "Tiếp tục")]
    [InlineData("+ tiếp tục", "+", "tiếp tục")]
    [InlineData("•\ttiếp tục", "•", "tiếp tục")]
    [InlineData("·\ttiếp tục", "·", "tiếp tục")]
    [InlineData("\uF0B7\ttiếp tục", "\uF0B7", "tiếp tục")]
    [InlineData("o\tTiếp tục", "o", "Tiếp tục")]
    [InlineData("§\tTiếp tục", "§", "Tiếp tục")]
    public void Split_KnowsListItems(string line, string marker, string text) => AssertOne(line, ParagraphKind.ListItem, marker, text);

    [Theory]
    [InlineData("Năm 2021, tình hình đại dịch COVID-19 diễn biến phức tạp.")]
    [InlineData("Điều 5 của Luật này quy định việc gửi tài liệu.")]
    [InlineData("Điều 5, Điều 6 được sửa đổi.")]
    [InlineData("Phần thứ nhất của báo cáo nêu rõ kết quả.")]
    [InlineData("Mục tiêu kép được thực hiện tốt.")]
    [InlineData("V. I. Lê-nin viết")]
    [InlineData("V.I. Lê-nin viết")]
    [InlineData("C. Mác viết")]
    [InlineData("6.56% là tốc độ tăng trưởng")]
    [InlineData("6.5 triệu đồng")]
    [InlineData("1.234.567 người")]
    [InlineData("12.000 USD")]
    [InlineData("05 nội dung xin ý kiến")]
    [InlineData("1/7/2025 là ngày hợp nhất")]
    [InlineData("1 - 2 năm tới")]
    [InlineData("2021. Năm đầu nhiệm kỳ")]
    [InlineData("-5% so với cùng kỳ")]
    [InlineData("-----")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("a)")]
    [InlineData("*")]
    [InlineData("UBND")]
    [InlineData("6,56%")]
    [InlineData("V/v tổ chức hội nghị")]
    [InlineData("T/M BAN THƯỜNG VỤ và Bí thư")]
    public void Split_LeavesRunningTextAlone(string line) => AssertOne(line, ParagraphKind.Body, null, line);

    [Fact]
    public void Split_TakesEachLine_AndDropsBlankOnes()
    {
        const string Pasted =
            "\uFEFFI. \u00D0ẶC ĐIỂM\r\n\r\n \t\r\nTốc độ  tăng\u00A0trưởng đạt 6,56%.\r\n1.\tNông nghie\u0323\u0302p\va)\tTrồng trọt\r\n-\tChăn nuôi\r\n";
        Assert.Equal(
            [
                new NewParagraph(ParagraphKind.Heading, "ĐẶC ĐIỂM", "I."),
                new NewParagraph(ParagraphKind.Body, "Tốc độ tăng trưởng đạt 6,56%.", null),
                new NewParagraph(ParagraphKind.ListItem, "Nông nghiệp", "1."),
                new NewParagraph(ParagraphKind.ListItem, "Trồng trọt", "a)"),
                new NewParagraph(ParagraphKind.ListItem, "Chăn nuôi", "-"),
            ],
            PastedDraft.Split(Pasted));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u00A0\n\u200B")]
    public void Split_OfBlankText_GivesNothing(string text) => Assert.Empty(PastedDraft.Split(text));

    [Fact]
    public void Split_LosesNothingButBlanks()
    {
        var piece = Gen.OneOf(
            Gen.OneOf<string>(
                "1", "12", ".", ")", "(", "/", ":", "-", "–", "—", "+", "*", "•", "\uF0B7", "o", "§", "a", "đ", "I", "V", "X", "A", "i", "ii", " ", "\t", "\u00A0",
                "\n", "\r\n", "\v", "Điều", "Điều 5", "Chương II", "PHẦN THỨ", "Phần thứ nhất", "Mục", "mười", "lăm", "Tiếp tục", "ĐẶC ĐIỂM", "6,56%",
                "nghie\u0323\u0302p", "\u0301", "\u0338", "\uD83D", "\u200B", "Ð"),
            Gen.Char.Select(c => c.ToString()));
        piece.Array[0, 30].Select(string.Concat).Sample(
            text =>
            {
                var paragraphs = PastedDraft.Split(text);
                Assert.Equal(WithoutBlanks(VietnameseText.Clean(text)), WithoutBlanks(string.Concat(paragraphs.Select(p => p.Marker + p.Text))));
                Assert.All(paragraphs, p =>
                {
                    Assert.NotEqual("", p.Text);
                    Assert.Equal(VietnameseText.CleanLine(p.Text), p.Text);
                    Assert.True(p.Marker is null || (p.Marker.Length > 0 && p.Marker == VietnameseText.CleanLine(p.Marker)));
                    Assert.True(p.Kind != ParagraphKind.ListItem || p.Marker is not null);
                });
            },
            iter: 20_000);
    }

    [Fact]
    public void Split_AtTheLimits_Works_AndBeyondThem_NamesTheLimit()
    {
        var most = string.Join('\n', Enumerable.Repeat("đ", PastedDraft.MostParagraphs));
        Assert.Equal(PastedDraft.MostParagraphs, PastedDraft.Split(most + "\n \n").Count);
        var many = Assert.Throws<DraftTextException>(() => PastedDraft.Split(most + "\nđ"));
        Assert.Equal((DraftTextException.TooManyParagraphs, PastedDraft.MostParagraphs + 1, PastedDraft.MostParagraphs), (many.Code, many.Paragraph, many.Limit));

        var longest = new string('đ', PastedDraft.LongestParagraph);
        Assert.Equal(longest, Assert.Single(PastedDraft.Split($"  {longest}  ")).Text);
        var tooLong = Assert.Throws<DraftTextException>(() => PastedDraft.Split("I. Một\n\n" + longest + "đ"));
        Assert.Equal((DraftTextException.ParagraphTooLong, 2, PastedDraft.LongestParagraph), (tooLong.Code, tooLong.Paragraph, tooLong.Limit));
        Assert.DoesNotContain("đđ", tooLong.Message, StringComparison.Ordinal);
    }

    private static string WithoutBlanks(string text)
    {
        var kept = new StringBuilder();
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            kept.Append(c);
        }

        return kept.ToString();
    }

    private static void AssertOne(string line, ParagraphKind kind, string? marker, string text) =>
        Assert.Equal(new NewParagraph(kind, text, marker), Assert.Single(PastedDraft.Split(line)));
}
