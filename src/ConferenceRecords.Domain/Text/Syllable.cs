using System.Text;
using System.Text.RegularExpressions;

namespace ConferenceRecords.Domain.Text;

/// <summary>Tells whether a word is built as a Vietnamese syllable: beginning, vowels, end, and a tone that the end allows.</summary>
internal static partial class Syllable
{
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    public static bool Is(string word)
    {
        var parts = word.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var tones = parts.Where(c => Tones.Contains(c)).ToList();
        var plain = string.Concat(parts.Where(c => !Tones.Contains(c))).Normalize(NormalizationForm.FormC);
        return tones.Count <= 1 && Built().Match(plain) is { Success: true } built && (!built.Groups["stop"].Success || tones is ['\u0301' or '\u0323']);
    }

    [GeneratedRegex(
        """
        ^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?
        (?:
            [aeêioôơuưy] | ia | ya | ua | ưa | oa | oe | uê | uy | uơ | uya
          | ai | ay | ây | ao | au | âu | eo | êu | iu | iêu | yêu | oi | ôi | ơi | ui | ưi | uôi | ươi | ưu | ươu | oai | oay | uây | oao | oeo | uyu
          | (?:[aăâeêioôơuưy] | iê | yê | uô | ươ | oa | oă | uâ | oe | uê | uyê | uy) (?:m|ng?|nh|(?<stop>p|t|ch?))
        )$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Built();
}
