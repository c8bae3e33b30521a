using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Drafts;

/// <summary>Where the program would put an opinion in a later version. It proposes; a person confirms.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Fate">What became of the words that the opinion is about.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Parts">All paragraphs into which the older one was divided; otherwise the one.</param>
public sealed record ProposedPlace(ComparedParagraph Paragraph, ParagraphFate Fate, double Confidence, IReadOnlyList<ComparedParagraph> Parts)
{
    /// <summary>Whether it can be confirmed with others at once. Of a divided paragraph a person chooses the part.</summary>
    public bool IsSure => Parts.Count == 1 && Confidence >= VersionComparison.Sure;

    /// <summary>Proposes a place.</summary>
    /// <param name="comparison">The version that the opinion stands on, compared with the later one.</param>
    /// <param name="paragraphId">The paragraph that the opinion is about.</param>
    /// <param name="opinion">Its text: of a divided paragraph the part with most of its words is proposed.</param>
    /// <returns>The place; null where nothing of the paragraph is left.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ProposedPlace? Of(VersionComparison comparison, Guid paragraphId, string opinion)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(opinion);
        var pairs = comparison.OfOld(paragraphId).Where(p => p.New is not null).ToList();
        if (pairs.Count == 0) return null;
        var said = Words(opinion);
        var best = pairs.Count == 1 ? pairs[0] : pairs.MaxBy(p => (Words(p.New!.Text).Count(said.Contains), p.New.Text.Length))!;
        return new(best.New!, best.Fate, best.Confidence, [.. pairs.Select(p => p.New!)]);
    }

    private static HashSet<string> Words(string text) => [.. WordPieces.Of(VietnameseText.AccentedKey(text)).Where(WordPieces.IsWord)];
}
