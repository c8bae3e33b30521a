using System.Globalization;
using System.Text;

namespace ConferenceRecords.Domain.Text;

/// <summary>
/// The one door through which Vietnamese text enters the records, and the keys by which it is found again.
/// </summary>
/// <remarks>
/// Text is stored in Unicode normalisation form C with the author's own spelling and quotes; only keys are folded.
/// All members need ICU: without it .NET leaves non-ASCII text unnormalised and says nothing (see <see cref="EnsureIcu"/>).
/// </remarks>
public static class VietnameseText
{
    private const string DecomposedName = "Nguye\u0302\u0303n";

    /// <summary>
    /// Cleans text of any number of lines: form NFC, <c>\n</c> as the only line break, look-alikes of Đ/đ repaired
    /// (U+00D0, U+0189 and U+00F0, U+0256), every kind of blank (no-break space included) an ordinary space.
    /// </summary>
    /// <remarks>
    /// Invisible format characters (soft hyphen, zero-width space, byte order mark, direction marks) and control
    /// characters other than line feed and tab are removed. Line breaks in other clothes (CR LF, CR, the vertical tab that Word
    /// pastes for Shift+Enter, form feed, NEL, U+2028, U+2029) become <c>\n</c>, so that no two words are glued together.
    /// Half of a surrogate pair becomes U+FFFD, because neither Unicode normalisation nor PostgreSQL takes it. Cleaning twice changes nothing.
    /// </remarks>
    /// <param name="text">Text as typed, pasted or imported.</param>
    /// <returns>The cleaned text; it may be empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' or '\n' or '\t')
            {
                kept.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
            }
            else if (!(c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') && Repair(c) is { } repaired)
            {
                kept.Append(repaired);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Cleans text that belongs on one line: <see cref="Clean"/>, then line breaks, tabs and runs of blanks become one space and the ends are trimmed.
    /// </summary>
    /// <param name="text">Text as typed, pasted or imported.</param>
    /// <returns>The cleaned line; it may be empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string CleanLine(string text) => OnOneLine(Clean(text));

    /// <summary>Tells whether text is well-formed Unicode in normalisation form C, as every stored text must be.</summary>
    /// <param name="text">The text to check.</param>
    /// <returns>False also for text that holds half of a surrogate pair.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool IsNfc(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.IsNormalized(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// The unaccented search key: one line, lower-case, without marks, đ as d. "Hội nghị", "hoi nghi" and the decomposed form
    /// have the same key, wherever the tone is placed.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>A key for comparing and finding, never for showing. Folding twice changes nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Fold(string text) =>
        // Lower-casing can bring a mark back (İ), hence the second removal; a mark that goes can bring blanks together, hence the line last.
        OnOneLine(WithoutMarks(WithoutMarks(Clean(text)).ToLowerInvariant()));

    /// <summary>
    /// The accented search key: one line, lower-case, with its marks, and the tone of an open syllable in oa, oe, uy where the newer
    /// style puts it, so that khóa equals khoá and ủy equals uỷ while "bí thư" still differs from "bị thu".
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>A key for comparing and finding, never for showing: the record keeps its own spelling.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string AccentedKey(string text) =>
        TonePlacement.OldToNew(CleanLine(text).ToLowerInvariant().Normalize(NormalizationForm.FormC));

    /// <summary>
    /// A name for addresses and files: the folded text's Latin letters and digits, everything else a single hyphen between them
    /// ("Hội nghị lần thứ 12" gives "hoi-nghi-lan-thu-12").
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>ASCII in kebab-case; empty when the text has no Latin letter and no digit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Slug(string text)
    {
        var folded = Fold(text);
        var slug = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>
    /// Checks at start-up that normalisation, folding and Vietnamese order really work. It tries them instead of reading
    /// settings, because a missing library and globalization-invariant mode fail in the same silent way.
    /// </summary>
    /// <exception cref="InvalidOperationException">The process runs without ICU or in globalization-invariant mode; the message says what to change.</exception>
    public static void EnsureIcu()
    {
        if (!Works())
        {
            throw new InvalidOperationException(
                "Vietnamese text cannot be normalised, searched or sorted: this process runs in globalization-invariant mode or without ICU. " +
                "Install the ICU libraries (Debian: the package libicu and its number, Alpine: icu-libs and icu-data-full) and remove " +
                "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT and InvariantGlobalization from the settings.");
        }
    }

    private static bool Works()
    {
        try
        {
            return DecomposedName.Normalize(NormalizationForm.FormC) == "Nguyễn"
                && Fold("ĐƯỜNG") == "duong"
                && VietnameseOrder.Comparer.Compare("ăn", "ân") < 0
                && VietnameseOrder.Comparer.Compare("ân", "ba") < 0
                && VietnameseOrder.Comparer.Compare("dz", "đa") < 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The character to keep for one outside printable ASCII, or null when it is to go.</summary>
    private static char? Repair(char c) => c switch
    {
        '\u00D0' or '\u0189' => 'Đ',
        '\u00F0' or '\u0256' => 'đ',
        '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => '\n',
        // Non-characters: normalisation refuses the first of them.
        '\uFFFE' or '\uFFFF' => null,
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.Control or UnicodeCategory.Format => null,
            UnicodeCategory.Surrogate => '\uFFFD',
            _ => c,
        },
    };

    private static string OnOneLine(string clean)
    {
        var line = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    private static string WithoutMarks(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            // đ has no decomposition, so it is folded by hand.
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c switch { 'đ' => 'd', 'Đ' => 'D', _ => c });
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
