namespace ConferenceRecords.Domain.Drafts;

/// <summary>
/// Two versions of a draft, told apart paragraph by paragraph: what stayed, changed, came, went, was divided, joined or moved. The same two versions always
/// give the same answer; see <c>docs/decisions/015-comparing-versions.md</c>.
/// </summary>
public sealed class VersionComparison
{
    /// <summary>From this confidence on a pair is beyond doubt: none of the benchmark's is wrong.</summary>
    public const double Sure = 0.75;

    private readonly ILookup<Guid?, ParagraphPair> ofOld, ofNew;

    private VersionComparison(IReadOnlyList<ParagraphPair> pairs)
    {
        Pairs = pairs;
        Changes = [.. pairs.Where(p => p.IsChange)];
        (ofOld, ofNew) = (pairs.ToLookup(p => p.Old?.Id), pairs.ToLookup(p => p.New?.Id));
    }

    /// <summary>Every paragraph of both versions, in the order of the newer one; what was removed stands where it stood.</summary>
    public IReadOnlyList<ParagraphPair> Pairs { get; }

    /// <summary>The pairs whose words changed, came or went, or that moved. Another marker alone is no change.</summary>
    public IReadOnlyList<ParagraphPair> Changes { get; }

    /// <summary>Compares two versions.</summary>
    /// <param name="older">The paragraphs of the older version, in order.</param>
    /// <param name="newer">The paragraphs of the newer version, in order.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    public static VersionComparison Of(IReadOnlyList<ComparedParagraph> older, IReadOnlyList<ComparedParagraph> newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var match = new ParagraphMatch(new(older, newer));
        SameTexts.Match(match);
        var (splits, joins) = AlikeTexts.Match(match);
        return new(PairOrder.Of(match, splits, joins));
    }

    /// <summary>What became of a paragraph of the older version.</summary>
    /// <param name="paragraphId">The paragraph.</param>
    /// <returns>Its pairs: several where it was divided; none when it is no paragraph of the older version.</returns>
    public IReadOnlyList<ParagraphPair> OfOld(Guid paragraphId) => [.. ofOld[paragraphId]];

    /// <summary>Where a paragraph of the newer version comes from.</summary>
    /// <param name="paragraphId">The paragraph.</param>
    /// <returns>Its pairs: several where others were joined; none when it is no paragraph of the newer version.</returns>
    public IReadOnlyList<ParagraphPair> OfNew(Guid paragraphId) => [.. ofNew[paragraphId]];
}
