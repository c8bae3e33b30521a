using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>
/// Finds the mark of a classified paper in a text: MẬT, TỐI MẬT or TUYỆT MẬT standing alone, or a line "Độ mật: ...". Nothing classified may be
/// stored on a networked system, so a text that carries one is refused before it is stored.
/// </summary>
/// <remarks>
/// A stamp stands alone on its line, or in its cell where a table was pasted; letters set apart (<c>M Ậ T</c>) and signs around it
/// (<c>[MẬT]</c>, <c>* MẬT *</c>) make no difference. The word within other words (bí mật, bảo mật, mật độ) and the marks of urgency (HỎA TỐC) are no stamp.
/// A "Độ mật:" which says outright that there is none (không, không mật, thường) is none either. A text without a stamp is not thereby proven
/// free of secrets: the declaration of the person stays necessary. The encodings before Unicode are read as well (<c>TUYÖT MËT</c>).
/// </remarks>
public static partial class SecrecyStamp
{
    /// <summary>Tells whether a text carries a stamp.</summary>
    /// <param name="text">The text as pasted, with any line breaks.</param>
    /// <returns>True when one line of it, or one cell of a line, is a stamp.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool IsIn(string text) =>
        Carries(text) || Old(text).Any(line => Carries(LegacyText.ToUnicode(line, LegacyEncoding.Tcvn3)) || Carries(LegacyText.ToUnicode(line, LegacyEncoding.Vni)));

    /// <summary>Lines that may be of the time before Unicode: other letters than ASCII, none beyond Latin-1.</summary>
    private static IEnumerable<string> Old(string text) => text.Split('\n', '\r', '\v', '\f').Where(line => line.Any(c => c > '~') && line.All(c => c <= '\u00FF'));

    private static bool Carries(string text) =>
        VietnameseText.Clean(text).Split('\n').Any(line => IsLevel(line) || line.Split('\t', '|').Any(cell => IsStamp(VietnameseText.CleanLine(cell))));

    private static bool IsStamp(string cell) => IsStamped(cell) || IsLevel(cell);

    /// <summary>A small letter at the start is the end of a sentence that was broken ("bí" and, on the next line, "mật").</summary>
    private static bool IsStamped(string cell) =>
        !cell.Any(char.IsDigit) && Letters(cell) is { Length: > 0 } letters && char.IsUpper(letters[0]) && Stamp().IsMatch(letters);

    private static bool IsLevel(string line) =>
        line.Split(':', 2) is [var label, var level] && Label().IsMatch(Letters(label)) && !None().IsMatch(Letters(level));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    [GeneratedRegex("^(?:(?:mức)?độmật)?(?:mật|tốimật|tuyệtmật)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex("^(?:mức)?độmật$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("^(?:không(?:mật)?|thường)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex None();
}
