using System.Globalization;
using System.Text.RegularExpressions;

namespace ConferenceRecords.Documents.Office;

/// <summary>How a workbook writes characters that its XML can't hold or that a reader of XML would change: <c>_x000D_</c> is a carriage return, <c>_x005F_</c> a low line.</summary>
internal static partial class SheetText
{
    /// <summary>The text as it stands in the XML.</summary>
    public static string Escape(string text) => Odd().Replace(text, match => string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_") + match.Value[1..]);

    /// <summary>The text as a person sees it.</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, match => ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

    [GeneratedRegex("""[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|_(?=x[0-9A-Fa-f]{4}_)""")]
    private static partial Regex Odd();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
