using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Reads the rows of one table into lines: by the names of its columns, or by what they look like.</summary>
internal static class TableLines
{
    /// <summary>The names of the columns stand near the top.</summary>
    private const int HeaderWithin = 15;

    public static IEnumerable<AgendaLine> Of(IReadOnlyList<IReadOnlyList<Written>> rows)
    {
        if (rows.Max(r => r.Count) == 1) return rows.SelectMany(r => AgendaLine.OfParagraph(new(null, r[0])));
        var header = Enumerable.Range(0, Math.Min(rows.Count, HeaderWithin)).FirstOrDefault(i => TableColumns.OfHeader(rows[i]) is not null, -1);
        var columns = header < 0 ? TableColumns.OfRows(rows) : TableColumns.OfHeader(rows[header])!;
        return rows.Take(header).SelectMany(Above).Concat(rows.Skip(header + 1).Select(r => Row(r, columns)).OfType<AgendaLine>());
    }

    private static IEnumerable<AgendaLine> Above(IReadOnlyList<Written> cells) =>
        AgendaLine.OfParagraph(new(null, cells.Where(c => !c.IsBlank).Aggregate(Written.Nothing, (all, c) => all + new Written(" ", " ") + c)));

    private static AgendaLine? Row(IReadOnlyList<Written> cells, TableColumns columns)
    {
        if (TableColumns.OfHeader(cells) is not null) return null;
        Written Cell(int column) => column >= 0 && column < cells.Count ? AgendaLine.Clean(cells[column]) : Written.Nothing;
        var filled = Enumerable.Range(0, cells.Count).Where(i => !cells[i].IsBlank).ToList();
        var number = Cell(columns.Number);
        var others = filled.Where(i => i != columns.Number).ToList();

        // A row with one text, or with a letter and one text, is a heading over the rows below; one whose only text stands in the column of numbers too.
        var marker = number.IsBlank ? MarkerKind.None : AgendaMarker.ReadNumber(number.Text).Kind;
        if (columns.Number >= 0 && marker != MarkerKind.Arabic && (others.Count == 1 || (others.Count == 0 && number.Text.Length > 6)))
        {
            var text = others.Count == 0 ? number : Cell(others[0]);
            return Numbered(others.Count == 0 ? Written.Nothing : number, text) is { Marker: not MarkerKind.Arabic } heading ? heading with { IsHeading = true } : Numbered(Written.Nothing, text);
        }
        var title = Cell(columns.Title);
        if (title.IsBlank || !title.Text.Any(char.IsLetter) || VietnameseText.Fold(title.Text).Trim(':', '.', ' ') is "tong" or "tong cong" or "tong so" or "cong") return null;
        string? Beside(int column) => column < 0 ? null : Cell(column).Text;
        return Numbered(number, title) with { Cells = new(Beside(columns.Agency) is { Length: > 0 } agency ? agency : null, Beside(columns.Group)) };
    }

    /// <summary>A text with the number of its own cell, or with the one that stands before it.</summary>
    private static AgendaLine Numbered(Written number, Written text)
    {
        var (kind, written, length) = AgendaMarker.Read(text.Text);
        var rest = new Written(text.Raw[AgendaMarker.Read(text.Raw).Length..], text.Text[length..]);
        if (number.IsBlank) return new(kind, written, rest);
        var (own, shown) = AgendaMarker.ReadNumber(number.Text);
        return new(own, shown, AgendaMarker.Core(written) == AgendaMarker.Core(shown) && kind == own ? rest : text);
    }
}
