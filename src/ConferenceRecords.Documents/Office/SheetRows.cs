using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ConferenceRecords.Documents.Office;

/// <summary>One row of a sheet that holds something.</summary>
/// <param name="Number">Its number in the sheet, from 1.</param>
/// <param name="Cells">The cells from column A on, as shown; empty where there is nothing.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads the first visible sheet of a workbook as text: what a person sees in its cells.</summary>
/// <remarks>
/// A date stands day first, whatever order its cell shows; a cell merged over several rows has its text in each of them, one merged over columns in the
/// first. Rows without text are left out.
/// </remarks>
public static class SheetRows
{
    /// <summary>The most rows with text.</summary>
    public const int MostRows = 20_000;

    /// <summary>The most columns.</summary>
    public const int MostColumns = 100;

    /// <summary>Reads the rows.</summary>
    /// <param name="file">A workbook.</param>
    /// <param name="progress">Told how many rows were read, after every hundred and at the end.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The rows in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="OfficeFileException">The file is no workbook, holds a formula, passes a limit or is damaged.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static IReadOnlyList<SheetRow> Read(OfficeFile file, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Kind != OfficeKind.Workbook) throw new OfficeFileException(OfficeFileProblem.OtherKind, "The file is no workbook");
        try
        {
            using var document = SpreadsheetDocument.Open(file.Content(), isEditable: false);
            return Read(document.WorkbookPart ?? throw OfficeFile.Damaged(), progress, cancel);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or OpenXmlPackageException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or UriFormatException)
        {
            throw OfficeFile.Damaged(broken);
        }
    }

    private static List<SheetRow> Read(WorkbookPart workbook, IProgress<int>? progress, CancellationToken cancel)
    {
        var sheet = workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible) ?? throw OfficeFile.Damaged();
        if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part) throw OfficeFile.Damaged();
        var cells = new SheetCells(Strings(workbook), new(workbook));
        var rows = new List<SheetRow>();
        var merged = new List<string>();
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, OfficePackage.Xml);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row")
            {
                cancel.ThrowIfCancellationRequested();
                var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (rows.Count == 0 ? 0 : rows[^1].Number) + 1;
                var row = cells.Row(xml, number);
                if (row.All(string.IsNullOrWhiteSpace)) continue;
                if (rows.Count == MostRows) throw new OfficeFileException(OfficeFileProblem.TooManyRows, "The sheet has too many rows");
                rows.Add(new(number, row));
                if (rows.Count % 100 == 0) progress?.Report(rows.Count);
            }
            else if (xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } range && merged.Count < MostRows)
            {
                merged.Add(range);
            }
        }
        foreach (var range in merged) Spread(rows, range, cancel);
        progress?.Report(rows.Count);
        return rows;
    }

    private static List<string> Strings(WorkbookPart workbook)
    {
        var strings = new List<string>();
        if (workbook.SharedStringTablePart is not { } part) return strings;
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, OfficePackage.Xml);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) strings.Add(SheetCells.Text(xml));
        }
        return strings;
    }

    /// <summary>Gives the rows below the first of a merged area its text.</summary>
    private static void Spread(List<SheetRow> rows, string range, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (range.Split(':') is not [var from, var to] || SheetCells.Place(from) is not (var column, var first) || SheetCells.Place(to) is not (_, var last)) return;
        var start = rows.BinarySearch(new(first, []), Comparer<SheetRow>.Create((a, b) => a.Number.CompareTo(b.Number)));
        if (start < 0 || rows[start].Cells.ElementAtOrDefault(column) is not { Length: > 0 } text) return;
        for (var i = start + 1; i < rows.Count && rows[i].Number <= last; i++)
        {
            var cells = (List<string>)rows[i].Cells;
            while (cells.Count <= column) cells.Add("");
            if (cells[column].Length == 0) cells[column] = text;
        }
    }
}
