using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Reports;

/// <summary>One row of a filled table.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Number">Number of the opinion.</param>
/// <param name="Result">Result as written; null where the sheet has no such column.</param>
/// <param name="Text">Text as written; null where the sheet has no such column.</param>
/// <param name="HandedTo">Other agency as written; null where the sheet has no such column.</param>
/// <param name="Change">Place of the change as written; null where the sheet has no such column.</param>
/// <param name="Token">Token of the row; null where it is gone.</param>
public sealed record FilledRow(int Row, string Number, string? Result, string? Text, string? HandedTo, string? Change, string? Token);

/// <summary>Reads a table that <see cref="ResponseTableSheet"/> wrote and somebody filled in. Columns may stand in another order or be gone, rows as well.</summary>
public static class FilledResponses
{
    /// <summary>Reads the rows.</summary>
    /// <param name="file">A workbook.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The rows that have a number; null where no row has the headings.</returns>
    /// <exception cref="OfficeFileException">The file is no workbook, holds a formula, passes a limit or is damaged.</exception>
    public static IReadOnlyList<FilledRow>? Read(OfficeFile file, CancellationToken cancel = default)
    {
        var rows = SheetRows.Read(file, null, cancel);
        var (first, columns) = rows.Take(20).Select((row, i) => (i, Headings(row))).FirstOrDefault(h => h.Item2.ContainsKey(Key(ResponseTableSheet.NumberHeading)) && h.Item2.ContainsKey(Key(ResponseTableSheet.ResultHeading)));
        if (columns is null) return null;
        string? Of(SheetRow row, string heading) => columns.TryGetValue(Key(heading), out var column) ? VietnameseText.Clean(row.Cells.ElementAtOrDefault(column) ?? "") : null;
        return
        [
            .. rows.Skip(first + 1)
                .Select(row => new FilledRow(
                    row.Number, VietnameseText.CleanLine(Of(row, ResponseTableSheet.NumberHeading)!), Of(row, ResponseTableSheet.ResultHeading), Of(row, ResponseTableSheet.TextHeading),
                    Of(row, ResponseTableSheet.HandedToHeading), Of(row, ResponseTableSheet.ChangeHeading), Of(row, ResponseTableSheet.TokenHeading) is { Length: > 0 } token ? token.Trim() : null))
                .Where(row => row.Number.Length > 0),
        ];
    }

    private static Dictionary<string, int> Headings(SheetRow row)
    {
        var headings = new Dictionary<string, int>();
        foreach (var (column, text) in row.Cells.Index()) headings.TryAdd(Key(text), column);
        return headings;
    }

    private static string Key(string heading) => VietnameseText.Fold(heading);
}
