using ConferenceRecords.Domain.Conclusions;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Conclusions;

public sealed class ClausesTests
{
    /// <summary>What must stay whole: abbreviations, numbers, dates, symbols of documents, names.</summary>
    private static readonly string[] Whole =
    [
        "TP. Thái Nguyên", "PGS.TS. Lê Văn Mẫu", "Nguyễn V. An", "07-KL/TU", "Nghị định 30/2020/NĐ-CP", "6,56%", "1.234,5 tỷ đồng", "ngày 05.12.2021", "15/12/2021", "5. 12. 2021", "v.v. và các việc khác",
        "(giao Sở A. Hạn trong tháng 12; báo cáo sau)", "số. 7",
    ];

    private static readonly string[] Marks = ["", "1. ", "2.1 ", "2.1. ", "a) ", "- ", "IV. ", "Thứ nhất, ", "Hai là, "];

    private static readonly Gen<string> Sentence = Gen.Select(Gen.OneOf(Marks), Gen.OneOf(Whole).Array[1, 3], Gen.OneOf(".", ";", "!", ".”", "./.", ""))
        .Select((mark, pieces, end) => $"{mark}Giao {string.Join(" thực hiện ", pieces)}{end}");

    private static readonly Gen<string> Text = Gen.Select(Sentence.Array[1, 4].Select(s => string.Join(' ', s)).Array[1, 5], Gen.OneOf("\n", "\n\n", "\n \n")).Select((lines, gap) => string.Join(gap, lines));

    [Fact]
    public void Split_PutTogether_IsTheText()
    {
        Gen.OneOf(Text, Gen.String, Gen.OneOf(".", ";", " ", "\n", "(", "1. ", "Giao", "a) ", "“", "…").Array[0, 40].Select(string.Concat)).Sample(
            text =>
            {
                var clauses = Clauses.Split(text);
                Assert.Equal(string.IsNullOrWhiteSpace(text) ? "" : text, string.Concat(clauses.Select(c => text[c.Start..c.End])));
                Assert.All(clauses, c => Assert.Equal(text[c.Start..c.End].Trim(), c.Text));
                var paragraphs = clauses.GroupBy(c => c.Paragraph).ToList();
                Assert.Equal(Enumerable.Range(1, paragraphs.Count), paragraphs.Select(p => p.Key));
                Assert.All(paragraphs, p => Assert.Equal(Enumerable.Range(1, p.Count()), p.Select(c => c.Number)));
            },
            iter: 10_000);
    }

    [Fact]
    public void Split_NeverCutsWhatBelongsTogether()
    {
        Text.Sample(
            text =>
            {
                var clauses = Clauses.Split(text);
                foreach (var piece in Whole)
                    Assert.Equal(text.Split(piece).Length - 1, clauses.Sum(c => c.Text.Split(piece).Length - 1));
            },
            iter: 10_000);
    }

    [Fact]
    public void Split_NumbersParagraphsAndClauses_AndKeepsMarkers()
    {
        var clauses = Clauses.Split(
            """
            Hội nghị thống nhất các nội dung trình. Năm 2021 đạt 6,56%. 14 nội dung được thông qua.

            1. Giao các cơ quan: a) rà soát chỉ tiêu; b) báo cáo trước ngày 15/12/2021. 2. Sở Tài chính (chủ trì. Hạn tháng 12) cân đối nguồn.
            Thứ nhất, làm tốt công tác kiểm tra; Hai là, chuẩn bị kỳ họp./.
            """);
        Assert.Equal(
            [
                ("đoạn 1, ý 1", null, "Hội nghị thống nhất các nội dung trình."), ("đoạn 1, ý 2", null, "Năm 2021 đạt 6,56%."), ("đoạn 1, ý 3", null, "14 nội dung được thông qua."),
                ("đoạn 2, ý 1", "1.", "1. Giao các cơ quan:"), ("đoạn 2, ý 2", "a)", "a) rà soát chỉ tiêu;"), ("đoạn 2, ý 3", "b)", "b) báo cáo trước ngày 15/12/2021."),
                ("đoạn 2, ý 4", "2.", "2. Sở Tài chính (chủ trì. Hạn tháng 12) cân đối nguồn."),
                ("đoạn 3, ý 1", "Thứ nhất,", "Thứ nhất, làm tốt công tác kiểm tra;"), ("đoạn 3, ý 2", "Hai là,", "Hai là, chuẩn bị kỳ họp./."),
            ],
            clauses.Select(c => (c.Citation, c.Marker, c.Text)));
    }
}
