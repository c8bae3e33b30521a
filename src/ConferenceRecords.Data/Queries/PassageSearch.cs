using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A passage that was found.</summary>
/// <param name="Address">Address without a leading slash.</param>
/// <param name="Text">Text as published.</param>
/// <param name="SessionTitle">Title of its session.</param>
/// <param name="IsExact">Whether it holds the words with the marks as typed.</param>
/// <param name="IsIllustrative">Whether it is illustrative data.</param>
public sealed record FoundPassage(string Address, string Text, string SessionTitle, bool IsExact, bool IsIllustrative);

/// <summary>What a search found.</summary>
/// <param name="Passages">The best passages, the best first.</param>
/// <param name="Total">How many were found altogether.</param>
/// <param name="IsTotalBound">Whether there may be more than that.</param>
public sealed record FoundPassages(IReadOnlyList<FoundPassage> Passages, int Total, bool IsTotalBound);

/// <summary>Search in the newest edition of every session.</summary>
public static class PassageSearch
{
    /// <summary>Most passages that are ranked.</summary>
    public const int MostRanked = 1000;

    /// <summary>
    /// Finds passages that hold every word, marks left out. First come those with the phrase as typed, then those with its words as typed,
    /// then the same phrase and the same words with other marks.
    /// </summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="terms">What to look for.</param>
    /// <param name="most">How many passages to give.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was found.</returns>
    public static async Task<FoundPassages> SearchAsync(this PublicationContext publication, SearchTerms terms, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(terms);
        var query = publication.Passages.AsNoTracking()
            .Join(publication.Newest(ReleaseKind.Conclusion), p => p.EditionId, e => e.Id, (p, e) => new { p.EditionId, p.Ordinal, p.Address, p.Text, p.Folded, e.PublishedAt });
        foreach (var pattern in terms.Words.Select(SearchTerms.Containing)) query = query.Where(p => EF.Functions.Like(p.Folded, pattern, @"\"));
        var phrase = SearchTerms.Containing(terms.Phrase);
        var rows = await query
            .OrderByDescending(p => EF.Functions.Like(p.Folded, phrase, @"\")).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.EditionId).ThenBy(p => p.Ordinal)
            .Take(MostRanked).Select(p => new { p.EditionId, p.Address, p.Text, p.Folded }).ToListAsync(cancel);

        var ranked = rows.Select(p => (Row: p, Rank: Rank(terms, p.Text, p.Folded))).Where(p => p.Rank is not null).OrderBy(p => p.Rank).ToList();
        var shown = ranked.Take(most).ToList();
        var ids = shown.Select(p => p.Row.EditionId).Distinct().ToList();
        var bundles = await publication.Editions.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Bundle })
            .ToDictionaryAsync(e => e.Id, e => BundleFormat.Read<SessionBundle>(e.Bundle), cancel);
        return new(
            [.. shown.Select(p => Found(p.Row.Address, p.Row.Text, bundles[p.Row.EditionId], p.Rank < SameLetters))],
            ranked.Count, rows.Count == MostRanked);
    }

    private const int SameLetters = 2;

    private static int? Rank(SearchTerms terms, string text, string folded)
    {
        bool Holds(string key, string phrase) => FoldedText.IndexOfWord(key, phrase) >= 0;
        if (!terms.Words.All(word => Holds(folded, word))) return null;
        var accented = VietnameseText.AccentedKey(text);
        return Holds(accented, terms.AccentedPhrase) ? 0
            : terms.AccentedWords.All(word => Holds(accented, word)) ? 1
            : Holds(folded, terms.Phrase) ? SameLetters
            : SameLetters + 1;
    }

    private static FoundPassage Found(string address, string text, SessionBundle bundle, bool isExact) =>
        new(address, text, bundle.Session.Title, isExact,
            bundle.Categories.SelectMany(c => c.Items).Any(i => i.IsIllustrative && address == $"hoi-nghi/{bundle.Slug}#noi-dung-{i.Number}"));
}
