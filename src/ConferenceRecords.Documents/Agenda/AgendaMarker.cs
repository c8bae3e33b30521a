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
    /// <returns>The kind, the marker without the sign behind it, and the length of all of it.</returns>
    public static (MarkerKind Kind, string? Number, int Length) Read(string line)
    {
        if (Group().Match(line) is { Success: true } group) return (MarkerKind.Group, group.Groups["n"].Value, group.Length);
        if (Content().Match(line) is { Success: true } content) return (MarkerKind.Arabic, content.Groups["n"].Value, content.Length);
        if (Arabic().Match(line) is { Success: true } arabic) return (MarkerKind.Arabic, arabic.Groups["n"].Value, arabic.Length);
        if (Letters().Match(line) is { Success: true } letters)
        {
            var text = letters.Groups["n"].Value;
            if (char.IsLower(text[0])) return (MarkerKind.Small, text, letters.Length);

            // "C." and "D." are letters; no agenda has a hundred groups.
            if (RomanNumeral.TryParse(text, out var value) && value < 40) return (MarkerKind.Roman, text, letters.Length);
            if (text.Length == 1) return (MarkerKind.Capital, text, letters.Length);
        }
        return Bullet().Match(line) is { Success: true } bullet ? (MarkerKind.Bullet, null, bullet.Length) : (MarkerKind.None, null, 0);
    }

    /// <summary>What the number of a list, which stands apart from the text, says.</summary>
    public static (MarkerKind Kind, string? Number) ReadNumber(string number)
    {
        var (kind, text, _) = Read(VietnameseText.CleanLine(number) + " X");
        if (kind != MarkerKind.None) return (kind, text);

        // "1" alone, as the cell of a table has it.
        return Read(VietnameseText.CleanLine(number) + ". X") is { Kind: not MarkerKind.None } bare ? (bare.Kind, bare.Number) : (MarkerKind.Bullet, null);
    }

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
