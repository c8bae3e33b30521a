using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Domain.Responses;

/// <summary>What explains a change of the text.</summary>
public enum ChangeGround
{
    /// <summary>The alarm: nothing does.</summary>
    None,

    /// <summary>An opinion that was taken in.</summary>
    Opinion,

    /// <summary>A reason that was recorded.</summary>
    Reason,
}

/// <summary>Other words from one version to the next: of one paragraph, or of several that were divided or joined.</summary>
/// <param name="OlderVersionId">The older version.</param>
/// <param name="NewerVersionId">The newer version.</param>
/// <param name="Fate">What happened.</param>
/// <param name="Old">The paragraphs of the older version; none where one was added.</param>
/// <param name="New">The paragraphs of the newer version; none where one was removed.</param>
public sealed record TextChange(Guid OlderVersionId, Guid NewerVersionId, ParagraphFate Fate, IReadOnlyList<ComparedParagraph> Old, IReadOnlyList<ComparedParagraph> New)
{
    /// <summary>The paragraph under which a reason is recorded: the first of the newer version, or the one that is gone.</summary>
    public Guid ParagraphId => (New.Count > 0 ? New[0] : Old[0]).Id;

    /// <summary>The older words.</summary>
    public string OldText => string.Join('\n', Old.Select(p => p.Text));

    /// <summary>The newer words.</summary>
    public string NewText => string.Join('\n', New.Select(p => p.Text));

    internal bool Has(IReadOnlySet<Guid> ids) => Old.Concat(New).Any(p => ids.Contains(p.Id));
}

/// <summary>The second alarm: the text changed without an opinion or a reason. See <c>docs/decisions/016-alarms-of-the-ledger.md</c>.</summary>
public static class TextChanges
{
    /// <summary>How far the pieces of a divided paragraph are looked for: a moved block may stand between them.</summary>
    private const int Near = 5;

    /// <summary>Every change of a draft's words from each version to the next, with what explains it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="opinions">The opinions that were answered.</param>
    /// <param name="reasons">The recorded reasons: the newer version and the paragraph.</param>
    /// <returns>The changes in reading order, the oldest version first.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<(TextChange Change, ChangeGround Ground)> Explained(
        DraftHistory draft, IReadOnlyCollection<AnsweredOpinion> opinions, IReadOnlySet<(Guid VersionId, Guid ParagraphId)> reasons)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(opinions);
        ArgumentNullException.ThrowIfNull(reasons);
        var tied = Tied(draft, opinions);
        return
        [
            .. Enumerable.Range(0, draft.Newest).SelectMany(step => In(draft, step).Select(change => (change,
                change.Has(tied[step]) ? ChangeGround.Opinion
                : change.Old.Concat(change.New).Any(p => reasons.Contains((change.NewerVersionId, p.Id))) ? ChangeGround.Reason
                : ChangeGround.None))),
        ];
    }

    /// <summary>The changes of words from one version to the next: what only moved, got another number, was divided or joined with the same words is none.</summary>
    internal static IEnumerable<TextChange> In(DraftHistory draft, int step)
    {
        var changes = draft.Step(step).Pairs.Where(p => p.Fate != ParagraphFate.Same)
            .GroupBy(p => p.Fate switch { ParagraphFate.Split => p.Old!.Id, ParagraphFate.Merged => p.New!.Id, _ => (p.New ?? p.Old)!.Id })
            .Select(g => new TextChange(draft.Versions[step].Id, draft.Versions[step + 1].Id, g.First().Fate, InOrder(g.Select(p => p.Old)), InOrder(g.Select(p => p.New))))
            .Where(c => !TextWords.AreSame(c.Old.Select(p => p.Text), c.New.Select(p => p.Text))).ToList();
        var whole = changes.Where(c => c.Fate == ParagraphFate.Changed).SelectMany(c => Completing(c, changes)).ToHashSet();
        return changes.Where(c => !whole.Contains(c));
    }

    /// <summary>A change with the neighbour that makes its words the same: a paragraph of which a short piece was divided off, or to which one was joined, is matched by its longer piece alone.</summary>
    private static IEnumerable<TextChange> Completing(TextChange change, List<TextChange> all)
    {
        foreach (var other in all.Where(o => o.Fate is ParagraphFate.Added or ParagraphFate.Removed))
        {
            var (own, near) = other.Fate == ParagraphFate.Added ? (change.New, other.New) : (change.Old, other.Old);
            if (Math.Abs(own[0].Number - near[0].Number) > Near) continue;
            if (TextWords.AreSame(InOrder([.. change.Old, .. other.Old]).Select(p => p.Text), InOrder([.. change.New, .. other.New]).Select(p => p.Text))) return [change, other];
        }
        return [];
    }

    private static List<ComparedParagraph> InOrder(IEnumerable<ComparedParagraph?> paragraphs) => [.. paragraphs.OfType<ComparedParagraph>().DistinctBy(p => p.Id).OrderBy(p => p.Number)];

    /// <summary>For each step, the paragraphs of its two versions whose change an opinion that was taken in explains.</summary>
    private static HashSet<Guid>[] Tied(DraftHistory draft, IReadOnlyCollection<AnsweredOpinion> opinions)
    {
        var tied = Enumerable.Range(0, draft.Newest).Select(_ => new HashSet<Guid>()).ToArray();
        foreach (var opinion in opinions.Where(o => o.PromisesChange))
        {
            var named = opinion.Answer.ChangedVersionId is { } version ? draft.IndexOf(version) : -1;
            if (named > 0 && opinion.Answer.ChangedParagraphId is { } carrier) tied[named - 1].Add(carrier);

            // A named version says when the change was made: later ones have reasons of their own.
            var last = named > 0 ? named - 1 : draft.Newest - 1;
            foreach (var place in opinion.Places) Follow(draft, tied, draft.IndexOf(place.VersionId), place.ParagraphId, last);
            foreach (var place in opinion.Placements)
            {
                var at = draft.IndexOf(place.VersionId);
                if (at > 0 && at - 1 <= last && place.ParagraphId is { } there) tied[at - 1].Add(there);
                Follow(draft, tied, at, place.ParagraphId, last);
            }
        }
        return tied;
    }

    /// <summary>An opinion explains what becomes of its own paragraph, and of everything under its heading; one on the draft as a whole explains only what its answer names.</summary>
    private static void Follow(DraftHistory draft, HashSet<Guid>[] tied, int at, Guid? paragraphId, int last)
    {
        if (at < 0 || paragraphId is not { } id) return;
        var covered = draft.Covered(at, id);
        for (var step = at; step <= last; step++)
        {
            tied[step].UnionWith(draft.Trace(covered, at, step));
            if (covered.Count > 1) tied[step].UnionWith(draft.Trace([id], at, step + 1).SelectMany(heading => draft.Covered(step + 1, heading)));
        }
    }
}
