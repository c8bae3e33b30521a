using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>What became of the tie between a directive and its paragraph when the text of the conclusion was written anew.</summary>
public enum TieFate
{
    /// <summary>The paragraph has the same words under another number.</summary>
    Moved,

    /// <summary>The paragraph was found again with other words: a person has to look.</summary>
    Changed,

    /// <summary>The paragraph is gone.</summary>
    Lost,
}

/// <summary>A tie that did not stay as it was.</summary>
/// <param name="DirectiveId">The directive.</param>
/// <param name="Fate">What became of its tie.</param>
public sealed record DirectiveTie(Guid DirectiveId, TieFate Fate);

/// <summary>Lets directives follow their paragraphs from one text of a conclusion to the next, by the comparison that readers of drafts see.</summary>
internal static class DirectiveTies
{
    public static IReadOnlyList<DirectiveTie> Follow(string before, string after, IEnumerable<Directive> directives)
    {
        var tied = directives.Where(d => d.ParagraphNumber is not null).ToList();
        if (tied.Count == 0 || before == after) return [];
        var old = Paragraphs(before, side: 1);
        var comparison = VersionComparison.Of(old, Paragraphs(after, side: 2));
        var ties = new List<DirectiveTie>();
        foreach (var directive in tied)
        {
            var source = directive.ParagraphNumber <= old.Count ? old[directive.ParagraphNumber.Value - 1] : null;
            var pairs = source is null ? [] : comparison.OfOld(source.Id);
            var now = pairs.Where(p => p.New is not null)
                .OrderByDescending(p => Holds(p.New!.Text, directive.Quote)).ThenByDescending(p => p.Confidence).ThenBy(p => p.New!.Number).FirstOrDefault()?.New;
            if (directive.Follow(source?.Text, now?.Number, now?.Text) is { } fate && directive.RemovedAt is null) ties.Add(new(directive.Id, fate));
        }
        return ties;
    }

    private static bool Holds(string text, string? quote) => quote is not null && text.Contains(quote, StringComparison.Ordinal);

    private static List<ComparedParagraph> Paragraphs(string body, byte side) =>
        [.. ConclusionText.Paragraphs(body).Select((text, index) => new ComparedParagraph(new Guid(index, 0, 0, side, 0, 0, 0, 0, 0, 0, 0), index + 1, ParagraphKind.Body, null, text, 0))];
}
