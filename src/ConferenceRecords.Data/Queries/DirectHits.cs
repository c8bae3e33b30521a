using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>The very thing that was named: a document by its symbol, a session by its number.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Symbol">Its symbol; null for a session.</param>
/// <param name="Address">Address without a leading slash.</param>
public sealed record DirectHit(string Title, string? Symbol, string Address);

/// <summary>A term that has a public session.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Start">First year.</param>
/// <param name="End">Last year.</param>
public sealed record PublicTerm(string Label, int Start, int End);

/// <summary>Finds the thing that a reader names by its symbol or number instead of its words.</summary>
public static partial class DirectHits
{
    private const int Most = 5;

    /// <summary>A symbol as it is compared: <c>Số 07 - KL/TU</c> and <c>7-kl/tu</c> are one.</summary>
    /// <param name="symbol">Number and symbol of a document.</param>
    /// <returns>The key.</returns>
    public static string KeyOf(string symbol) =>
        Symbol().Match(VietnameseText.Fold(symbol)) is { Success: true } read ? $"{read.Groups[1]}-{read.Groups[2]}/{read.Groups[3]}" : VietnameseText.Fold(symbol).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>What is named, the newest first.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Documents or sessions; mostly none.</returns>
    public static async Task<IReadOnlyList<DirectHit>> NamedAsync(this PublicationContext publication, string typed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var folded = VietnameseText.Fold(typed);
        var live = publication.Newest(ReleaseKind.Conclusion).Join(publication.Facts, e => e.Id, f => f.EditionId, (e, f) => new { e.Slug, e.PublishedAt, Facts = f });
        if (Symbol().IsMatch(folded))
        {
            var key = KeyOf(typed);
            return await live.Where(e => e.Facts.SymbolKey == key).OrderByDescending(e => e.PublishedAt).Take(Most)
                .Select(e => new DirectHit(e.Facts.DocumentTitle ?? e.Facts.SessionTitle, e.Facts.Symbol, $"ket-luan/{e.Slug}")).ToListAsync(cancel);
        }
        if (SessionOf(folded, VietnameseText.CleanLine(typed)) is not (int ordinal, var term)) return [];
        // A committee has one session of a number in a term: there are a few in all.
        var sessions = await live.Where(e => e.Facts.Ordinal == ordinal).OrderByDescending(e => e.Facts.TermStart).ThenByDescending(e => e.PublishedAt).Take(100)
            .Select(e => new { e.Facts.TermLabel, Hit = new DirectHit(e.Facts.SessionTitle, null, $"hoi-nghi/{e.Slug}") }).ToListAsync(cancel);
        return [.. sessions.Where(s => term.Length == 0 || string.Equals(s.TermLabel, term, StringComparison.OrdinalIgnoreCase)).Select(s => s.Hit).Take(Most)];
    }

    /// <summary>The terms that have a public session, the newest first.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Labels and years.</returns>
    public static async Task<List<PublicTerm>> TermsAsync(this PublicationContext publication, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var terms = await publication.Newest(ReleaseKind.Conclusion).Join(publication.Facts, e => e.Id, f => f.EditionId, (_, f) => new { f.TermLabel, f.TermStart, f.TermEnd })
            .Distinct().OrderByDescending(t => t.TermStart).ThenBy(t => t.TermLabel).Take(20).ToListAsync(cancel);
        return terms.ConvertAll(t => new PublicTerm(t.TermLabel, t.TermStart, t.TermEnd));
    }

    /// <summary>The sessions of a term, the newest first.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="term">The term, as in <see cref="SearchFacets.TermKey"/>.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The sessions.</returns>
    public static async Task<IReadOnlyList<DirectHit>> OfTermAsync(this PublicationContext publication, string term, CancellationToken cancel)
    {
        var known = (await publication.TermsAsync(cancel)).Find(t => SearchFacets.TermKey(t.Label, t.Start) == term);
        return known is null ? [] : await publication.Newest(ReleaseKind.Conclusion).Join(publication.Facts, e => e.Id, f => f.EditionId, (e, f) => new { e.Slug, e.PublishedAt, Facts = f })
            .Where(e => e.Facts.TermLabel == known.Label && e.Facts.TermStart == known.Start).OrderByDescending(e => e.PublishedAt).Take(100)
            .Select(e => new DirectHit(e.Facts.SessionTitle, null, $"hoi-nghi/{e.Slug}")).ToListAsync(cancel);
    }

    /// <summary>Ordinal and term of a session that is named like "12/XX", "hội nghị 12" or "hội nghị lần thứ mười hai khóa XX".</summary>
    private static (int Ordinal, string Term)? SessionOf(string folded, string typed)
    {
        if (NumberAndTerm().Match(folded) is { Success: true } pair)
            return int.TryParse(pair.Groups[1].Value, CultureInfo.InvariantCulture, out var number) ? (number, pair.Groups[2].Value) : null;
        if (Session().Match(folded) is not { Success: true } named) return null;
        // The words of a number are read with their marks where they have some.
        var place = named.Groups["ordinal"];
        var words = typed.Length == folded.Length ? typed.Substring(place.Index, place.Length) : place.Value;
        return Ordinal.TryParse(words, out var ordinal) ? (ordinal, named.Groups["term"].Value) : null;
    }

    [GeneratedRegex(@"^(?:so\s*:?\s*)?0*(\d{1,5})\s*-\s*([a-z]{1,10})\s*/\s*([a-z]{1,20})$")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"^0*(\d{1,4})\s*/\s*([ivxlcdm]{1,10}|\d{1,3})$")]
    private static partial Regex NumberAndTerm();

    [GeneratedRegex(@"^(?:hoi nghi|hnbch|hn|session|conference)\s+(?:lan\s+)?(?:thu\s+)?(?<ordinal>[^/,]{1,30}?)(?:\s*[/,]?\s*khoa\s+(?<term>[ivxlcdm]{1,10}|\d{1,3}))?$")]
    private static partial Regex Session();
}
