using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Word;

/// <summary>Counts the lists of a document as Word does, so that each paragraph gets the number that the page shows.</summary>
internal sealed partial class DocumentNumbers
{
    /// <summary>No number is longer in the records; the shape of one in a file may be of any length.</summary>
    private const int Longest = 50;

    private readonly DocumentStyles styles;
    private readonly Dictionary<int, NumberingInstance> lists = [];
    private readonly Dictionary<int, AbstractNum> formats = [];
    private readonly Dictionary<int, DocumentList> shapes = [];

    /// <summary>The counters of each format: lists that share a format count on.</summary>
    private readonly Dictionary<int, int?[]> counters = [];

    /// <summary>Lists with a start of their own, which counts once.</summary>
    private readonly HashSet<(int List, int Level)> started = [];

    public DocumentNumbers(Numbering? numbering, DocumentStyles styles)
    {
        this.styles = styles;
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? []) lists[list.NumberID?.Value ?? 0] = list;
        foreach (var format in numbering?.Elements<AbstractNum>() ?? []) formats[format.AbstractNumberId?.Value ?? -1] = format;
    }

    /// <summary>The number of the next paragraph as shown; null where it stands in no list.</summary>
    public string? Next(Paragraph paragraph) => Next(styles.Numbering(paragraph));

    /// <summary>The number of the next paragraph of a list as shown; null where there is no such list or its numbers are empty.</summary>
    public string? Next((int List, int Level)? place)
    {
        if (place is not (var list, var level) || Shape(list) is not { } shape) return null;
        if (!counters.TryGetValue(shape.FormatId, out var counter)) counters[shape.FormatId] = counter = new int?[DocumentList.Levels];
        counter[level] = shape[level].StartsAt is { } own && started.Add((list, level)) ? own : counter[level] + 1 ?? shape[level].Start;
        for (var below = level + 1; below < counter.Length; below++)
        {
            if (shape[below].StartsAgainAfter(level)) counter[below] = null;
        }
        return Show(shape, level, counter);
    }

    private DocumentList? Shape(int list)
    {
        if (shapes.TryGetValue(list, out var shape)) return shape;
        if (!lists.TryGetValue(list, out var instance) || !formats.TryGetValue(instance.AbstractNumId?.Val?.Value ?? -1, out var format)) return null;

        // A format may stand for that of a style.
        if (format.NumberingStyleLink?.Val?.Value is { } style && styles.ListOf(style) is { } linked && lists.TryGetValue(linked, out var other)
            && formats.TryGetValue(other.AbstractNumId?.Val?.Value ?? -1, out var real)) format = real;
        return shapes[list] = new(format, instance);
    }

    private static string? Show(DocumentList list, int level, int?[] counter)
    {
        var shape = list[level];
        if (shape.Format == "bullet") return Bullets().IsMatch(shape.Text) ? shape.Text : "-";
        var number = Place().Replace(shape.Text, place =>
        {
            var at = place.Value[1] - '1';
            counter[at] ??= list[at].Start;
            return One(counter[at]!.Value, shape.IsLegal ? "decimal" : list[at].Format);
        });
        var shown = VietnameseText.CleanLine(number);
        return shown.Length == 0 ? null : shown.Length > Longest ? shown[..Longest] : shown;
    }

    private static string One(int value, string kind)
    {
        if (kind == "none") return "";
        if (value is > 0 and <= RomanNumeral.Largest)
        {
            if (kind == "upperRoman") return RomanNumeral.To(value);
            if (kind == "lowerRoman") return RomanNumeral.To(value).ToLowerInvariant();
        }
        if (value is > 0 and <= 26 * 5)
        {
            // After z comes aa.
            if (kind == "upperLetter") return new((char)('A' + ((value - 1) % 26)), ((value - 1) / 26) + 1);
            if (kind == "lowerLetter") return new((char)('a' + ((value - 1) % 26)), ((value - 1) / 26) + 1);
        }
        return value.ToString(kind == "decimalZero" ? "00" : "0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();

    /// <summary>Those that everybody reads; symbol fonts put theirs where no other font has a letter.</summary>
    [GeneratedRegex("^[-–—+*•]$")]
    private static partial Regex Bullets();
}
