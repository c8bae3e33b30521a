using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>How a line begins.</summary>
internal enum MarkerKind
{
    /// <summary>Without marker.</summary>
    None,

    /// <summary>"1.", "01)", "1.2/", "Nội dung 1:".</summary>
    Arabic,

    /// <summary>"I.".</summary>
    Roman,

    /// <summary>"A.".</summary>
    Capital,

    /// <summary>"a)".</summary>
    Small,

    /// <summary>"-", "•".</summary>
    Bullet,

    /// <summary>"Nhóm 1:", "Phần thứ nhất:".</summary>
    Group,
}

/// <summary>Reads the marker of a line: what number a content bears, and where a group begins.</summary>
internal static partial class AgendaMarker
{
    /// <summary>Splits a line into its marker and the rest.</summary>
    /// <param name="line">A clean line.</param>
    /// <returns>The kind, the marker as written (none for a bullet), and its length with the blanks behind it.</returns>
    public static (MarkerKind Kind, string? Number, int Length) Read(string line)
    {
        if (Group().Match(line) is { Success: true } group) return Taken(MarkerKind.Group, group);
        if (Content().Match(line) is { Success: true } content) return Taken(MarkerKind.Arabic, content);
        if (Arabic().Match(line) is { Success: true } arabic) return Taken(MarkerKind.Arabic, arabic);
        if (Letters().Match(line) is { Success: true } letters)
        {
            var text = letters.Groups["n"].Value;
            if (char.IsLower(text[0])) return Taken(MarkerKind.Small, letters);

            // "C." and "D." are letters; no agenda has a hundred groups.
            if (RomanNumeral.TryParse(text, out var value) && value < 40) return Taken(MarkerKind.Roman, letters);
            if (text.Length == 1) return Taken(MarkerKind.Capital, letters);
        }
        return Bullet().Match(line) is { Success: true } bullet ? (MarkerKind.Bullet, null, bullet.Length) : (MarkerKind.None, null, 0);
    }

    /// <summary>A number without the signs around it: "(1)" and "1." are the same number.</summary>
    public static string? Core(string? number) => number?.Trim('(', ')', '.', '/', ':', '-', '–', '—', ' ');

    /// <summary>What the number of a list, which stands apart from the text, says.</summary>
    public static (MarkerKind Kind, string? Number) ReadNumber(string number)
    {
        var written = VietnameseText.CleanLine(number);
        var kind = Read(written + " X").Kind;

        // "1" alone, as the cell of a table has it.
        if (kind == MarkerKind.None) kind = Read(written + ". X").Kind;
        return kind is MarkerKind.None or MarkerKind.Bullet ? (MarkerKind.Bullet, null) : (kind, written);
    }

    private static (MarkerKind Kind, string Number, int Length) Taken(MarkerKind kind, Match match) => (kind, match.Value.Trim(), match.Length);

    [GeneratedRegex(@"^(?<n>(?:nhóm|phần)(?:\ nội\ dung)?\ (?:thứ\ )?(?:\p{Ll}+|[0-9]{1,2}|[ivx]{1,4}))(?:\ ?[:.)]\ ?|\ [-–—]\ )", RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Group();

    [GeneratedRegex(@"^(?<n>nội\ dung\ (?:thứ\ \p{Ll}+(?:\ mươi)?(?:\ \p{Ll}+)?|(?:số\ )?[0-9]{1,3}))(?:\ ?[:.)]\ ?|\ [-–—]\ )", RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Content();

    // "1.5 triệu" and "2021-2025" are figures: a sign alone needs a blank or a letter behind it.
    [GeneratedRegex(@"^\(?(?<n>[0-9]{1,3}(?:\.[0-9]{1,2}){0,3})(?:(?:[.)/:]|\.\))(?:\ |(?=\p{L}|[“""‘']))|\ ?[-–—](?:\ (?=\D)|(?=\p{L})))", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Arabic();

    // Not "V. I. Lê-nin", where an initial follows.
    [GeneratedRegex(@"^\(?(?<n>[IVXL]{1,6}|[A-HKĐ]|[a-hkđ]|[ivx]{1,4})(?:\)|[./](?=\ )|\ ?[-–—:](?=\ )|\.(?=\p{Lu}\p{Ll}{2}))\ ?(?!\p{Lu}\.)", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Letters();

    [GeneratedRegex(@"^[-–—+*•·●○▪▫■□◦‣⁃➢➤✓✔❖\uE000-\uF8FF](?:\ ?(?=\p{L}|[“""])|\ )|^[o§]\ (?=\p{Lu})")]
    private static partial Regex Bullet();
}
