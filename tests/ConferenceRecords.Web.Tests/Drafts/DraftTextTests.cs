using System.Text.Encodings.Web;
using System.Text.Unicode;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Drafts;
using Xunit;

namespace ConferenceRecords.Web.Tests.Drafts;

/// <summary>How a stored text becomes HTML.</summary>
public sealed class DraftTextTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Theory]
    [InlineData("Tăng 6,5% so với năm trước", "b5-9", "Tăng <b>6,5%</b> so với năm trước")]
    [InlineData("abcdef", "b0-4 i2-6", "<b>ab</b><b><i>cd</i></b><i>ef</i>")]
    [InlineData("<script>alert(1)</script> & \"x\"", "b0-8", "<b>&lt;script&gt;</b>alert(1)&lt;/script&gt; &amp; &quot;x&quot;")]
    [InlineData("m2 CO2", "p1-2 s5-6", "m<sup>2</sup> CO<sub>2</sub>")]
    public void Of_MarkedText_EncodedWithElements(string text, string marks, string html) => Assert.Equal(html, Html(new(Guid.Empty, 1, ParagraphKind.Body, null, text, 0, marks)));

    [Fact]
    public void Of_FootnotesThatCountAnew_EachReferenceLeadsToItsOwn()
    {
        var text = DraftText.Of(
        [
            new(Guid.NewGuid(), 1, ParagraphKind.Body, null, "Một1", 0, "n3-4"), new(Guid.NewGuid(), 2, ParagraphKind.Footnote, "1", "Chú thích đầu"),
            new(Guid.NewGuid(), 3, ParagraphKind.Body, null, "Hai1 và 2", 0, "n3-4 n8-9"), new(Guid.NewGuid(), 4, ParagraphKind.Footnote, "1", "Chú thích sau"),
        ], Encoder);

        Assert.Equal("Một<sup><a href=\"#doan-2\">1</a></sup>", text.Paragraphs[0].Cells[0].Value);
        // The second reference has no footnote: it stays a raised sign.
        Assert.Equal("Hai<sup><a href=\"#doan-4\">1</a></sup> và <sup>2</sup>", text.Paragraphs[2].Cells[0].Value);
        Assert.Equal([null, 1, null, 3], text.Paragraphs.Select(p => p.ReferredIn));
    }

    [Fact]
    public void Of_RowsOfTables_EachTableIsOneBlockOfCells()
    {
        var text = DraftText.Of(
        [
            Row(1, 1, "STT\tChỉ tiêu\t2022", ParagraphKind.TableHead), Row(2, 1, "1\tTăng\ntrưởng\t7,5%"), Row(3, 1, "Ghi chú"), Row(4, 2, "a\t<b>"), new(Guid.NewGuid(), 5, ParagraphKind.Body, null, "Sau bảng"),
        ], Encoder);

        Assert.Equal([(1, 3, 3), (2, 1, 2), (0, 1, 1)], text.Blocks.Select(b => (b.Table, b.Paragraphs.Count, b.Columns)));
        Assert.Equal(["1", "Tăng<br>trưởng", "7,5%"], text.Paragraphs[1].Cells.Select(c => c.Value));
        Assert.Equal("&lt;b&gt;", text.Paragraphs[3].Cells[1].Value);
    }

    [Fact]
    public void Of_HeadingsWithAndWithoutLevel_NoneIsSkipped()
    {
        var text = DraftText.Of(
        [
            Heading(1, "Phần thứ nhất", 1), Heading(2, "Mục 1", 3), Heading(3, "Điều 1", 4), Heading(4, "Phần thứ hai", 1),
        ], Encoder);

        Assert.Equal([1, 2, 3, 1], text.Contents.Select(h => h.Heading));
    }

    private static string? Html(DraftParagraph paragraph) => DraftText.Of([paragraph], Encoder).Paragraphs[0].Cells[0].Value;

    private static DraftParagraph Row(int number, int table, string text, ParagraphKind kind = ParagraphKind.TableRow) => new(Guid.NewGuid(), number, kind, null, text, 0, null, table);

    private static DraftParagraph Heading(int number, string text, int level) => new(Guid.NewGuid(), number, ParagraphKind.Heading, null, text, level);
}
