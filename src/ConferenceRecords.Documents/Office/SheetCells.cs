using System.Globalization;
using System.Text;
using System.Xml;

namespace ConferenceRecords.Documents.Office;

/// <summary>Reads the cells of a row, each as the text that a person sees.</summary>
internal sealed class SheetCells(List<string> shared, SheetFormats formats)
{
    /// <summary>Reads the row at which the reader stands; leaves it at its end.</summary>
    public List<string> Row(XmlReader xml, int number)
    {
        var cells = new List<string>();
        if (xml.IsEmptyElement) return cells;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = xml.GetAttribute("r") is { } name ? Place(name)?.Column ?? throw OfficeFile.Damaged() : cells.Count;
            if (column >= SheetRows.MostColumns)
            {
                if (!xml.IsEmptyElement && Cell(xml, column, number).Length > 0) throw new OfficeFileException(OfficeFileProblem.TooManyColumns, "The sheet has too many columns");
                continue;
            }
            while (cells.Count <= column) cells.Add("");
            cells[column] = Cell(xml, column, number);
        }
        return cells;
    }

    /// <summary>Column (from 0) and row (from 1) of a reference such as <c>$B$7</c>; null where it is none.</summary>
    public static (int Column, int Row)? Place(string reference)
    {
        var (column, row) = (0, 0);
        foreach (var c in reference.Where(c => c != '$'))
        {
            if (c is >= 'A' and <= 'Z' && row == 0 && column <= 16_384) column = (column * 26) + (c - 'A' + 1);
            else if (char.IsAsciiDigit(c) && column > 0 && row <= 10_000_000) row = (row * 10) + (c - '0');
            else return null;
        }
        return column > 0 && row > 0 ? (column - 1, row) : null;
    }

    /// <summary>The text of a string in which the reader stands, its runs put together; the readings above Japanese characters are left out.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false }) PassOver(xml);
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(xml.Value);
        }
        return SheetText.Unescape(text.ToString());
    }

    /// <summary>Leaves the reader at the end of the element.</summary>
    private static void PassOver(XmlReader xml)
    {
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }

    private string Cell(XmlReader xml, int column, int row)
    {
        if (xml.IsEmptyElement) return "";
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var value = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "f") throw new OfficeFileException(OfficeFileProblem.Formula, "A cell holds a formula", Name(column, row));
            if (xml.LocalName is "v" or "is") value = Text(xml);
        }
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : throw OfficeFile.Damaged(),
            "b" => value == "1" ? "TRUE" : "FALSE",
            null or "n" => formats.Show(value, style),
            _ => value,
        };
    }

    private static string Name(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
