using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>A figure as it stands in a text, with the words before it.</summary>
internal sealed partial class WrittenFigure
{
    private static readonly HashSet<string> Qualifiers =
        ["gần", "trên", "hơn", "khoảng", "chừng", "ước", "xấp", "xỉ", "dưới", "không", "quá", "ít", "nhất", "tối", "thiểu", "đa", "nhiều", "vượt", "đạt"];

    /// <summary>Words after which "hơn" compares and qualifies nothing: "cao hơn 7,7%".</summary>
    private static readonly HashSet<string> Comparing = ["cao", "thấp", "lớn", "nhỏ", "nhiều", "ít", "nhanh", "chậm", "tốt", "kém"];

    private readonly string number;

    public WrittenFigure(string text, int from, Match figure)
    {
        number = figure.Value;
        Syllables = Split(text[from..figure.Index]);
        Qualifier = Adjacent(Syllables);
        After = VietnameseText.AccentedKey(text[(figure.Index + figure.Length)..Math.Min(text.Length, figure.Index + figure.Length + 60)]);
        Year = YearOf(text, figure);
        var shown = Math.Max(from, figure.Index - (Qualifier.Count * 8));
        var end = Unit().Match(text, figure.Index + figure.Length);
        Text = text[shown..(figure.Index + figure.Length + (end.Success ? end.Length : 0))].Trim();
    }

    private string Text { get; }

    /// <summary>The syllables between the figure before it, or the beginning of its clause, and itself.</summary>
    public IReadOnlyList<string> Syllables { get; }

    /// <summary>The qualifying words right before it.</summary>
    public IReadOnlyList<string> Qualifier { get; }

    /// <summary>What follows it.</summary>
    public string After { get; }

    /// <summary>The year that is spoken of; null where none is.</summary>
    public int? Year { get; }

    /// <summary>Whether a unit follows.</summary>
    public bool HasUnit => After.Length > 0 && (After[0] == '%' || char.IsLetter(After[0]));

    /// <summary>Qualifier, number and unit as they stand there.</summary>
    public string Words => string.Join(' ', [.. Qualifier, Text[Text.IndexOf(number, StringComparison.Ordinal)..]]);

    public bool Is(decimal value) =>
        VietnameseNumber.TryParse(number, out var read, out _) ? read == value
        : VietnameseNumber.TryReadBothWays(number, out var thousands, out var decimals) && (thousands == value || decimals == value);

    /// <summary>The syllables of a text in the form in which they are compared.</summary>
    public static List<string> Split(string text) => [.. Syllable().Matches(VietnameseText.AccentedKey(text)).Select(m => m.Value)];

    private static List<string> Adjacent(IReadOnlyList<string> before)
    {
        var from = before.Count;
        while (from > 0 && Qualifiers.Contains(before[from - 1])) from--;
        if (from > 0 && from < before.Count && before[from] == "hơn" && Comparing.Contains(before[from - 1])) from++;
        else if (before.Count - from >= 2 && before[^1] == "hơn" && Comparing.Contains(before[^2])) from = before.Count;
        return [.. before.Skip(from)];
    }

    /// <summary>The year right behind the figure's clause, or the last one before it; one that is only compared with is not meant.</summary>
    private static int? YearOf(string text, Match figure)
    {
        var rest = text[(figure.Index + figure.Length)..];
        var end = rest.IndexOfAny([';', '.']);
        var behind = Years().Match(end < 0 ? rest : rest[..end]);
        if (behind.Success && !Figures().IsMatch(rest[..behind.Index])) return int.Parse(behind.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var before = Years().Matches(text[..figure.Index]);
        return before.Count == 0 ? null : int.Parse(before[^1].Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Syllable();

    [GeneratedRegex(@"(?<!so với |so với cùng kỳ )(?:năm |tháng \d{1,2}/)(?<year>\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex Years();

    [GeneratedRegex(@"\d(?![\d]{3})\s?%")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\G\s?(?:%|[\p{L}/]+(?: đồng(?:/\p{L}+)?)?)")]
    private static partial Regex Unit();
}
