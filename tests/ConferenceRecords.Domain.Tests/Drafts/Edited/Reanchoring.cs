using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Domain.Tests.Drafts.Edited;

/// <summary>How well older paragraphs were found again, for one kind of edit.</summary>
/// <param name="Edit">What was done to them.</param>
/// <param name="Paragraphs">How many.</param>
/// <param name="Placed">How many of them still have a place.</param>
/// <param name="Proposed">How many were given a place beyond doubt.</param>
/// <param name="Wrong">How many of these places are wrong.</param>
/// <param name="Found">How many were given their right place beyond doubt.</param>
/// <param name="FoundAtAll">How many were given their right place, doubtful or not.</param>
/// <param name="Named">How many of those with a place were told to be what they are: split, merged, moved, changed, the same.</param>
internal sealed record Score(Edit Edit, int Paragraphs, int Placed, int Proposed, int Wrong, int Found, int FoundAtAll, int Named);

/// <summary>Compares edited drafts with the truth about them.</summary>
internal static class Reanchoring
{
    public static IReadOnlyList<Score> Of(IEnumerable<EditedDraft> drafts) =>
    [
        .. drafts.SelectMany(Judge).GroupBy(j => j.Edit).OrderBy(g => g.Key).Select(g => new Score(
            g.Key, g.Count(), g.Count(j => j.HasPlace), g.Count(j => j.Sure), g.Count(j => j.Sure && !j.Right), g.Count(j => j.Sure && j.Right), g.Count(j => j.Right), g.Count(j => j.Named))),
    ];

    public static IEnumerable<(Edit Edit, bool HasPlace, bool Sure, bool Right, bool Named, string Text)> Judge(EditedDraft draft)
    {
        var comparison = VersionComparison.Of(draft.Older, draft.Newer);
        foreach (var paragraph in draft.Older)
        {
            var (edit, truth) = (draft.Edits[paragraph.Id], draft.Truth[paragraph.Id].ToHashSet());
            var places = comparison.OfOld(paragraph.Id).Where(p => p.New is not null).ToList();
            var sure = places.Exists(p => p.Confidence >= VersionComparison.Sure);

            // Every place that is named must be right, or the whole is wrong.
            var right = places.Count > 0 && places.TrueForAll(p => truth.Contains(p.New!.Id));
            yield return (edit, truth.Count > 0, sure, right, right && places.TrueForAll(p => Fits(edit, p)),
                $"{edit}: {paragraph.Text} => {string.Join(" | ", places.Select(p => $"{p.Fate} {p.Confidence:0.00} {p.New!.Text}"))} (truth: {string.Join(" | ", draft.Newer.Where(n => truth.Contains(n.Id)).Select(n => n.Text))})");
        }
    }

    private static bool Fits(Edit edit, ParagraphPair pair) => edit switch
    {
        Edit.Split or Edit.SplitAndReword => pair.Fate == ParagraphFate.Split,
        Edit.Merge or Edit.MergeAndReword => pair.Fate == ParagraphFate.Merged,
        Edit.Move or Edit.MoveBlock => pair is { Fate: ParagraphFate.Same },
        Edit.Reword or Edit.RewordMuch or Edit.RowChange or Edit.MoveAndReword => pair.Fate == ParagraphFate.Changed,
        _ => pair.Fate == ParagraphFate.Same,
    };
}
