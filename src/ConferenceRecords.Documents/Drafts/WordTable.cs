using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Reads the rows of a table. A merged cell has its text in its first row and column; the places that it covers are empty cells.</summary>
internal sealed class WordTable(WordReading reading, WordFields fields, bool hasNotes)
{
    /// <summary>As many as Word allows.</summary>
    private const int MostColumns = 63;

    public IEnumerable<(IReadOnlyList<MarkedLine> Cells, bool IsHead)> Rows(Table table)
    {
        var isHead = true;
        foreach (var row in Inner<TableRow>(table))
        {
            reading.Cancel.ThrowIfCancellationRequested();
            if (!IsShown(row.TableRowProperties)) continue;
            isHead &= row.TableRowProperties?.GetFirstChild<TableHeader>() is { } head && head.Val?.InnerText is null or "on" or "true" or "1";
            yield return (Cells(row), isHead);
        }
    }

    private List<MarkedLine> Cells(TableRow row)
    {
        var cells = new List<MarkedLine>();
        Fill(cells, row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0);
        foreach (var cell in Inner<TableCell>(row))
        {
            var properties = cell.TableCellProperties;
            if ((properties?.GetFirstChild<CellInsertion>() is not null && !reading.Takes(isInserted: true)) || (properties?.GetFirstChild<CellDeletion>() is not null && !reading.Takes(isInserted: false))) continue;
            cells.Add(Text(cell));
            Fill(cells, (properties?.GridSpan?.Val?.Value ?? 1) - 1);
        }
        return cells;
    }

    private MarkedLine Text(TableCell cell)
    {
        var lines = new WordLines();
        new WordBlocks(reading, fields, lines, hasNotes).ReadAll(cell);
        return lines.Text;
    }

    private static void Fill(List<MarkedLine> cells, int count)
    {
        for (; count > 0 && cells.Count < MostColumns; count--) cells.Add(MarkedLine.Nothing);
    }

    private bool IsShown(TableRowProperties? properties)
    {
        var isShown = true;
        foreach (var property in properties?.ChildElements ?? new())
        {
            if (property is Inserted) isShown &= reading.Takes(isInserted: true);
            else if (property is Deleted) isShown &= reading.Takes(isInserted: false);
        }
        return isShown;
    }

    /// <summary>The rows or cells, content controls around them looked through.</summary>
    private static IEnumerable<T> Inner<T>(OpenXmlElement parent)
        where T : OpenXmlElement
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is T found) yield return found;
            else if (child is SdtRow or SdtContentRow or SdtCell or SdtContentCell or CustomXmlRow or CustomXmlCell)
            {
                foreach (var inner in Inner<T>(child)) yield return inner;
            }
        }
    }
}

/// <summary>Takes blocks as the lines of one text: a cell or a note.</summary>
internal sealed class WordLines : IWordTarget
{
    private readonly List<MarkedLine> lines = [];

    public MarkedLine Text => lines.Count == 0 ? MarkedLine.Nothing : MarkedLine.Join("\n", lines);

    public void Line(WordLine line)
    {
        if (line.Number is { } number) lines.Add(line.Text.IsBlank ? MarkedLine.Of(number) : MarkedLine.Join(" ", [MarkedLine.Of(number), line.Text]));
        else if (!line.Text.IsBlank) lines.Add(line.Text);
    }

    /// <summary>A table within a cell: a line for each row.</summary>
    public void Table(IEnumerable<(IReadOnlyList<MarkedLine> Cells, bool IsHead)> rows)
    {
        foreach (var (cells, _) in rows)
        {
            var filled = cells.Where(c => !c.IsBlank).ToList();
            if (filled.Count > 0) lines.Add(MarkedLine.Join(" | ", filled));
        }
    }
}
