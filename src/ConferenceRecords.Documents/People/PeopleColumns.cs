using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.People;

/// <summary>Where the columns of a list of people stand, recognised by the words of its heading in any order.</summary>
internal sealed class PeopleColumns
{
    private enum Column { None, Number, Name, Position, Unit, Since, Until, Standing, Term }

    private readonly Column[] columns;

    private PeopleColumns(Column[] columns, IReadOnlyList<string> leftOut) => (this.columns, LeftOut) = (columns, leftOut);

    /// <summary>Headings that are not taken.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>Reads a heading; null where the row has no column for names.</summary>
    public static PeopleColumns? Of(SheetRow row)
    {
        var headings = row.Cells.Select(VietnameseText.CleanLine).ToList();
        var columns = headings.Select(h => Of(VietnameseText.Fold(h))).ToArray();
        if (!columns.Contains(Column.Name)) return null;

        // A heading merged over two columns has its words in the first: family name there, given name beside it.
        for (var i = 1; i < columns.Length; i++)
        {
            if (headings[i].Length == 0 && columns[i - 1] == Column.Name) columns[i] = Column.Name;
        }
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is not (Column.None or Column.Name) && Array.IndexOf(columns, columns[i]) < i) columns[i] = Column.None;
        }
        return new(columns, [.. headings.Where((h, i) => columns[i] == Column.None && h.Length > 0)]);
    }

    public string Name(SheetRow row) => string.Join(' ', Cells(row, Column.Name));

    public string Position(SheetRow row) => Cell(row, Column.Position);

    public string Unit(SheetRow row) => Cell(row, Column.Unit);

    public string Since(SheetRow row) => Cell(row, Column.Since);

    public string Until(SheetRow row) => Cell(row, Column.Until);

    public string Standing(SheetRow row) => Cell(row, Column.Standing);

    public string Term(SheetRow row) => Cell(row, Column.Term);

    /// <summary>Whether the row is a title between people: nothing but a number or letters of order and one text, or one text outside the column of names.</summary>
    public bool IsTitle(SheetRow row)
    {
        var filled = row.Cells.Index().Where(c => !string.IsNullOrWhiteSpace(c.Item)).Select(c => (Column: columns.ElementAtOrDefault(c.Index), Text: VietnameseText.CleanLine(c.Item))).ToList();
        var number = filled.Where(c => c.Column == Column.Number).Select(c => c.Text.TrimEnd('.', ')')).FirstOrDefault();
        return filled.Count == 1 ? filled[0].Column != Column.Name || filled[0].Text.Contains(':', StringComparison.Ordinal)
            : filled.Count == 2 && number is not null && filled.TrueForAll(c => c.Column is Column.Number or Column.Name)
                && (RomanNumeral.TryParse(number, out _) || (number.Length == 1 && char.IsUpper(number[0])));
    }

    private string Cell(SheetRow row, Column column) => Cells(row, column).FirstOrDefault() ?? "";

    private IEnumerable<string> Cells(SheetRow row, Column column) => row.Cells.Where((_, i) => columns.ElementAtOrDefault(i) == column).Select(VietnameseText.CleanLine).Where(t => t.Length > 0);

    private static Column Of(string heading) => heading switch
    {
        "stt" or "tt" or "so tt" or "so thu tu" => Column.Number,
        "ten" or "ho" or "ho dem" or "ho lot" or "ho va dem" or "ho va ten dem" or "dai bieu" or "ten dai bieu" or "dong chi" => Column.Name,
        _ when Has(heading, "ho va ten") || Has(heading, "ho ten") || Has(heading, "ho, ten") => Column.Name,
        "tu" => Column.Since,
        "den" => Column.Until,
        _ when Has(heading, "tu cach") || Has(heading, "uy vien") => Column.Standing,
        _ when Has(heading, "tu ngay") || Has(heading, "ngay bo nhiem") || Has(heading, "tu thang") => Column.Since,
        _ when Has(heading, "den ngay") || Has(heading, "den thang") => Column.Until,
        _ when Has(heading, "chuc vu") || Has(heading, "chuc danh") => Column.Position,
        _ when Has(heading, "don vi") || Has(heading, "co quan") || Has(heading, "noi cong tac") => Column.Unit,
        _ when Has(heading, "khoa") || Has(heading, "nhiem ky") => Column.Term,
        _ => Column.None,
    };

    private static bool Has(string heading, string words) => FoldedText.IndexOfWord(heading, words) >= 0;
}
