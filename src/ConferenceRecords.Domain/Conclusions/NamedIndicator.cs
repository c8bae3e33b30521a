using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>An indicator with the words by which a text may name it.</summary>
internal sealed partial class NamedIndicator
{
    /// <summary>The share of its pairs of syllables from which a text names it.</summary>
    private const double Enough = 0.5;

    private readonly Indicator indicator;
    private readonly List<string> core, qualifier;
    private readonly HashSet<(string, string)> pairs;
    private readonly HashSet<string> shorts;
    private readonly List<int> years;

    public NamedIndicator(Indicator indicator)
    {
        this.indicator = indicator;
        shorts = [.. InBrackets().Matches(indicator.Name).SelectMany(m => WrittenFigure.Split(m.Groups[1].Value))];
        core = Core(InBrackets().Replace(indicator.Name, " "));
        if (core.Count == 0) core = WrittenFigure.Split(indicator.Name);
        pairs = Pairs(core);
        qualifier = WrittenFigure.Split(indicator.Qualifier ?? "");
        years = [.. Year().Matches(indicator.Period).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture))];
    }

    public Guid Id => indicator.Id;

    public string Name => indicator.Name;

    /// <summary>"gần 18%", "95,1 triệu đồng/người".</summary>
    public string Stated
    {
        get
        {
            var figure = VietnameseNumber.Format(indicator.Value) + (indicator.Unit.StartsWith('%') ? "" : " ") + indicator.Unit;
            return indicator.Qualifier is { } words ? $"{words} {figure}" : figure;
        }
    }

    /// <summary>How much of the name stands before a figure, from 0 (it is not named) to 1. The words that begin the name must be among them.</summary>
    public double Share(WrittenFigure written)
    {
        var words = Core(string.Join(' ', written.Syllables));
        var hasHead = core.Take(2).All(words.Contains) || shorts.Overlaps(written.Syllables);
        if (!hasHead) return 0;
        if (pairs.Count == 0) return 1;
        var share = (double)pairs.Intersect(Pairs(words)).Count() / pairs.Count;
        return share >= Enough ? share : 0;
    }

    /// <summary>Whether a figure has the indicator's unit; one without a unit may have any.</summary>
    public bool IsMeasuredAs(WrittenFigure written)
    {
        if (!written.HasUnit) return true;
        var unit = VietnameseText.AccentedKey(indicator.Unit.Split('/')[0]);
        return written.After.StartsWith(unit, StringComparison.Ordinal) || (unit == "%" && written.After.StartsWith("phần trăm", StringComparison.Ordinal));
    }

    public bool IsOf(int? year) => year is null || years.Count == 0 || years.Contains(year.Value) || (years.Count == 2 && year > years[0] && year < years[1]);

    /// <summary>What a figure says otherwise; null where it says the same.</summary>
    public FindingKind? Compare(WrittenFigure written)
    {
        if (!written.Is(indicator.Value)) return FindingKind.Number;
        var words = Without(written.Qualifier, "đạt", "vượt");
        var exceeds = written.Syllables.Contains("vượt");
        var saysItExceeds = written.Qualifier.Contains("vượt");
        if (!words.SequenceEqual(Without(qualifier, "đạt", "vượt")) || (qualifier.Contains("vượt") ? !exceeds : saysItExceeds)) return FindingKind.Qualifier;
        return (indicator.Direction, written.Syllables.Contains("tăng"), written.Syllables.Contains("giảm")) switch
        {
            ("tăng", false, true) or ("giảm", true, false) => FindingKind.Direction,
            _ => null,
        };
    }

    private static IEnumerable<string> Without(IEnumerable<string> words, params string[] left) => words.Where(w => !left.Contains(w));

    /// <summary>The words of a name without those that many names share.</summary>
    private static List<string> Core(string name) => WrittenFigure.Split(Common().Replace(string.Join(' ', WrittenFigure.Split(name)), " "));

    private static HashSet<(string, string)> Pairs(List<string> words) => [.. words.Zip(words.Skip(1))];

    [GeneratedRegex(@"\(([^)]*)\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\p{L})(?:tốc độ|tổng|giá trị|kim ngạch|t[ỷỉ] lệ|chỉ số|chỉ tiêu|mức|trên địa bàn|toàn tỉnh|của tỉnh)(?!\p{L})")]
    private static partial Regex Common();
}
