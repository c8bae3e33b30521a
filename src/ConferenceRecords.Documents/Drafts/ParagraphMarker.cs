using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Finds the marker at the start of a cleaned line and tells what the paragraph is.</summary>
internal static partial class ParagraphMarker
{
    /// <summary>A line in capitals up to this many characters is a heading; a longer one is a shouted paragraph.</summary>
    private const int LongestCapitalHeading = 300;

    /// <summary>Reads a line that is clean and not empty.</summary>
    internal static (ParagraphKind Kind, string? Marker, string Text) Read(string line)
    {
        if (Division().Match(line) is { Success: true } division)
        {
            // A division that stands alone ("Chương II", its title on the next line) is a text of its own: no paragraph is empty.
            return division.Length == line.Length ? (ParagraphKind.Heading, null, line) : Cut(ParagraphKind.Heading, line, division);
        }

        if (DivisionBeforeCapitals().Match(line) is { Success: true } before && IsInCapitals(line[before.Length..]))
        {
            return Cut(ParagraphKind.Heading, line, before);
        }

        if (Roman().Match(line) is { Success: true } roman && RomanNumeral.TryParse(roman.Groups["numeral"].Value, out _))
        {
            return Cut(ParagraphKind.Heading, line, roman);
        }

        if (CapitalLetter().Match(line) is { Success: true } letter && IsInCapitals(line[letter.Length..]))
        {
            return Cut(ParagraphKind.Heading, line, letter);
        }

        if (Item().Match(line) is { Success: true } item)
        {
            return Cut(ParagraphKind.ListItem, line, item);
        }

        return (IsCapitalHeading(line) ? ParagraphKind.Heading : ParagraphKind.Body, null, line);
    }

    private static (ParagraphKind Kind, string? Marker, string Text) Cut(ParagraphKind kind, string line, Match match) =>
        (kind, line[..match.Length].TrimEnd(' '), line[match.Length..]);

    /// <summary>Two words at least, so that an abbreviation alone ("UBND") or with a figure ("12.000 USD") stays running text.</summary>
    private static bool IsCapitalHeading(string line) =>
        line.Length <= LongestCapitalHeading && IsInCapitals(line) && line.Split(' ').Count(word => word.Any(char.IsUpper)) > 1;

    private static bool IsInCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    // "Điều 5 của Luật này quy định" is a sentence: a division needs its full stop, colon or dash, the end of the line, or a title in capitals.
    private const string DivisionName =
        @"^(?i:phần\ thứ\ \p{L}+(?:\ (?:mươi|một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín)){0,2}|(?:phần|chương|tiểu\ mục|mục|điều|phụ\ lục)\ (?:[0-9]{1,3}[a-zđ]?|[ivx]{1,7}))";

    [GeneratedRegex(DivisionName + @"(?:$|\ ?[.:](?:\ |$|(?=\p{L}))|\ [-–—](?:\ |$))", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Division();

    [GeneratedRegex(DivisionName + @"\ (?=\p{Lu})", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex DivisionBeforeCapitals();

    // Not "V. I. Lê-nin" nor "V.I. Lê-nin", where an initial follows at once; not "V/v" (về việc).
    [GeneratedRegex(@"^(?<numeral>[IVX]{1,7})(?:[.)](?:\ |(?=\p{L}))|/\ |\ ?[-–—:]\ )(?!\p{Lu}\.)(?=.)", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Roman();

    // Not "K/T BÍ THƯ", a signature.
    [GeneratedRegex(@"^[A-HK](?:[.)]\ ?|/\ |\ ?[-–—]\ )(?!\p{Lu}\.)(?=\p{Lu})", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CapitalLetter();

    [GeneratedRegex(
        """
        ^(?:
            \( (?:[0-9]{1,3}|[a-zđ]|[ivx]{1,5}) \) \ ? (?=.)              # (1) (a) (ii)
          | [0-9]{1,3} (?:\.[0-9]{1,2}){0,4} [.)] (?:\ (?=.)|(?=\p{L}))    # 1. 1.2. 3)
          | [0-9]{1,3} [/:] (?:\ (?=.)|(?=\p{L}))                          # 1/
          | [0-9]{1,3} (?:\.[0-9]{1,2}){1,4} \ (?=\p{Lu})                  # 1.2 Title; "6.5 triệu" is a figure
          | [0-9]{1,3} \ ?[-–]\ (?=\p{Lu})                                 # 1- Title; "1 - 2" is a range
          | (?:[a-zđ]|[ivx]{1,5}) (?:\)\ ?(?=.)|[./]\ (?=.))               # a) đ) a. ii)
          | [-–—+*] (?:\ (?=.)|(?=\p{L}))                                  # - Item, -Item; "-5%" is a figure
          | [•·●○▪▫■□◦‣⁃∙➢➤✓✔❖\uE000-\uF8FF] \ ?(?=.)                     # bullets; Word pastes those of its symbol fonts from the private area
          | [o§] \ (?=\p{Lu})                                              # Word's second-level bullet in Courier New, third-level in Wingdings
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Item();
}
