using System.Text.RegularExpressions;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Reports;

public sealed class ResponseTableTests
{
    private static readonly string[] Agencies = ["Sở KH&ĐT", "Sở TC"];

    public static TheoryData<string> Odd =>
    [
        "=1+1", "+84", "-5 %", "@SUM(A1)", "\t=cmd|' /C calc'!A0", "\r=HYPERLINK(\"http://x\")", "'=1", "=\"a\"\n+b", "Dòng một\nDòng hai", "{ MERGEFIELD x } <w:p/> &amp;", "_x000D_ và _x005F_",
        "\u0001 \uFFFE \uD800 lỗi", "𠀀 và 😀", "  hai đầu  ", "12/03/2021", "0012", new string('a', 20_000),
    ];

    private static List<string> Problems(OpenXmlPackage package) => [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}")];

    private static WordprocessingDocument Word(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static IReadOnlyList<FilledRow> Filled(byte[] file) => FilledResponses.Read(OfficeFile.Open(file, "bang.xlsx", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)!;

    [Theory]
    [MemberData(nameof(Odd))]
    public void Write_IsValid_WhateverWasSaid(string text)
    {
        var table = Ledger.Of(12, _ => text, _ => text);
        using var word = Word(ResponseTableDocument.Write(table));
        Assert.Empty(Problems(word));
        Assert.Empty(word.MainDocumentPart!.Document!.Descendants<FieldCode>());
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(ResponseTableSheet.Write(table, Agencies)), isEditable: false);
        Assert.Empty(Problems(sheet));
        Assert.Empty(sheet.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Sheet_ReadBack_IsTheIdenticalText(string text)
    {
        var table = Ledger.Of(7, _ => text, _ => text);
        var rows = SheetRows.Read(OfficeFile.Open(ResponseTableSheet.Write(table, Agencies), "bang.xlsx", TestContext.Current.CancellationToken), cancel: TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Repeat(text, 7), rows.Skip(1).Select(r => r.Cells[3]));
    }

    [Fact]
    public void Write_300Rows_HoldEveryOpinionOnce_AndTheCountsAreThoseOfTheRows()
    {
        var table = Ledger.Of(300);
        using var word = Word(ResponseTableDocument.Write(table));
        var body = word.MainDocumentPart!.Document!.Body!;
        var rows = body.Descendants<TableRow>().Where(r => r.Elements<TableCell>().Count() == 4).Skip(1).Select(r => r.Elements<TableCell>().Select(c => string.Join('\n', c.Elements<Paragraph>().Select(p => p.InnerText))).ToList()).ToList();
        var numbers = table.Rows.SelectMany(r => r.Opinion.All).Select(o => o.Number).Order().ToList();
        Assert.Equal(300, rows.Count);
        Assert.Equal(numbers, rows.SelectMany(r => Regex.Matches(r[1], @"YK-\S+").Select(m => m.Value)).Order());
        Assert.Equal(300, rows.Select(r => r[2]).Distinct().Count());

        int Of(string word) => rows.Count(r => Regex.IsMatch(r[3], $@"^{word}(:[^.]*)?( \(minh họa\))?\."));
        var waiting = rows.Count(r => r[3].StartsWith("Chưa có trả lời", StringComparison.Ordinal) || r[3].Contains("đang chuẩn bị", StringComparison.Ordinal) || r[3].Contains("chờ Văn phòng", StringComparison.Ordinal));
        Assert.Equal(300, waiting + Of("Tiếp thu") + Of("Tiếp thu một phần") + Of("Giữ nguyên") + Of("Chuyển cơ quan khác"));
        Assert.Contains($"Tổng số {numbers.Count} ý kiến; gộp {numbers.Count - 300} ý kiến trùng, còn 300 ý kiến được tổng hợp dưới đây.", body.InnerText, StringComparison.Ordinal);
        Assert.Contains(
            $"Kết quả: tiếp thu {Of("Tiếp thu")}; tiếp thu một phần {Of("Tiếp thu một phần")}; giữ nguyên {Of("Giữ nguyên")}; chuyển cơ quan khác {Of("Chuyển cơ quan khác")}; chưa xử lý xong {waiting}.",
            body.InnerText, StringComparison.Ordinal);
        Assert.Equal(table.Rows.Select(r => r.Opinion.Lead.Number).Order(), Filled(ResponseTableSheet.Write(table, Agencies)).Select(r => r.Number).Order());
    }

    [Fact]
    public void Document_IsALandscapePage_WhoseHeadingRowComesAgain()
    {
        using var word = Word(ResponseTableDocument.Write(Ledger.Of(30, i => i % 9 == 0 ? new('a', 900) : "Đề nghị làm rõ.")));
        var body = word.MainDocumentPart!.Document!.Body!;
        var (size, margin) = (body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!, body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageMargin>()!);
        Assert.Equal((16838u, 11906u, PageOrientationValues.Landscape), (size.Width!.Value, size.Height!.Value, size.Orient!.Value));
        Assert.Equal((1134, 1134, 1701u, 850u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        var table = body.Elements<Table>().Skip(1).First();
        Assert.Equal(["Nhóm vấn đề/ điều khoản", "Chủ thể góp ý", "Nội dung góp ý", "Nội dung tiếp thu, giải trình"], table.Elements<TableRow>().First().Elements<TableCell>().Select(c => c.InnerText));
        Assert.NotNull(table.Elements<TableRow>().First().Descendants<TableHeader>().SingleOrDefault());

        // Only a row with a long text goes on on the next page.
        Assert.All(table.Elements<TableRow>(), r => Assert.NotEqual(r.InnerText.Length > 700, r.Descendants<CantSplit>().Any()));
        Assert.Contains("(minh họa)", table.InnerText, StringComparison.Ordinal);
        Assert.All(word.MainDocumentPart.HeaderParts, h => Assert.Contains("Tài liệu nội bộ - chưa công bố", h.Header!.InnerText, StringComparison.Ordinal));
    }

    [Fact]
    public void Document_WithoutOpinions_SaysSo()
    {
        using var word = Word(ResponseTableDocument.Write(Ledger.Of(0)));
        Assert.Empty(Problems(word));
        Assert.Contains("Chưa có ý kiến nào cần giải trình.", word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_OffersTheFourResults_LocksWhatIsRead_AndPrintsItsHeadingOnEveryPage()
    {
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(ResponseTableSheet.Write(Ledger.Of(30), Agencies)), isEditable: false);
        var xml = sheet.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!.OuterXml).First(x => x.Contains("sheetProtection", StringComparison.Ordinal));
        Assert.Contains("\"Tiếp thu,Tiếp thu một phần,Giữ nguyên,Chuyển cơ quan khác\"", xml.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", xml, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
        Assert.Contains("hidden=\"1\"", xml, StringComparison.Ordinal);
        Assert.Contains("$1:$1", sheet.WorkbookPart.Workbook!.OuterXml, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_IsAnotherOne_WhenAnyCellOrTheOpinionIs()
    {
        var cells = new AnswerCells("Tiếp thu", "Đã sửa", "", "bản 2, đoạn 1");
        AnswerCells[] others = [cells with { Result = "Giữ nguyên" }, cells with { Text = "Đã sửa." }, cells with { HandedTo = "Sở TC" }, cells with { Change = "bản 2" }];
        Assert.All(others, other => Assert.NotEqual(cells.Token("Ý kiến"), other.Token("Ý kiến")));
        Assert.NotEqual(cells.Token("Ý kiến"), cells.Token("Ý kiến khác"));
        Assert.Equal(cells.Token("Ý kiến"), (cells with { Text = " Đã sửa\r\n" }).Token("Ý kiến"));
    }

    [Fact]
    public void Rows_OfEveryState_AreCountedOnce()
    {
        var counts = Ledger.Of(70).Counts;
        Assert.Equal((10, 10, 10, 10), (counts.Accepted, counts.Partly, counts.Kept, counts.HandedOver));
        Assert.Equal((10, 10, 10), (counts.WaitingOffice, counts.Assigned, counts.Unassigned));
        Assert.Equal(counts.Opinions - 70, counts.Duplicates);
        Assert.Equal(30, counts.Left);
    }
}
