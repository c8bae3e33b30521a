using System.Collections.Frozen;
using System.Globalization;

namespace ConferenceRecords.Domain.Text;

/// <summary>
/// The two styles of placing the tone in oa, oe and uy: older style hòa, khỏe, ủy; newer style hoà, khoẻ, uỷ. They differ only where the
/// syllable ends with these vowels, and not after q, whose u is no vowel (quý is written so in both).
/// </summary>
internal static class TonePlacement
{
    private static readonly FrozenDictionary<string, string> NewByOld = new Dictionary<string, string>
    {
        ["òa"] = "oà", ["óa"] = "oá", ["ỏa"] = "oả", ["õa"] = "oã", ["ọa"] = "oạ",
        ["òe"] = "oè", ["óe"] = "oé", ["ỏe"] = "oẻ", ["õe"] = "oẽ", ["ọe"] = "oẹ",
        ["ùy"] = "uỳ", ["úy"] = "uý", ["ủy"] = "uỷ", ["ũy"] = "uỹ", ["ụy"] = "uỵ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The 15 pairs, older style to newer style, lower-case.</summary>
    internal static IReadOnlyDictionary<string, string> Pairs => NewByOld;

    /// <summary>Moves the tone of open syllables to the newer style.</summary>
    /// <param name="lower">Lower-case text in form NFC.</param>
    internal static string OldToNew(string lower)
    {
        var letters = lower.ToCharArray();
        return OldToNew(letters) ? new string(letters) : lower;
    }

    /// <summary>Moves the tone of open syllables to the newer style, in place: a pair is as long in both.</summary>
    /// <param name="lower">Lower-case text in form NFC.</param>
    /// <returns>Whether something was moved.</returns>
    internal static bool OldToNew(Span<char> lower)
    {
        var lookup = NewByOld.GetAlternateLookup<ReadOnlySpan<char>>();
        var isChanged = false;
        for (var i = 0; i + 1 < lower.Length; i++)
        {
            if (lower[i + 1] is 'a' or 'e' or 'y'
                && lookup.TryGetValue(lower.Slice(i, 2), out var pair)
                && (i == 0 || lower[i - 1] != 'q')
                && (i + 2 == lower.Length || !ContinuesSyllable(lower[i + 2])))
            {
                pair.CopyTo(lower[i..]);
                isChanged = true;
            }
        }

        return isChanged;
    }

    private static bool ContinuesSyllable(char next) =>
        char.IsLetter(next) || char.GetUnicodeCategory(next) == UnicodeCategory.NonSpacingMark;
}
