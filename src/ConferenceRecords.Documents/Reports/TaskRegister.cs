using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ConferenceRecords.Documents.Reports;

/// <summary>The register of tasks as it stands on a day, to be taken away as a workbook, as CSV or as a Word report.</summary>
/// <param name="Tasks">The tasks in their order.</param>
/// <param name="Names">Names of agencies by key.</param>
/// <param name="Today">The day in Vietnam.</param>
public sealed record TaskRegister(IReadOnlyList<TaskRow> Tasks, IReadOnlyDictionary<Guid, string> Names, DateOnly Today)
{
    private static readonly (string Heading, double Width)[] Columns =
    [
        ("Hội nghị", 30), ("Số", 6), ("Nhiệm vụ", 60), ("Cơ quan chủ trì", 28), ("Cơ quan phối hợp", 28), ("Sản phẩm", 28), ("Thời hạn như văn bản", 22), ("Hạn đầu", 12), ("Hạn hiện nay", 12),
        ("Ngày hoàn thành", 12), ("Tình trạng", 26), ("Dữ liệu", 12),
    ];

    /// <summary>The words of a status.</summary>
    /// <param name="status">How a task stands.</param>
    /// <returns>"Đang thực hiện quá hạn".</returns>
    public static string Of(FollowUpStatus status) => status switch
    {
        FollowUpStatus.DoneInTime => "Hoàn thành trong hạn",
        FollowUpStatus.DoneLate => "Hoàn thành quá hạn",
        FollowUpStatus.OngoingInTime => "Đang thực hiện trong hạn",
        _ => "Đang thực hiện quá hạn",
    };

    /// <summary>Writes a workbook. Every cell is text, so that none becomes a formula.</summary>
    /// <returns>An Excel file.</returns>
    public byte[] ToWorkbook()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Table();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })),
                new SheetData([Row(Columns.Select(c => c.Heading), SheetStyles.Heading), .. Tasks.Select(t => Row(Cells(t), SheetStyles.Locked))]));
            workbook.Workbook = new(new Sheets(new Sheet { Name = "Nhiệm vụ", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }
        return file.ToArray();
    }

    /// <summary>Writes CSV, where no cell is read as a formula either.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToCsv()
    {
        var table = new CsvTable(Columns.Select(c => c.Heading));
        foreach (var task in Tasks) table.Add(Cells(task));
        return table.Bytes();
    }

    /// <summary>Writes how the conclusions of earlier sessions are carried out, as a report to a session.</summary>
    /// <param name="committee">Name of the committee.</param>
    /// <param name="sessionTitle">Title of the session that it is written for.</param>
    /// <param name="counts">All tasks, the done ones too; <see cref="Tasks"/> are those that are open.</param>
    /// <returns>A Word file.</returns>
    public byte[] ToReport(string committee, string sessionTitle, TaskCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        using var document = new PartyDocument(new(committee, null, "BC", ReportWords.Notice), isLandscape: true);
        document.Title("Báo cáo", $"Tình hình thực hiện kết luận các hội nghị trước, trình {sessionTitle}");
        document.Section("I. TÌNH HÌNH CHUNG");
        document.Paragraph($"Tính đến ngày {Day(Today)}, các kết luận đã giao {counts.All} nhiệm vụ.");
        document.Table([new("Tình trạng", 70), new("Số nhiệm vụ", 30, IsCentred: true)], Enum.GetValues<FollowUpStatus>().Select(s => new[] { Of(s), counts.Of(s).ToString(CultureInfo.InvariantCulture) }));
        if (Tasks.Any(t => t.IsIllustrative)) document.Paragraph("Nhiệm vụ ghi “minh họa” là dữ liệu minh họa.", italic: true);
        document.Section("II. NHIỆM VỤ CHƯA HOÀN THÀNH");
        if (Tasks.Count == 0) document.Paragraph("Không có nhiệm vụ chưa hoàn thành.");
        foreach (var session in Tasks.GroupBy(t => t.SessionTitle))
        {
            document.Subsection(session.Key);
            document.Table(
                [new("TT", 6, IsCentred: true), new("Nhiệm vụ", 40), new("Chủ trì, phối hợp", 24), new("Thời hạn", 16), new("Tình trạng", 14)],
                session.Select((t, i) => new[]
                {
                    (i + 1).ToString(CultureInfo.InvariantCulture), t.Text + (t.IsIllustrative ? ReportWords.Sample : ""),
                    (t.LeadAgency ?? "Chưa giao") + (t.CooperatingAgencyIds.Count == 0 ? "" : $"\nPhối hợp: {Cooperating(t)}"), Deadline(t), Of(t.StatusOn(Today)),
                }), rowsBreak: true);
        }
        document.Signature([PartyDocument.Dots + ","]);
        return document.ToArray();
    }

    private string[] Cells(TaskRow task) =>
    [
        task.SessionTitle, task.Number.ToString(CultureInfo.InvariantCulture), task.Text, task.LeadAgency ?? "", Cooperating(task), task.Product ?? "", task.DeadlineNote ?? "", Day(task.FirstDueOn),
        Day(task.DueOn), Day(task.DoneOn), Of(task.StatusOn(Today)), task.IsIllustrative ? "minh họa" : "",
    ];

    private string Cooperating(TaskRow task) => string.Join("; ", task.CooperatingAgencyIds.Select(id => Names.GetValueOrDefault(id)));

    private static string Deadline(TaskRow task)
    {
        var due = task.DueOn is null ? "Không có hạn" : Day(task.DueOn);
        return task.FirstDueOn == task.DueOn ? due : $"{due}\n(hạn đầu {Day(task.FirstDueOn)})";
    }

    private static string Day(DateOnly? day) => day is { } known ? VietnamTime.Day(known) : "";

    private static Row Row(IEnumerable<string> cells, uint style) => new(cells.Select(text => new Cell
    {
        DataType = CellValues.InlineString, StyleIndex = style, InlineString = new(new Text(SheetText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }),
    }));
}
