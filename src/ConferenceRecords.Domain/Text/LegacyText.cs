using System.Text.RegularExpressions;

namespace ConferenceRecords.Domain.Text;

/// <summary>How Vietnamese was written into files before Unicode.</summary>
public enum LegacyEncoding
{
    /// <summary>Unicode: nothing to convert.</summary>
    None,

    /// <summary>TCVN 5712:1993 with one character for a letter, shown by fonts named .VnTime.</summary>
    Tcvn3,

    /// <summary>VNI for Windows with a base letter and a character for its marks, shown by fonts named VNI-Times.</summary>
    Vni,
}

/// <summary>Recognises text in the encodings of old papers ("§¶ng bé", "Ñaûng boä") and brings it to Unicode.</summary>
/// <remarks>It works on text as it came: cleaning would take some of these characters for invisible ones and remove them.</remarks>
public static partial class LegacyText
{
    /// <summary>The encoding that a font stands for.</summary>
    /// <param name="font">Name of a font, may be null.</param>
    /// <returns>The encoding; <see cref="LegacyEncoding.None"/> for a font of today.</returns>
    public static LegacyEncoding OfFont(string? font)
    {
        var name = (font ?? "").Trim(' ', '"', '\'');
        if (name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase)) return LegacyEncoding.Tcvn3;
        return name.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? LegacyEncoding.Vni : LegacyEncoding.None;
    }

    /// <summary>Whether a font shows small letters as capitals (.VnTimeH): there is no other way to capitals with a tone in that encoding.</summary>
    /// <param name="font">Name of a font, may be null.</param>
    /// <returns>True for the capital fonts of TCVN3.</returns>
    public static bool IsInCapitals(string? font) => OfFont(font) == LegacyEncoding.Tcvn3 && font!.Trim(' ', '"', '\'').EndsWith('H');

    /// <summary>The encoding of a text without fonts, by its words.</summary>
    /// <param name="text">The text as it came.</param>
    /// <returns>
    /// An encoding where at least two words (or one with two such characters) hold characters that no Vietnamese or French word has and become Vietnamese
    /// syllables by it, and such words are the larger part; <see cref="LegacyEncoding.None"/> in every doubt.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static LegacyEncoding Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words().Matches(text).Select(m => m.Value).Where(w => w.Any(c => c > '~')).Distinct().ToList();
        return new[] { LegacyEncoding.Tcvn3, LegacyEncoding.Vni }.FirstOrDefault(encoding => Speaks(words, encoding));
    }

    /// <summary>Brings a text to Unicode, form NFC.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="capitals">Whether its font shows capitals (<see cref="IsInCapitals"/>).</param>
    /// <returns>The same text with Vietnamese letters; unchanged for <see cref="LegacyEncoding.None"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string ToUnicode(string text, LegacyEncoding encoding, bool capitals = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = encoding switch
        {
            LegacyEncoding.Tcvn3 => LegacyLetters.FromTcvn3(text),
            LegacyEncoding.Vni => LegacyLetters.FromVni(text),
            _ => text,
        };
        return capitals ? letters.ToUpperInvariant() : letters;
    }

    private static bool Speaks(List<string> words, LegacyEncoding encoding)
    {
        var (signs, evidence, against) = (0, 0, 0);
        foreach (var word in words)
        {
            // A letter beyond Latin-1 is in neither encoding.
            if (word.Any(c => c > '\u00FF'))
            {
                against++;
                continue;
            }
            var foreign = word.Count(c => IsForeign(c, encoding));
            if (foreign == 0) continue;
            if (!word.Any(char.IsAsciiLetter) || !Syllable.Is(ToUnicode(word, encoding)))
            {
                against++;
                continue;
            }
            signs += foreign;
            evidence++;
        }
        return signs > 1 && evidence > against;
    }

    /// <summary>A character that the encoding uses and that neither Vietnamese nor French has in a word.</summary>
    private static bool IsForeign(char c, LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Tcvn3 => c is >= '\u00A1' and <= '\u00BE' or '\u00D0' or '\u00D7' or '\u00D8' or '\u00DE' or '\u00DF' or '\u00F0' or '\u00F7' or '\u00F8' or '\u00FE' or 'ñ' or 'ö' or 'ä' or 'å' or 'Ö' or 'Ä' or 'Å' or 'Ñ',
        _ => c is 'ñ' or 'Ñ' or 'ö' or 'Ö' or 'ä' or 'Ä' or 'å' or 'Å' or 'ø' or 'Ø' or 'æ' or 'Æ',
    };

    [GeneratedRegex("[A-Za-z\u00A1-\u024F\u1E00-\u1EFF]+")]
    private static partial Regex Words();
}
