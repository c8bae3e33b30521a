using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>What the words of a heading say: how many contents, and which group of the portal.</summary>
internal sealed partial class AgendaHeading(IReadOnlyList<KnownCategory> categories)
{
    /// <summary>What is asked of the session, by the words for it.</summary>
    private enum Purpose
    {
        Unknown,
        BeforeSubmission,
        BeforeIssuance,
        Adoption,
    }

    /// <summary>The number that a heading states; null where it states none.</summary>
    public static int? Stated(string heading)
    {
        var key = VietnameseText.AccentedKey(heading);
        foreach (Match match in Count().Matches(key))
        {
            if (Ordinal.TryParse(match.Groups["n"].Value, out var value) && value < 1000) return value;
        }
        return null;
    }

    /// <summary>Whether a line is a heading by its first words: "14 nội dung ...", "Mười bốn nội dung ...", "Gồm 05 nội dung ...".</summary>
    public static bool BeginsWithACount(string line) => FirstCount().Match(VietnameseText.AccentedKey(line)) is { Success: true } match && Ordinal.TryParse(match.Groups["n"].Value, out _);

    /// <summary>The category that a text names, by its name or by what it asks of the session; null in every doubt.</summary>
    public Guid? Category(string text)
    {
        var key = VietnameseText.Fold(text);
        if (Named(key) is { } named) return named;
        var purpose = PurposeOf(key);
        return purpose == Purpose.Unknown ? null : Only(categories.Where(c => PurposeOf(VietnameseText.Fold(c.Name)) == purpose));
    }

    /// <summary>Whether a text is the name of a category, or holds it.</summary>
    public bool IsNamed(string text) => Named(VietnameseText.Fold(text)) is not null;

    private Guid? Named(string key) => Only(categories.Where(c =>
        FoldedText.IndexOfWord(key, VietnameseText.Fold(c.Name)) >= 0 || FoldedText.IndexOfWord(key, VietnameseText.Fold(c.ShortName)) >= 0));

    private static Guid? Only(IEnumerable<KnownCategory> found) => found.Take(2).ToList() is [var one] ? one.Id : null;

    private static Purpose PurposeOf(string key)
    {
        bool Says(string words) => FoldedText.IndexOfWord(key, words) >= 0;
        var submission = Says("trinh") && (Says("hdnd") || Says("hoi dong nhan dan"));
        var issuance = Says("ban hanh") || Says("hoan thien");
        var adoption = Says("thong qua") || Says("bao cao");
        if (submission) return Says("truoc khi") || !issuance ? Purpose.BeforeSubmission : Purpose.Unknown;

        // "thông qua để ban hành" is either.
        if (issuance) return adoption && !Says("hoan thien") ? Purpose.Unknown : Purpose.BeforeIssuance;
        return adoption ? Purpose.Adoption : Purpose.Unknown;
    }

    private const string Number = @"(?<n>[0-9]{1,3}|\p{L}+(?:\ mươi(?:\ \p{L}+)?)?|mười\ \p{L}+)";

    private const string Noun = "(?:nội dung|vấn đề|báo cáo|dự thảo|đề án|tờ trình)";

    [GeneratedRegex(@"(?<!(?:thứ|số|khoá|khóa|lần|năm|tháng|ngày)\ )\b" + Number + @"\ " + Noun + @"\b")]
    private static partial Regex Count();

    [GeneratedRegex(@"^(?:gồm\ |có\ )?" + Number + @"\ nội\ dung\b")]
    private static partial Regex FirstCount();
}
