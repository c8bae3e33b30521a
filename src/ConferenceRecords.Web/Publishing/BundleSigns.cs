using System.Text.RegularExpressions;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Web.Publishing;

/// <summary>A place that a person should look at before it is public.</summary>
/// <param name="Entry">Where it stands.</param>
/// <param name="Words">The words there.</param>
public sealed record BundleSign(BundleDifference Entry, string Words);

/// <summary>What can be seen in a text without understanding it. Nothing found proves nothing: the person reads all the same.</summary>
public static partial class BundleSigns
{
    /// <summary>Letters of the time before Unicode, doubled blanks, blanks before a stop, quotation marks without their partner.</summary>
    public static IReadOnlyList<BundleSign> Spelling(EditionBundle bundle) => Find(bundle, text =>
        LegacyText.Detect(text) != LegacyEncoding.None ? text
        : Blanks().Match(text) is { Success: true } blank ? Around(text, blank.Index)
        : text.Count(c => c == '“') != text.Count(c => c == '”') ? Around(text, text.IndexOfAny(['“', '”']))
        : null);

    /// <summary>Addresses of mail, numbers of telephones and of persons, stamps of secrecy, and names of persons who did not allow it.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="names">Full names that must not stand in a summary of opinions but in the field made for it.</param>
    public static IReadOnlyList<BundleSign> Personal(EditionBundle bundle, IReadOnlyCollection<string> names)
    {
        var folded = bundle is OpinionSummaryBundle ? names.Select(n => $" {VietnameseText.Fold(n)} ").ToList() : [];
        return Find(bundle, text =>
            SecrecyStamp.IsIn(text) ? text
            : Numbers().Match(text) is { Success: true } number ? Around(text, number.Index)
            : folded.Find(n => Words(text).Contains(n, StringComparison.Ordinal)) is not null ? text
            : null, exceptField: nameof(PublicSummaryLine.Speakers));
    }

    private static List<BundleSign> Find(EditionBundle bundle, Func<string, string?> look, string? exceptField = null) =>
    [
        .. from entry in BundleDifference.Between(null, bundle)
           from field in entry.Fields
           where field.Field != exceptField && field.After is string
           let words = look((string)field.After!)
           where words is not null
           select new BundleSign(entry, words),
    ];

    private static string Words(string text) => $" {string.Join(' ', VietnameseText.Fold(text).Split((char[])[' ', ',', '.', ';', ':', '(', ')', '"', '“', '”', '\n'], StringSplitOptions.RemoveEmptyEntries))} ";

    private static string Around(string text, int place)
    {
        var (start, end) = (Math.Max(0, place - 30), Math.Min(text.Length, place + 40));
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }

    [GeneratedRegex(@"  | [,.;:!?](?:\s|$)")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+|(?<![\d.,/])(?:\+84|0)(?:[ .-]?\d){9}(?![\d.,]*\d)|(?<![\d.,/])\d{12}(?!\d)")]
    private static partial Regex Numbers();
}
