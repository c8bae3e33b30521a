using System.Collections.Frozen;

namespace ConferenceRecords.Domain.Text;

/// <summary>
/// Ordinals as the Party's papers write them: "lần thứ 12", "khóa XX", "khóa 14", "thứ nhất", "hai mươi tư".
/// </summary>
public static class Ordinal
{
    /// <summary>The largest ordinal read, in every writing; words are read to 99.</summary>
    public const int Largest = RomanNumeral.Largest;

    private static readonly string[] Prefixes =
        [.. new[] { "lần thứ", "khóa thứ", "thứ", "lần", "khóa" }.Select(VietnameseText.AccentedKey)];

    private static readonly FrozenDictionary<string, int> Alone = new Dictionary<string, int>
    {
        ["nhất"] = 1, ["một"] = 1, ["hai"] = 2, ["nhì"] = 2, ["ba"] = 3, ["tư"] = 4, ["bốn"] = 4, ["năm"] = 5,
        ["sáu"] = 6, ["bảy"] = 7, ["bẩy"] = 7, ["tám"] = 8, ["chín"] = 9, ["mười"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // "mười năm" and "hai mươi năm" are ten and twenty years; five after a ten is lăm or nhăm.
    private static readonly FrozenDictionary<string, int> AfterTen = new Dictionary<string, int>
    {
        ["một"] = 1, ["hai"] = 2, ["ba"] = 3, ["bốn"] = 4, ["lăm"] = 5, ["sáu"] = 6, ["bảy"] = 7, ["bẩy"] = 7, ["tám"] = 8, ["chín"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> AfterTens =
        AfterTen.Concat([new("mốt", 1), new("tư", 4), new("nhăm", 5)]).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Reads an ordinal in digits, in Vietnamese words with their marks or in Roman letters, alone or after "thứ", "lần thứ", "lần", "khóa".
    /// </summary>
    /// <param name="text">The text, may be null; capitals, blanks and tone placement do not matter.</param>
    /// <param name="value">A number from 1 to <see cref="Largest"/>, or 0.</param>
    /// <returns>Whether the whole text is one ordinal.</returns>
    public static bool TryParse(string? text, out int value)
    {
        var rest = VietnameseText.AccentedKey(text ?? "");
        foreach (var prefix in Prefixes)
        {
            if (rest.StartsWith(prefix + " ", StringComparison.Ordinal))
            {
                rest = rest[(prefix.Length + 1)..];
                break;
            }
        }

        return TryDigits(rest, out value) || TryWords(rest, out value) || RomanNumeral.TryParse(rest, out value);
    }

    private static bool TryDigits(string text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 4 || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        var read = text.Aggregate(0, (sum, digit) => (sum * 10) + (digit - '0'));
        value = read is >= 1 and <= Largest ? read : 0;
        return value > 0;
    }

    private static bool TryWords(string text, out int value)
    {
        var words = text.Split(' ');
        value = words switch
        {
            [var one] => Alone.GetValueOrDefault(one),
            ["mười", var unit] => 10 + AfterTen.GetValueOrDefault(unit, -10),
            [var tens, "mươi"] => Tens(tens),
            [var tens, "mươi", var unit] when Tens(tens) > 0 && AfterTens.TryGetValue(unit, out var units) => Tens(tens) + units,
            _ => 0,
        };
        return value > 0;
    }

    private static int Tens(string word) =>
        word is not ("nhất" or "một" or "nhì" or "tư" or "mười") ? 10 * Alone.GetValueOrDefault(word) : 0;
}
