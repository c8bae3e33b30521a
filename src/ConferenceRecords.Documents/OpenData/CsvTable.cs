using System.Globalization;
using System.Text;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>
/// A table as CSV (RFC 4180): UTF-8 with the mark that Excel needs to read Vietnamese letters, lines ended by CR LF. A text that a spreadsheet would take for a formula
/// is made plain text by an apostrophe before it; numbers and days are written the same in every language (<c>6.56</c>, <c>2021-12-03</c>).
/// </summary>
public sealed class CsvTable
{
    private readonly StringBuilder text = new();

    /// <summary>Begins a table with its header.</summary>
    /// <param name="header">Names of the columns.</param>
    public CsvTable(params IEnumerable<string> header) => Add(header);

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A text, a number, a day or null for each column.</param>
    public void Add(params IEnumerable<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
    }

    /// <summary>The table.</summary>
    /// <returns>UTF-8 with byte order mark.</returns>
    public byte[] Bytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Cell(object? value) => value switch
    {
        null => "",
        string words => Quoted(Safe(words)),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("Not a value of a table", nameof(value)),
    };

    // What a spreadsheet takes for the beginning of a formula, also after blanks that it leaves out.
    private static string Safe(string words) => words.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + words : words;

    private static string Quoted(string words) => words.AsSpan().ContainsAny("\",\r\n") || words is [' ', ..] or [.., ' '] ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
}
