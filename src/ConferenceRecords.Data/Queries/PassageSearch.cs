using ConferenceRecords.Data.Publication;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A passage that was found.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Address without a leading slash.</param>
/// <param name="Text">Text as published.</param>
/// <param name="IsIllustrative">Whether it is illustrative data.</param>
/// <param name="Slug">Its session's part of the address.</param>
/// <param name="SessionTitle">Title of its session.</param>
/// <param name="TermLabel">Label of the session's term.</param>
/// <param name="TermStart">First year of the term.</param>
/// <param name="TermEnd">Last year of the term.</param>
public sealed record FoundPassage(
    long Id, PassageKind Kind, string Address, string Text, bool IsIllustrative, string Slug, string SessionTitle, string TermLabel, int TermStart, int TermEnd);

/// <summary>What a search found: the newest few hundred passages, never all of a common word.</summary>
/// <param name="Exact">Those with the marks as typed, the best first; all of them where no marks were typed.</param>
/// <param name="IsExactBound">Whether there may be more of them.</param>
/// <param name="Others">Those with other marks, the best first.</param>
/// <param name="IsOthersBound">Whether there may be more of them.</param>
public sealed record FoundPassages(IReadOnlyList<FoundPassage> Exact, bool IsExactBound, IReadOnlyList<FoundPassage> Others, bool IsOthersBound)
{
    /// <summary>Nothing at all.</summary>
    public static FoundPassages None { get; } = new([], false, [], false);

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => Exact.Count == 0 && Others.Count == 0;
}

/// <summary>Search in what is public today.</summary>
public static class PassageSearch
{
    /// <summary>Most passages that are found for one question to the index, and most that are ranked of each kind of match.</summary>
    public const int Most = 200;

    /// <summary>Phrases found so often need no passages beside them that hold the words apart.</summary>
    private const int EnoughPhrases = 20;

    /// <summary>
    /// Finds passages that hold every word, marks left out, the phrase first. The index is asked for the narrowest first, so that a common phrase is one
    /// question; a passage that holds the words apart is looked for only where the phrase is rare.
    /// </summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="terms">What to look for.</param>
    /// <param name="facets">What narrows the search.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was found.</returns>
    public static async Task<FoundPassages> SearchAsync(this PublicationContext publication, SearchTerms terms, SearchFacets facets, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(facets);
        var (words, phrase, markedWords, markedPhrase) = terms.Numbers(facets.Numbers);
        var ids = new HashSet<long>();
        async Task<int> AskAsync(long[] sought)
        {
            var found = await publication.Database.SqlQuery<long>($"""SELECT id AS "Value" FROM publication.find_passages({sought}, {Most + 1}) AS f (id)""").ToListAsync(cancel);
            ids.UnionWith(found);
            return found.Distinct().Count();
        }

        var isExactBound = markedPhrase is not null && await AskAsync(markedPhrase) > Most;
        var phrases = isExactBound || phrase is null ? 0 : await AskAsync(phrase);
        var isBound = isExactBound || phrases > Most;
        if (!isBound && phrases < EnoughPhrases)
        {
            isBound = await AskAsync(words) > Most;
            isExactBound = isBound && markedWords is not null && await AskAsync(markedWords) > Most;
        }

        var ranked = (await publication.ReadAsync([.. ids], cancel))
            .Select(p => (Passage: p, Rank: terms.RankOf(p.Text))).Where(p => p.Rank is not null)
            .OrderBy(p => p.Rank).ThenByDescending(p => p.Passage.Id).ToList();
        var exact = ranked.Where(p => !terms.HasMarks || p.Rank < SearchTerms.OtherMarks).Select(p => p.Passage).Take(Most).ToList();
        var others = terms.HasMarks ? ranked.Where(p => p.Rank >= SearchTerms.OtherMarks).Select(p => p.Passage).Take(Most).ToList() : [];
        return new(exact, terms.HasMarks ? isExactBound : isBound, others, isBound);
    }

    private static Task<List<FoundPassage>> ReadAsync(this PublicationContext publication, long[] ids, CancellationToken cancel) =>
        publication.Passages.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Join(publication.Editions, p => p.EditionId, e => e.Id, (p, e) => new { p, e.Slug })
            .Join(publication.Facts, p => p.p.EditionId, f => f.EditionId, (p, f) =>
                new FoundPassage(p.p.Id, p.p.Kind, p.p.Address, p.p.Text, p.p.IsIllustrative, p.Slug, f.SessionTitle, f.TermLabel, f.TermStart, f.TermEnd))
            .ToListAsync(cancel);
}
