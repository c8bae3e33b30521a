using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Drafts;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Drafts;

/// <summary>A document made by LibreOffice (see the notes beside it), read in both of its texts.</summary>
public sealed class WordDraftTests
{
    private static readonly FileText Accepted = Read(TrackedText.Accepted), Original = Read(TrackedText.Original);

    [Fact]
    public void Read_Lists_HaveTheNumbersOfThePage() => Assert.Equal(
        [
            ("I.", "Đánh giá tình hình", 1), ("1.", "Về kinh tế", 1), ("1.1.", "Nông nghiệp", 2), ("a)", "trồng trọt", 3), ("b)", "chăn nuôi", 3), ("1.2.", "Công nghiệp", 2),
            ("2.", "Về xã hội\ndòng hai sau thẻ", 1), ("3.", "Về quốc phòng", 1), ("-", "Gạch đầu dòng", 1), ("II.", "Chỉ tiêu", 1),
        ],
        Accepted.Paragraphs.Where(p => p.Marker is not null && p.Kind != ParagraphKind.Footnote).Select(p => (p.Marker!, p.Text, p.Level)));

    [Fact]
    public void Read_Headings_AreThoseOfTheStylesAndOfCapitals() => Assert.Equal(
        [("BÁO CÁO CHÍNH TRỊ (DỮ LIỆU MINH HỌA)", 0), ("Đánh giá tình hình", 1), ("Kết quả chủ yếu", 2), ("Chỉ tiêu", 1)],
        Accepted.Paragraphs.Where(p => p.Kind == ParagraphKind.Heading).Select(p => (p.Text, p.Level)));

    [Fact]
    public void Read_Setting_BecomesMarks()
    {
        var paragraph = Accepted.Paragraphs.Single(p => p.Text.StartsWith("Năm 2021", StringComparison.Ordinal));
        Assert.Equal("Năm 2021 có nhiều khó khăn, song kinh tế vẫn tăng; diện tích 5 km2, khí CO21. Phần còn lạii.", paragraph.Text);
        Assert.Equal(
            [
                (MarkKind.Bold, "nhiều khó khăn"), (MarkKind.Italic, "kinh tế"), (MarkKind.Underline, "tăng"), (MarkKind.Superscript, "2"), (MarkKind.Subscript, "2"),
                (MarkKind.NoteReference, "1"), (MarkKind.NoteReference, "i"),
            ],
            Marked(paragraph));
    }

    [Fact]
    public void Read_Notes_StandAtTheEndWithTheirMarkers()
    {
        var notes = Accepted.Paragraphs.Where(p => p.Kind == ParagraphKind.Footnote).ToList();
        Assert.Equal([("1", "Nguồn: số liệu minh họa, chưa kiểm toán."), ("i", "Chú thích cuối.")], notes.Select(n => (n.Marker!, n.Text)));
        Assert.Equal([(MarkKind.Italic, "chưa kiểm toán")], Marked(notes[0]));
        Assert.Equal(notes, Accepted.Paragraphs.TakeLast(2));
    }

    [Fact]
    public void Read_Table_KeepsItsHeadAndItsColumns()
    {
        var rows = Accepted.Paragraphs.Where(p => p.Table > 0).ToList();
        Assert.Equal(
            [
                (ParagraphKind.TableHead, "Chỉ tiêu\tGiai đoạn\t"), (ParagraphKind.TableRow, "Thu ngân sách\tNăm 2021\n(ước)\t8.000"), (ParagraphKind.TableRow, "\tNăm 2022\t9.100"),
            ],
            rows.Select(r => (r.Kind, r.Text)));
        Assert.All(rows, r => Assert.Equal(1, r.Table));
        Assert.Equal([(MarkKind.Italic, "9.100")], Marked(rows[2]));
    }

    [Fact]
    public void Read_TrackedChanges_GivesEitherText()
    {
        Assert.Equal(
            ["Tốc độ tăng trưởng 7,2% mỗi năm.", "Đoạn này được thêm vào.", "Đoạn có từ trước."],
            Accepted.Paragraphs.SkipWhile(p => p.Text != "Chỉ tiêu").Skip(1).Take(3).Select(p => p.Text));
        Assert.Equal(
            ["Tốc độ tăng trưởng 6,5% mỗi năm.", "Câu này bị xóa cả đoạn.", "Đoạn có từ trước."],
            Original.Paragraphs.SkipWhile(p => p.Text != "Chỉ tiêu").Skip(1).Take(3).Select(p => p.Text));
        Assert.Equal((6, 6), (Accepted.Changes, Original.Changes));
    }

    [Fact]
    public void Read_WhatIsNoText_IsCountedAndNowhere()
    {
        Assert.Equal("comments=1;headers=2;hidden=1;links=2;properties=3", Accepted.LeftOut);
        var all = string.Join('\n', Accepted.Paragraphs.Concat(Original.Paragraphs).Select(p => p.Marker + p.Text + p.Marks));
        foreach (var gone in new[] { "Lời bàn", "chữ ẩn", "Đầu trang", "Người Soạn", "Người Sửa", "Tên trong", "javascript", "127.0.0.1" }) Assert.DoesNotContain(gone, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextBox_IsTextOnce() => Assert.Equal(
        ["Sơ đồ: xem hộp bên.", "Chữ trong hộp.", "Nơi nhận: như trên."], Accepted.Paragraphs.SkipWhile(p => !p.Text.StartsWith("Sơ đồ", StringComparison.Ordinal)).Take(3).Select(p => p.Text));

    private static List<(MarkKind Kind, string Text)> Marked(NewParagraph paragraph) => [.. TextMarks.Read(paragraph.Marks).Select(m => (m.Kind, paragraph.Text[m.Start..m.End]))];

    private static FileText Read(TrackedText tracked) => WordDraft.Read(OfficeFile.Open(File.ReadAllBytes(Fixture.Path("draft.docx")), "draft.docx"), tracked);
}
