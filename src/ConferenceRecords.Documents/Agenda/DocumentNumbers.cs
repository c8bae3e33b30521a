using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Counts the lists of a document as Word does, so that each paragraph gets the number that the page shows.</summary>
internal sealed partial class DocumentNumbers
{
    private readonly DocumentStyles styles;
    private readonly Dictionary<int, NumberingInstance> lists = [];
    private readonly Dictionary<int, AbstractNum> formats = [];

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
    public string? Next(Paragraph paragraph)
    {
        if (styles.Numbering(paragraph) is not (var list, var level) || !lists.TryGetValue(list, out var instance)) return null;
        var formatId = instance.AbstractNumId?.Val?.Value ?? -1;
        if (!formats.ContainsKey(formatId)) return null;
        if (!counters.TryGetValue(formatId, out var counter)) counters[formatId] = counter = new int?[9];
        var start = Override(instance, level)?.StartOverrideNumberingValue?.Val?.Value;
        counter[level] = start is { } own && started.Add((list, level)) ? own : counter[level] + 1 ?? Start(instance, level);
        for (var below = level + 1; below < counter.Length; below++) counter[below] = null;
        return Show(instance, level, counter);
    }

    private string? Show(NumberingInstance instance, int level, int?[] counter)
    {
        var shape = Level(instance, level);
        if (shape?.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet) return "-";
        var text = shape?.LevelText?.Val?.Value ?? "%1.";
        var number = Place().Replace(text, place =>
        {
            var at = place.Value[1] - '1';
            counter[at] ??= Start(instance, at);
            return One(counter[at]!.Value, Level(instance, at)?.NumberingFormat?.Val);
        });
        return number.Trim() is { Length: > 0 } shown ? shown : null;
    }

    private int Start(NumberingInstance instance, int level) => Level(instance, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private Level? Level(NumberingInstance instance, int level) =>
        Override(instance, level)?.Level ?? formats[instance.AbstractNumId!.Val!.Value].Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);

    private static LevelOverride? Override(NumberingInstance instance, int level) => instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level);

    private static string One(int value, DocumentFormat.OpenXml.EnumValue<NumberFormatValues>? format)
    {
        var kind = format?.Value ?? NumberFormatValues.Decimal;
        if (value > 0 && value <= RomanNumeral.Largest)
        {
            if (kind == NumberFormatValues.UpperRoman) return RomanNumeral.To(value);
            if (kind == NumberFormatValues.LowerRoman) return RomanNumeral.To(value).ToLowerInvariant();
        }
        if (value is > 0 and <= 26)
        {
            if (kind == NumberFormatValues.UpperLetter) return ((char)('A' + value - 1)).ToString();
            if (kind == NumberFormatValues.LowerLetter) return ((char)('a' + value - 1)).ToString();
        }
        return value.ToString(kind == NumberFormatValues.DecimalZero ? "00" : "0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
