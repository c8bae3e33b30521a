using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Finds the agency that leads a content where the words of the list say so.</summary>
internal static partial class LeadAgency
{
    /// <summary>Longer texts are no titles; looking for words at their end would take long.</summary>
    private const int Longest = 2_000;

    /// <summary>Takes the agency out of a title: "... (Sở Tài chính chủ trì)", "... - Cơ quan chủ trì: Sở Tài chính".</summary>
    /// <returns>The title without it, and the agency; null where none is named.</returns>
    public static (string Title, string? Agency) Split(string title)
    {
        if (title.Length > Longest) return (title, null);
        foreach (var pattern in (Regex[])[Behind(), InBrackets(), Before()])
        {
            if (pattern.Match(title) is { Success: true } match && match.Index > 0) return (title[..match.Index].TrimEnd(' ', '-', '–', ';', '.', ','), Clean(match.Groups["a"].Value));
        }
        return (title, null);
    }

    /// <summary>The agency of a line that says nothing else ("Cơ quan chủ trì: Sở Tài chính"); null where it says something else.</summary>
    public static string? Alone(string line) => line.Length <= Longest && Line().Match(line) is { Success: true } match ? Clean(match.Groups["a"].Value) : null;

    private static string? Clean(string agency) => VietnameseText.CleanLine(agency).Trim(' ', '.', ';', ':', ',') is { Length: > 0 } name ? name : null;

    private const string Role = "(?:cơ quan|đơn vị)(?: được giao)? (?:chủ trì|trình|soạn thảo|tham mưu|báo cáo)(?: soạn thảo| tham mưu| xây dựng| trình)?";

    private const string Act = "(?:chủ trì(?: soạn thảo| tham mưu| xây dựng)?|trình|soạn thảo|tham mưu)";

    [GeneratedRegex(@"(?:^|[\s\-–;.,(]\s*)" + Role + @"\s*[:\-–]\s*(?<a>[^():]+)\)?[.;]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    /// <summary>"(Sở Tài chính chủ trì, phối hợp ...)": the agency begins with a capital, so that "(tài liệu trình ...)" is none.</summary>
    [GeneratedRegex(@"\((?:do\s+)?(?<a>\p{Lu}[^()]*?)\s+" + Act + @"(?:[,;][^()]*)?\)\s*[.;]?\s*$")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\((?i:chủ trì|trình)\s*:\s*(?<a>[^()]+)\)\s*[.;]?\s*$")]
    private static partial Regex Before();

    [GeneratedRegex(@"^[-–+(\s]*" + Role + @"\s*[:\-–]\s*(?<a>[^()]+)\)?[.;]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
