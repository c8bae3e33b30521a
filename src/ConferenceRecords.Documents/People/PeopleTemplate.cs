using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ConferenceRecords.Documents.People;

/// <summary>Writes the workbook that a list of people can be filled into: the heading, and two example rows that <see cref="PeopleTable"/> passes over.</summary>
public static class PeopleTemplate
{
    /// <summary>Excel's own number format for text, so that "05/2020" and "01" stay what was typed.</summary>
    private const uint TextFormat = 49;

    private static readonly (string Heading, double Width)[] Columns =
        [("STT", 6), ("Họ và tên", 34), ("Chức vụ", 32), ("Đơn vị", 34), ("Từ ngày", 14), ("Đến ngày", 14), ("Tư cách", 14), ("Khóa", 10)];

    private static readonly string[][] Examples =
    [
        ["1", "Nguyễn Văn Một " + PeopleTable.Example, "Giám đốc", "Sở Ví Dụ", "15/05/2020", "", "Ủy viên", ""],
        ["2", "Trần Thị Hai " + PeopleTable.Example, "Chủ tịch UBND", "Huyện Ví Dụ", "05/2020", "", "Khách mời", ""],
    ];

    /// <summary>Writes the workbook.</summary>
    /// <returns>The bytes of an .xlsx file.</returns>
    public static byte[] Write()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var columns = new Columns(Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true, Style = 1 }));
            var view = new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });
            sheet.Worksheet = new(view, columns, new SheetData([Row(Columns.Select(c => c.Heading), style: 2), .. Examples.Select(e => Row(e, style: 1))]));
            workbook.Workbook = new(new Sheets(new Sheet { Name = "Đại biểu", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }
        return file.ToArray();
    }

    private static Row Row(IEnumerable<string> cells, uint style) =>
        new(cells.Select(text => new Cell { DataType = CellValues.InlineString, StyleIndex = style, InlineString = new(new Text(text)) }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));
}
