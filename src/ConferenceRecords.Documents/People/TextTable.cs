using System.Text;
using ConferenceRecords.Documents.Office;

namespace ConferenceRecords.Documents.People;

/// <summary>Reads a table as Excel, Calc and Word put it into the clipboard as plain text: a line for each row, a tab between cells.</summary>
public static class TextTable
{
    /// <summary>Reads the rows; a cell in quotes may hold line breaks.</summary>
    /// <param name="text">The text as pasted.</param>
    /// <returns>The rows that hold something, with their numbers from 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="OfficeFileException">There are more than <see cref="SheetRows.MostRows"/> rows, or more than <see cref="SheetRows.MostColumns"/> columns.</exception>
    public static IReadOnlyList<SheetRow> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (rows, cells, cell, number) = (new List<SheetRow>(), new List<string>(), new StringBuilder(), 1);
        text = text.ReplaceLineEndings("\n");
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text[at] : '\n';
            if (c == '"' && cell.Length == 0 && End(text, at) is { } end)
            {
                cell.Append(text[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
                at = end;
            }
            else if (c is '\t' or '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\t') continue;
                if (cells.Count > SheetRows.MostColumns) throw new OfficeFileException(OfficeFileProblem.TooManyColumns, "The table has too many columns");
                if (!cells.TrueForAll(string.IsNullOrWhiteSpace)) rows.Add(new(number, cells));
                if (rows.Count > SheetRows.MostRows) throw new OfficeFileException(OfficeFileProblem.TooManyRows, "The table has too many rows");
                (cells, number) = ([], number + 1);
            }
            else
            {
                cell.Append(c);
            }
        }
        return rows;
    }

    /// <summary>The closing quote of a cell, before a tab or the end of a line; a quote that nothing closes is a letter like any other.</summary>
    private static int? End(string text, int open)
    {
        for (var at = open + 1; at < text.Length && text[at] != '\t'; at++)
        {
            if (text[at] != '"') continue;
            if (at + 1 == text.Length || text[at + 1] is '\t' or '\n') return at;
            if (text[at + 1] == '"') at++;
            else return null;
        }
        return null;
    }
}
