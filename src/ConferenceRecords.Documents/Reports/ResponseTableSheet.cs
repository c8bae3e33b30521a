using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Responses;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ConferenceRecords.Documents.Reports;

/// <summary>
/// The table of responses as a workbook to be filled in and read back by <see cref="FilledResponses"/>. Every cell is text: what begins with <c>=</c>, <c>+</c>, <c>-</c> or
/// <c>@</c> stays what was written. Only the four cells of the answer can be typed in; the last column, which is hidden, holds the token of each row.
/// </summary>
public static class ResponseTableSheet
{
    /// <summary>Heading of the hidden column.</summary>
    internal const string TokenHeading = "Mã dòng (không sửa)";

    internal const string NumberHeading = "Số YK", ResultHeading = "Kết quả xử lý", TextHeading = "Nội dung tiếp thu, giải trình", HandedToHeading = "Cơ quan khác", ChangeHeading = "Đoạn thể hiện thay đổi";

    private static readonly (string Heading, double Width)[] Columns =
    [
        (NumberHeading, 17), ("Nhóm vấn đề/ điều khoản", 28), ("Chủ thể góp ý", 30), ("Nội dung góp ý", 50), (ResultHeading, 22), (TextHeading, 50), (HandedToHeading, 16), (ChangeHeading, 16),
        ("Tình trạng", 16), (TokenHeading, 10),
    ];

    /// <summary>The columns of the answer, from 0.</summary>
    private static readonly (int First, int Last) Answer = (4, 7);

    /// <summary>Writes the workbook.</summary>
    /// <param name="table">The table.</param>
    /// <param name="agencies">Short names of the agencies to which an opinion may be handed over.</param>
    /// <returns>An Excel file.</returns>
    public static byte[] Write(ResponseTable table, IReadOnlyList<string> agencies)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(agencies);
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Table();
            var (main, list) = (workbook.AddNewPart<WorksheetPart>(), workbook.AddNewPart<WorksheetPart>());
            main.Worksheet = Main(table, agencies.Count);
            list.Worksheet = new(new SheetData(agencies.Select(a => new Row(Cell(a, SheetStyles.Locked)))));
            workbook.Workbook = new(
                new Sheets(
                    new Sheet { Name = "Tiếp thu, giải trình", SheetId = 1, Id = workbook.GetIdOfPart(main) },
                    new Sheet { Name = "Cơ quan", SheetId = 2, Id = workbook.GetIdOfPart(list), State = SheetStateValues.Hidden }),
                new DefinedNames(new DefinedName("'Tiếp thu, giải trình'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }
        return file.ToArray();
    }

    private static Worksheet Main(ResponseTable table, int agencies)
    {
        var last = table.Rows.Count + 1;
        var validations = new DataValidations(List("E", last, $"\"{string.Join(',', Enum.GetValues<Disposition>().Select(ReportWords.Of))}\"", "Chọn một trong bốn kết quả có trong danh sách."));
        if (agencies > 0) validations.Append(List("G", last, $"'Cơ quan'!$A$1:$A${agencies}", "Chọn cơ quan có trong danh sách."));
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true, Hidden = c.Heading == TokenHeading })),
            new SheetData([new Row(Columns.Select(c => Cell(c.Heading, SheetStyles.Heading))) { Height = 34 }, .. table.Groups.SelectMany(g => g.Sections.SelectMany(s => s.Rows.Select(r => Line(g.Content, s.Section, r))))]),

            // Against a slip, not against a person: no password. Columns and rows may still be made wider.
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, FormatCells = false },
            validations,
            new PageMargins { Left = 1.18, Right = 0.59, Top = 0.79, Bottom = 0.79, Header = 0.39, Footer = 0.39 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddHeader($"&C&P&R&I{ReportWords.Notice}")));
    }

    private static Row Line(string content, string? section, ResponseRow row)
    {
        var answer = AnswerCells.Of(row.Response);
        var state = row.State switch { ResponseState.Confirmed => "Đã xong", ResponseState.Answered => "Chờ Văn phòng xác nhận", ResponseState.Assigned => $"Chờ {row.Response!.Agency}", _ => "Chưa giao" };
        string[] cells =
        [
            row.Opinion.Lead.Number, string.Join('\n', new[] { content, section, ResponseTableDocument.Clause(row.Place) }.Where(line => line is not null)), ResponseTableDocument.Proposers(row.Opinion),
            row.Opinion.Lead.Text, answer.Result, answer.Text, answer.HandedTo, answer.Change, (row.Response is { IsIllustrative: true } ? state + ReportWords.Sample : state), answer.Token(row.Opinion.Lead.Text),
        ];
        return new(cells.Select((text, i) => Cell(text, i >= Answer.First && i <= Answer.Last ? SheetStyles.Open : SheetStyles.Locked))) { Height = Height(cells) };
    }

    /// <summary>Room for the longest cell, in points, for programs that do not measure rows when they open a file; 409 is the most that a row can have.</summary>
    private static double Height(string[] cells) =>
        Math.Min(409, 16 * cells.SkipLast(1).Select((text, i) => text.Split('\n').Sum(line => 1 + (int)(line.Length * 1.15 / Columns[i].Width))).Max());

    private static DataValidation List(string column, int last, string source, string error) => new(new Formula1(source))
    {
        Type = DataValidationValues.List, AllowBlank = true, ShowErrorMessage = true, ErrorTitle = "Không có trong danh sách", Error = error,
        SequenceOfReferences = new() { InnerText = $"{column}2:{column}{Math.Max(2, last)}" },
    };

    private static Cell Cell(string text, uint style) => new()
    {
        DataType = CellValues.InlineString, StyleIndex = style, InlineString = new(new Text(SheetText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
