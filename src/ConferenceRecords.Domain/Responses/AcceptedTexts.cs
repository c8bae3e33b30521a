namespace ConferenceRecords.Domain.Responses;

/// <summary>Where in a draft an opinion stands, or where a person put it.</summary>
/// <param name="VersionId">The version.</param>
/// <param name="ParagraphId">The paragraph; null for the draft as a whole, or in a confirmed placement for nowhere.</param>
public sealed record TextPlace(Guid VersionId, Guid? ParagraphId);

/// <summary>An opinion that was answered, with all that stand behind it.</summary>
/// <param name="Id">The opinion that stands for all.</param>
/// <param name="AsksForChange">Whether one of them asks for another text; who agrees asks for nothing.</param>
/// <param name="Answer">The answer, confirmed or not.</param>
/// <param name="Places">Where they were made; opinions that name no draft have none.</param>
/// <param name="Placements">Where a person put them in later versions.</param>
public sealed record AnsweredOpinion(Guid Id, bool AsksForChange, Answer Answer, IReadOnlyList<TextPlace> Places, IReadOnlyList<TextPlace> Placements)
{
    /// <summary>Whether the answer promises another text.</summary>
    public bool PromisesChange => AsksForChange && Answer.Disposition is Disposition.Accepted or Disposition.PartlyAccepted;
}

/// <summary>Whether what was taken in stands in the text.</summary>
public enum AcceptedState
{
    /// <summary>The answer promises no other text, or the opinion and the answer name no draft.</summary>
    NotOnText,

    /// <summary>There is no version after the one that the opinion was made on (chưa có bản mới).</summary>
    NoNewVersion,

    /// <summary>The text is another one.</summary>
    Changed,

    /// <summary>The alarm: taken in, but the text did not change, or it has gone back to what it was.</summary>
    Unchanged,
}

/// <summary>The first alarm: taken in, but the text did not change. See <c>docs/decisions/016-alarms-of-the-ledger.md</c>.</summary>
public static class AcceptedTexts
{
    /// <summary>Whether what was taken in stands in the text.</summary>
    /// <param name="drafts">The drafts that the opinion or its answer may name.</param>
    /// <param name="opinion">The opinion with its answer.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static AcceptedState StateOf(IReadOnlyCollection<DraftHistory> drafts, AnsweredOpinion opinion)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(opinion);
        if (!opinion.PromisesChange) return AcceptedState.NotOnText;
        if (opinion.Answer.ChangedVersionId is { } named)
            return drafts.FirstOrDefault(d => d.IndexOf(named) >= 0) is not { } draft ? AcceptedState.NotOnText : IsCarried(draft, named, opinion) ? AcceptedState.Changed : AcceptedState.Unchanged;

        var places = opinion.Places.SelectMany(p => drafts.Select(d => (Draft: d, At: d.IndexOf(p.VersionId), p.ParagraphId))).Where(p => p.At >= 0).ToList();
        if (places.Count == 0) return AcceptedState.NotOnText;
        var followed = places.Where(p => p.At < p.Draft.Newest).ToList();
        if (followed.Count == 0) return AcceptedState.NoNewVersion;
        return followed.Exists(p => IsOther(p.Draft, p.At, p.ParagraphId, opinion.Placements)) ? AcceptedState.Changed : AcceptedState.Unchanged;
    }

    /// <summary>Whether the named version carries a change, in the named paragraph or by one that went, and the newest one still does.</summary>
    private static bool IsCarried(DraftHistory draft, Guid versionId, AnsweredOpinion opinion)
    {
        var to = draft.IndexOf(versionId);
        var made = opinion.Places.Select(p => (At: draft.IndexOf(p.VersionId), p.ParagraphId)).Where(p => p.At >= 0).ToList();
        if (made.Count > 0 && made.TrueForAll(p => p.At >= to)) return false;
        var from = made.Count > 0 ? made.Min(p => p.At) : to - 1;
        if (from < 0) return true;
        if (opinion.Answer.ChangedParagraphId is { } paragraph)
        {
            if (draft.Find(to, paragraph) is null || !draft.Differs(paragraph, to, from)) return false;
            var source = draft.Trace([paragraph], to, from);
            if (to == draft.Newest) return true;
            return source.Count == 0 ? draft.Trace([paragraph], to, draft.Newest).Count > 0 : source.Any(id => draft.Differs(id, from, draft.Newest));
        }
        var own = made.Where(p => p.ParagraphId is not null && p.At < to).ToList();
        return own.Count > 0
            ? own.Exists(p => draft.Covered(p.At, p.ParagraphId!.Value).Any(id => draft.Differs(id, p.At, to) && draft.Differs(id, p.At, draft.Newest)))
            : Enumerable.Range(from, to - from).Any(step => draft.Step(step).Pairs.Any(p => p.New is null));
    }

    /// <summary>Whether the text that an opinion is about is another one in the newest version.</summary>
    private static bool IsOther(DraftHistory draft, int at, Guid? paragraphId, IReadOnlyList<TextPlace> placements)
    {
        if (paragraphId is not { } id || draft.Find(at, id) is not { } paragraph) return Enumerable.Range(at, draft.Newest - at).Any(step => TextChanges.In(draft, step).Any());
        if (placements.FirstOrDefault(p => draft.IndexOf(p.VersionId) == draft.Newest) is { } placed)
            return placed.ParagraphId is not { } there || draft.Find(draft.Newest, there) is not { } now || !TextWords.AreSame([paragraph.Text], [now.Text]);
        var covered = draft.Covered(at, id);
        if (covered.Any(c => draft.Differs(c, at, draft.Newest))) return true;
        return covered.Count > 1 && draft.Trace([id], at, draft.Newest).SelectMany(heading => draft.Covered(draft.Newest, heading)).Any(c => draft.Trace([c], draft.Newest, at).Count == 0);
    }
}
