using ConferenceRecords.Data.Publication;

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
    public const int Most = 100;

    /// <summary>What is found so often needs no lesser matches beside it.</summary>
    private const int Enough = 20;

    /// <summary>
    /// How far back the words apart are sought, in blocks: among the newest two million passages, and with other marks than typed among the newest quarter of a
    /// million. A phrase and a single word are sought among all; a common phrase with rare marks is one of words.
    /// </summary>
    private const int NewestForWords = 32, NewestForOtherMarks = 4;

    /// <summary>How much of what there is a question found.</summary>
    private enum Reach
    {
        /// <summary>All of it.</summary>
        All,

        /// <summary>All among the newest passages.</summary>
        Newest,

        /// <summary>As many as are shown at most.</summary>
        Most,
    }

    private const string Find =
        """
        SELECT found.id, p.kind, p.address, p.text, p.is_illustrative, e.slug, f.session_title, f.term_label, f.term_start, f.term_end
        FROM publication.find_passages($1, $2, $3) AS found (id)
        LEFT JOIN publication.passages p ON p.id = found.id
        LEFT JOIN publication.editions e ON e.id = p.edition_id
        LEFT JOIN publication.edition_facts f ON f.edition_id = e.id
        """;

    /// <summary>
    /// Finds passages that hold every word, marks left out, the phrase first. The index is asked for the narrowest first and for the fewest numbers, so that a
    /// common phrase is one question; a passage that holds the words apart is looked for only where the phrase is rare.
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
        var (phrase, markedPhrase, words, markedWords) = terms.Numbers(facets.Numbers);
        var seen = new HashSet<long>();
        var hits = new List<(FoundPassage Passage, int Rank)>();
        Reach exact = Reach.All, all;
        if (terms.Words.Count == 1)
        {
            // Of a single word most passages may have other marks: "má" among all the "ma".
            if (markedPhrase is not null) exact = await AskAsync(markedPhrase);
            all = exact == Reach.Most ? exact : await AskAsync(phrase);
        }
        else
        {
            // Of a phrase hardly any has, and what holds it needs no look at the marks of each word.
            all = await AskAsync(phrase);
            if (all == Reach.Most)
            {
                if (markedPhrase is not null) exact = hits.Count(IsExact) >= Enough ? Reach.Most : await AskAsync(markedPhrase, NewestForWords);
            }
            else if (words is not null && hits.Count < Enough)
            {
                if (markedWords is not null) exact = await AskAsync(markedWords, NewestForWords);
                all = exact == Reach.Most ? exact : await AskAsync(words, terms.HasMarks ? NewestForOtherMarks : NewestForWords);
            }
        }
        if (!terms.HasMarks) exact = all;
        var ranked = hits.OrderBy(h => h.Rank).ThenByDescending(h => h.Passage.Id).ToLookup(IsExact, h => h.Passage);
        return new([.. ranked[true].Take(Most)], exact != Reach.All, [.. ranked[false].Take(Most)], all != Reach.All);

        bool IsExact((FoundPassage Passage, int Rank) hit) => !terms.HasMarks || hit.Rank < SearchTerms.OtherMarks;

        async Task<Reach> AskAsync(long[] sought, int blocks = int.MaxValue)
        {
            var (passages, isEnd) = await publication.FindAsync(sought, blocks, cancel);
            var found = passages.DistinctBy(p => p.Id).ToList();
            hits.AddRange(found.Where(p => seen.Add(p.Id)).Select(p => (p, terms.RankOf(p.Text))).Where(h => h.Item2 is not null).Select(h => (h.p, h.Item2!.Value)));
            return found.Count > Most ? Reach.Most : isEnd ? Reach.All : Reach.Newest;
        }
    }

    private static Task<(List<FoundPassage> Passages, bool IsEnd)> FindAsync(this PublicationContext publication, long[] sought, int blocks, CancellationToken cancel) => publication.ReadAsync(
        Find,
        [new() { Value = sought }, new() { Value = Most + 1 }, new() { Value = blocks }],
        async rows =>
        {
            var (passages, isEnd) = (new List<FoundPassage>(), true);
            while (await rows.ReadAsync(cancel))
            {
                // A row without an id stands for blocks that were not asked.
                if (rows.IsDBNull(0)) isEnd = false;
                else passages.Add(new(
                    rows.GetInt64(0), (PassageKind)rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetBoolean(4), rows.GetString(5), rows.GetString(6), rows.GetString(7), rows.GetInt32(8), rows.GetInt32(9)));
            }
            return (passages, isEnd);
        },
        cancel);
}
