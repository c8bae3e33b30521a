using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Lays the cells of an HTML table out in rows and columns, joined ones included.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 100;

    public static IEnumerable<AgendaBlock> Rows(IHtmlTableElement table, Func<IElement, Written> text)
    {
        // What reaches down from rows above: the column, how many rows more, and the text that each of them repeats.
        var reaching = new Dictionary<int, (int Rows, Written Text)>();
        foreach (var row in table.Rows)
        {
            var cells = new List<Written>();
            foreach (var cell in row.Cells)
            {
                Fill();
                var written = text(cell);
                for (var (column, width) = (0, Math.Clamp(cell.ColumnSpan, 1, MostColumns)); column < width && cells.Count < MostColumns; column++)
                {
                    if (cell.RowSpan > 1) reaching[cells.Count] = (Math.Min(cell.RowSpan, 10_000) - 1, column == 0 ? written : Written.Nothing);
                    cells.Add(column == 0 ? written : Written.Nothing);
                }
            }
            Fill();
            if (cells.Exists(c => !c.IsBlank)) yield return AgendaBlock.Row(cells);

            void Fill()
            {
                while (reaching.TryGetValue(cells.Count, out var above) && cells.Count < MostColumns)
                {
                    if (above.Rows == 1) reaching.Remove(cells.Count);
                    else reaching[cells.Count] = above with { Rows = above.Rows - 1 };
                    cells.Add(above.Text);
                }
            }
        }
    }
}
