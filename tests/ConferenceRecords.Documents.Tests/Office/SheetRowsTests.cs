using ConferenceRecords.Documents.Office;
using ConferenceRecords.TestSupport.Files;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Office;

public sealed class SheetRowsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Long = ["1", "Nguyễn Văn Đức", "Huyện A", "Bí thư", "Ban Chấp hành", "Khóa XX", "01/01/2020", "Ghi chú"];

    [Fact]
    public void Read_GivesTexts_WithTheirPlaces()
    {
        var rows = Read(Package.Workbook(["STT", "Nội dung"], [], ["", " Một  "]));
        Assert.Equal([(1, "STT|Nội dung"), (3, "| Một  ")], rows.Select(r => (r.Number, string.Join('|', r.Cells))));
    }

    [Fact]
    public void Read_SharedRichText_IsPutTogether_WithoutReadings()
    {
        var package = Package.WorkbookOf("<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c></row>")
            .With("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><r><t>Hội </t></r><r><t>nghị</t></r><rPh sb=\"0\" eb=\"1\"><t>X</t></rPh></si><si><t>Hai</t></si></sst>")
            .Relating("xl/workbook.xml", ("worksheet", "worksheets/sheet1.xml", false), ("sharedStrings", "sharedStrings.xml", false))
            .Changing("[Content_Types].xml", t => t.Replace("</Types>", "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>", StringComparison.Ordinal));
        Assert.Equal(["Hai", "Hội nghị"], Assert.Single(Read(package)).Cells);
    }

    [Theory]
    [InlineData("", "14", "14")]
    [InlineData("", "0.1", "0.1")]
    [InlineData("", "84912345678", "84912345678")]
    [InlineData("", "1.5E+20", "1.5E+20")]
    [InlineData("00", "5", "05")]
    [InlineData("dd/mm/yyyy", "44533", "03/12/2021")]
    [InlineData("m/d/yy", "44533", "03/12/2021")]
    [InlineData("[$-42A]dd \\m mmmm\" năm \"yyyy;@", "44533", "03/12/2021")]
    [InlineData("mm/yyyy", "44533", "12/2021")]
    [InlineData("yyyy", "44533", "2021")]
    [InlineData("dd/mm/yyyy hh:mm", "44533.375", "03/12/2021 09:00")]
    [InlineData("h:mm:ss", "0.375", "09:00")]
    [InlineData("#,##0.00", "1234.5", "1234.5")]
    [InlineData("dd/mm/yyyy", "1", "01/01/1900")]
    [InlineData("dd/mm/yyyy", "9999999", "9999999")]
    public void Read_Number_IsShownAsWritten(string format, string value, string shown)
    {
        var package = Package.WorkbookOf($"<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{value}</v></c></row>")
            .With("xl/styles.xml", $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"{(format.Length == 0 ? 0 : 200)}\"/></cellXfs></styleSheet>")
            .Relating("xl/workbook.xml", ("worksheet", "worksheets/sheet1.xml", false), ("styles", "styles.xml", false))
            .Changing("[Content_Types].xml", t => t.Replace("</Types>", "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>", StringComparison.Ordinal));
        Assert.Equal(shown, Assert.Single(Assert.Single(Read(package)).Cells));
    }

    [Fact]
    public void Read_Merged_FillsTheRowsBelow()
    {
        var package = Package.WorkbookOf(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nhóm 1</t></is></c><c r=\"B1\" t=\"str\"><v>Một</v></c></row><row r=\"2\"><c r=\"B2\" t=\"str\"><v>Hai</v></c></row><row r=\"3\"><c r=\"B3\" t=\"str\"><v>Ba</v></c></row>",
            "<mergeCells count=\"2\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B3:XFD1048576\"/></mergeCells>");
        Assert.Equal(["Nhóm 1|Một", "Nhóm 1|Hai", "|Ba"], Read(package).Select(r => string.Join('|', r.Cells)));
    }

    [Fact]
    public void Read_HiddenSheet_IsPassedOver()
    {
        var package = Package.Workbook(["Một"]).Changing("xl/workbook.xml", x => x.Replace("<sheets>", "<sheets><sheet name=\"Ẩn\" sheetId=\"2\" state=\"hidden\" r:id=\"none\"/>", StringComparison.Ordinal));
        Assert.Equal(["Một"], Assert.Single(Read(package)).Cells);
    }

    [Theory]
    [InlineData("<row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"B7\"><f>1+1</f><v>2</v></c></row>", "B7")]
    [InlineData("<row><c/><c><f/></c></row>", "B1")]
    [InlineData("<row r=\"3\"><c r=\"AB3\" t=\"str\"><f>A1</f><v>x</v></c></row>", "AB3")]
    public void Read_Formula_IsRefused_NamingTheCell(string rows, string place)
    {
        var refused = Assert.Throws<OfficeFileException>(() => Read(Package.WorkbookOf(rows)));
        Assert.Equal((OfficeFileProblem.Formula, place), (refused.Problem, refused.Place));
    }

    [Theory]
    [InlineData("<row><c t=\"s\"><v>3</v></c></row>", OfficeFileProblem.Damaged)]
    [InlineData("<row><c r=\"?\"><v>3</v></c></row>", OfficeFileProblem.Damaged)]
    [InlineData("<row><c r=\"XFD1\"><v>3</v></c></row>", OfficeFileProblem.TooManyColumns)]
    public void Read_WhatNoProgramWrites_IsRefused(string rows, OfficeFileProblem problem) =>
        Assert.Equal(problem, Assert.Throws<OfficeFileException>(() => Read(Package.WorkbookOf(rows))).Problem);

    [Fact]
    public void Read_Document_IsTheOtherKind() =>
        Assert.Equal(OfficeFileProblem.OtherKind, Assert.Throws<OfficeFileException>(() => SheetRows.Read(OfficeFile.Open(Package.Document("Một").Bytes(), "x.docx", Cancel), cancel: Cancel)).Problem);

    [Fact]
    public void Read_FiveThousandRows_ReportsItsProgress()
    {
        var told = new List<int>();
        var rows = SheetRows.Read(Many(5_000), new Told(told.Add), Cancel);
        Assert.Equal((5_000, 51), (rows.Count, told.Count));
        Assert.Equal((100, 5_000), (told[0], told[^1]));
        Assert.Equal(Long, rows[^1].Cells);
    }

    [Fact]
    public void Read_Cancelled_StopsAtOnce()
    {
        using var cancel = new CancellationTokenSource();
        var last = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => SheetRows.Read(Many(5_000), new Told(done => { last = done; cancel.Cancel(); }), cancel.Token));
        Assert.Equal(100, last);
    }

    [Fact]
    public void Read_TooManyRows_IsRefused() =>
        Assert.Equal(OfficeFileProblem.TooManyRows, Assert.Throws<OfficeFileException>(() => SheetRows.Read(Many(SheetRows.MostRows + 1), cancel: Cancel)).Problem);

    private static OfficeFile Many(int rows) => OfficeFile.Open(Package.Workbook([.. Enumerable.Repeat(Long, rows)]).Bytes(), "x.xlsx", Cancel);

    private static IReadOnlyList<SheetRow> Read(Package package) => SheetRows.Read(OfficeFile.Open(package.Bytes(), "x.xlsx", Cancel), cancel: Cancel);

    private sealed class Told(Action<int> act) : IProgress<int>
    {
        public void Report(int value) => act(value);
    }
}
