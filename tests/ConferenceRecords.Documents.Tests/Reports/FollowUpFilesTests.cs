using System.Text;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Conclusions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Reports;

/// <summary>What leaves the house about directives and tasks: valid files, and no cell that becomes a formula.</summary>
public sealed class FollowUpFilesTests
{
    private static readonly DateOnly Today = new(2022, 1, 10);
    private static readonly Guid Agency = Guid.CreateVersion7();
    private static readonly Dictionary<Guid, string> Names = new() { [Agency] = "Sở Minh Họa" };

    private static TaskRegister Table(string text) => new(
        [new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Hội nghị minh họa", 1, text, Agency, "Sở Minh Họa", [Agency], "@SUM(A1)", "+1", new(2021, 12, 1), new(2021, 12, 31), null, 0, false, true)], Names, Today);

    private static List<string> Problems(OpenXmlPackage package)
    {
        using (package) return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\";\"y\")")]
    [InlineData("Hai dòng\nvà \u0001 ký tự lạ ]]> _x0041_")]
    public void Files_AreValid_WhateverATaskSays(string text)
    {
        var table = Table(text);
        Assert.Empty(Problems(WordprocessingDocument.Open(new MemoryStream(table.ToReport("Tỉnh ủy", "Hội nghị sau", new(1, 0, 0, 1))), false)));
        using var workbook = new MemoryStream(table.ToWorkbook());
        Assert.Empty(Problems(SpreadsheetDocument.Open(workbook, false)));
        using var sheet = SpreadsheetDocument.Open(workbook, false);
        var cells = sheet.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.All(cells, c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
        Assert.Empty(sheet.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    [Fact]
    public void Csv_HasOneLineForATask_AndNoCellThatBeginsAFormula()
    {
        var bytes = Table("=1+1, rồi \"nữa\"").ToCsv();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Hội nghị minh họa,1,\"'=1+1, rồi \"\"nữa\"\"\",Sở Minh Họa,Sở Minh Họa,'@SUM(A1),'+1,01/12/2021,31/12/2021,,Đang thực hiện quá hạn,minh họa", lines[1]);
    }

    [Fact]
    public void Extract_IsValid_AndCitesTheClause()
    {
        var author = Guid.CreateVersion7();
        var conclusion = new Conclusion(Guid.CreateVersion7(), Guid.CreateVersion7(), new("Kết luận minh họa", "Nội dung"), author);
        conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Cân đối nguồn", "trước ngày 15/12/2021", 3, 2, "Giao ...", new(2021, 12, 14), Agency), author);
        var file = DirectiveExtractDocument.Write(new("Tỉnh ủy", "Hội nghị minh họa", "Kết luận minh họa", "Sở Minh Họa", conclusion.Directives, Names, IsPublic: false));
        Assert.Empty(Problems(WordprocessingDocument.Open(new MemoryStream(file), false)));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        var words = document.MainDocumentPart!.Document!.InnerText;
        foreach (var word in new[] { "Phần giao Sở Minh Họa tại Hội nghị minh họa", "(đoạn 3, ý 2)", "Chủ trì: Sở Minh Họa", "14/12/2021" }) Assert.Contains(word, words, StringComparison.Ordinal);
    }
}
