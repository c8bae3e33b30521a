using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ConferenceRecords.Documents.Office;

/// <summary>Shows a number by the format of its cell: a date day first, whole numbers with the zeros in front that the format asks for.</summary>
internal sealed partial class SheetFormats
{
    private readonly List<string> codes = [];
    private readonly bool from1904;

    public SheetFormats(WorkbookPart workbook)
    {
        from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
        if (workbook.WorkbookStylesPart?.Stylesheet is not { } styles) return;
        var own = new Dictionary<uint, string>();
        foreach (var format in styles.NumberingFormats?.Elements<NumberingFormat>() ?? []) own[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
        foreach (var cell in styles.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = cell.NumberFormatId?.Value ?? 0;
            codes.Add(own.GetValueOrDefault(id) ?? BuiltIn(id));
        }
    }

    public string Show(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        var code = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < codes.Count ? codes[index] : "";
        if (Zeros().IsMatch(code) && number == Math.Floor(number)) return number.ToString(code, CultureInfo.InvariantCulture);
        return Pattern(code) is { } pattern && Date(number) is { } date
            ? date.ToString(pattern, CultureInfo.InvariantCulture)
            : Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture) : value;
    }

    /// <summary>The parts that a format shows, in Vietnamese order; null where it shows no date.</summary>
    private static string? Pattern(string code)
    {
        var shown = NotShown().Replace(code.Split(';')[0], "").ToUpperInvariant();
        if (shown.Contains("GENERAL", StringComparison.Ordinal)) return null;
        var (day, year, hour) = (shown.Contains('D'), shown.Contains('Y'), shown.Contains('H'));
        var month = shown.Contains('M') && (day || year || !hour) && !(shown.Contains('S') && !day && !year);
        var date = string.Join('/', new[] { day ? "dd" : null, month ? "MM" : null, year ? "yyyy" : null }.OfType<string>());
        var all = string.Join(' ', new[] { date, hour ? "HH:mm" : null }.Where(part => part is { Length: > 0 }));
        return all.Length > 0 ? all : null;
    }

    private DateTime? Date(double serial)
    {
        // Excel counts a 29 February 1900 that never was.
        var days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        return days is >= 1 and < 2_958_466 ? DateTime.FromOADate(days) : null;
    }

    private static string BuiltIn(uint id) => id switch
    {
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => "d/m/y",
        18 or 19 or 20 or 21 or >= 32 and <= 35 or 55 or 56 => "h:mm",
        22 => "d/m/y h:mm",
        _ => "",
    };

    [GeneratedRegex("^0+$")]
    private static partial Regex Zeros();

    /// <summary>Words in quotes, marks after a backslash, colours and languages in brackets.</summary>
    [GeneratedRegex("""(?:"[^"]*"|\\.|\[[^\]]*\]|_.|\*.)""")]
    private static partial Regex NotShown();
}
