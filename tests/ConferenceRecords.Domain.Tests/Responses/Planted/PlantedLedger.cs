using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Tests.Drafts.Edited;

namespace ConferenceRecords.Domain.Tests.Responses.Planted;

/// <summary>
/// An edited draft with a ledger of opinions in which every answer fits the text and every change has its ground, but for what was planted: opinions taken in
/// whose paragraph only moved, was counted anew, divided, joined or left alone, and changes without an opinion and a reason.
/// </summary>
internal sealed class PlantedLedger
{
    private static readonly Edit[] SameWords = [Edit.Untouched, Edit.Split, Edit.Merge, Edit.Move, Edit.MoveBlock, Edit.Renumber];

    private readonly Random random;
    private readonly EditedDraft draft;
    private readonly Dictionary<Guid, ComparedParagraph> older, newer;
    private readonly List<AnsweredOpinion> opinions = [];
    private readonly HashSet<(Guid, Guid)> reasons = [];

    private PlantedLedger(int seed, int opinionCount, bool hasThird)
    {
        random = new(seed);
        draft = EditedDraft.Make(seed, 10);
        (older, newer) = (draft.Older.ToDictionary(p => p.Id), draft.Newer.ToDictionary(p => p.Id));
        var versions = new List<HistoryVersion> { new(Guid.CreateVersion7(), 1, draft.Older), new(Guid.CreateVersion7(), 2, draft.Newer) };
        if (hasThird) versions.Add(new(Guid.CreateVersion7(), 3, Moved(draft.Newer)));
        History = new(Guid.CreateVersion7(), versions, [.. versions.Zip(versions.Skip(1), (one, two) => VersionComparison.Of(one.Paragraphs, two.Paragraphs))]);
        PlantChange();
        PlantAcceptance();
        while (opinions.Count < opinionCount) AddWithoutChange();
    }

    public DraftHistory History { get; }

    public IReadOnlyList<AnsweredOpinion> Opinions => opinions;

    public IReadOnlySet<(Guid VersionId, Guid ParagraphId)> Reasons => reasons;

    /// <summary>Opinions taken in without a change.</summary>
    public HashSet<Guid> Unchanged { get; } = [];

    /// <summary>Paragraphs that changed without a ground, by either version: any of a set stands for the change.</summary>
    public List<HashSet<Guid>> Unexplained { get; } = [];

    /// <summary>300 opinions over 30 drafts with 60 mismatches, 30 of each kind.</summary>
    public static IEnumerable<PlantedLedger> All(int seed) => Enumerable.Range(seed, 30).Select(s => new PlantedLedger(s, 10, hasThird: s % 3 == 0));

    /// <summary>An opinion in words, for whoever looks for the reason of a miss.</summary>
    public string Told(Guid opinionId)
    {
        var place = opinions.Single(o => o.Id == opinionId).Places[0].ParagraphId!.Value;
        return older.TryGetValue(place, out var old) ? $"{draft.Edits[place]}: {old.Text} => {string.Join(" | ", draft.Truth[place].Select(id => newer[id].Text))}" : "on a later version";
    }

    private Guid First => History.Versions[0].Id;

    private Guid Second => History.Versions[1].Id;

    /// <summary>Every real change gets its ground, an opinion or a reason; one gets none.</summary>
    private void PlantChange()
    {
        var changes = draft.Older.Where(p => !SameWords.Contains(draft.Edits[p.Id]) && IsOther(p.Id)).Select(p => Group(p.Id)).DistinctBy(g => g.Min()).ToList();

        // Where a paragraph was replaced, nobody can say which new one stands for it: there an added one is no change of its own.
        var canAdd = !draft.Edits.Values.Any(e => e is Edit.Replace or Edit.ReplaceLike);
        var added = draft.Newer.Where(p => !draft.Older.Any(o => draft.Truth[o.Id].Contains(p.Id))).Select(p => new HashSet<Guid> { p.Id }).ToList();
        var candidates = changes.Where(c => c.All(id => draft.Edits.GetValueOrDefault(id) is not (Edit.Replace or Edit.ReplaceLike))).Concat(canAdd ? added : []).ToList();
        var planted = candidates[random.Next(candidates.Count)];
        Unexplained.Add(planted);
        foreach (var change in changes.Concat(added).Where(c => c != planted))
        {
            // Of paragraphs that were joined, the opinion is about the one whose words are others now.
            var carrier = change.FirstOrDefault(newer.ContainsKey);
            var place = change.FirstOrDefault(id => older.ContainsKey(id) && (carrier == default || !newer[carrier].Text.Contains(older[id].Text.TrimEnd('.'), StringComparison.Ordinal)));
            if (place == default) place = draft.Older.LastOrDefault(p => change.Contains(p.Id))?.Id ?? default;
            if (random.Next(3) == 0 || opinions.Count >= 7) reasons.UnionWith(change.Select(id => (Second, id)));
            else if (place == default) Add(new(First, null), Taken(Second, carrier));
            else Add(new(First, place), random.Next(2) == 0 || carrier == default ? Taken() : Taken(Second, carrier));
        }
    }

    private void PlantAcceptance()
    {
        var same = draft.Older.Where(p => SameWords.Contains(draft.Edits[p.Id]) && p.Kind != ParagraphKind.Heading).ToList();
        var edited = same.Where(p => draft.Edits[p.Id] != Edit.Untouched).ToList();
        var from = edited.Count > 0 && random.Next(4) > 0 ? edited : same;
        var chosen = from[random.Next(from.Count)];
        Unchanged.Add(Add(new(First, chosen.Id), random.Next(2) == 0 ? Taken() : Taken(Second, draft.Truth[chosen.Id].First())));
    }

    /// <summary>Opinions that promise nothing, on any paragraph that did not change; and some on the newest text.</summary>
    private void AddWithoutChange()
    {
        var place = draft.Older.Where(p => SameWords.Contains(draft.Edits[p.Id])).ElementAt(random.Next(20));
        switch (random.Next(4))
        {
            case 0: Add(new(First, place.Id), new(Disposition.Kept, null)); break;
            case 1: Add(new(First, place.Id), new(Disposition.HandedOver, null)); break;
            case 2: Add(new(First, place.Id), Taken(), asksForChange: false); break;
            default: Add(new(History.Versions[^1].Id, History.Versions[^1].Paragraphs[random.Next(20)].Id), Taken()); break;
        }
    }

    private Answer Taken(Guid? version = null, Guid? paragraph = null) => new(random.Next(3) == 0 ? Disposition.PartlyAccepted : Disposition.Accepted, null, null, version, paragraph);

    private Guid Add(TextPlace place, Answer answer, bool asksForChange = true)
    {
        var opinion = new AnsweredOpinion(Guid.CreateVersion7(), asksForChange, answer, [place], []);
        opinions.Add(opinion);
        return opinion.Id;
    }

    /// <summary>A paragraph with those that it was joined with, and what they are now.</summary>
    private HashSet<Guid> Group(Guid id)
    {
        var now = draft.Truth[id].ToHashSet();
        return [id, .. now, .. draft.Older.Where(o => draft.Truth[o.Id].Any(now.Contains)).Select(o => o.Id)];
    }

    private bool IsOther(Guid id)
    {
        var group = Group(id);
        return !Words(draft.Older.Where(p => group.Contains(p.Id))).SequenceEqual(Words(draft.Newer.Where(p => group.Contains(p.Id))));
    }

    private static IEnumerable<string> Words(IEnumerable<ComparedParagraph> paragraphs) =>
        paragraphs.SelectMany(p => p.Text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).Select(w => w.Trim('.', ',', ';', ':', '(', ')')).Where(w => w.Length > 0);

    /// <summary>The same paragraphs with the first ones at the end, counted anew: nothing changed.</summary>
    private static List<ComparedParagraph> Moved(IReadOnlyList<ComparedParagraph> version) =>
        [.. version.Skip(6).Concat(version.Take(6)).Select((p, i) => p with { Id = Guid.CreateVersion7(), Number = i + 1, Marker = p.Kind == ParagraphKind.ListItem ? $"{i}." : p.Marker })];
}

/// <summary>How well an alarm finds what was planted.</summary>
internal sealed record AlarmScore(int Planted, int Raised, int Right, int Found)
{
    public double Precision => Raised == 0 ? 1 : (double)Right / Raised;

    public double Recall => (double)Found / Planted;

    /// <summary>The alarm of what was taken in without a change, and that of changes without a ground.</summary>
    public static (AlarmScore Accepted, AlarmScore Changes) Of(IReadOnlyCollection<PlantedLedger> ledgers, List<string>? misses = null)
    {
        var (accepted, changes) = (new AlarmScore(0, 0, 0, 0), new AlarmScore(0, 0, 0, 0));
        foreach (var ledger in ledgers)
        {
            var raised = ledger.Opinions.Where(o => AcceptedTexts.StateOf([ledger.History], o) == AcceptedState.Unchanged).Select(o => o.Id).ToHashSet();
            var right = raised.Count(ledger.Unchanged.Contains);
            accepted = new(accepted.Planted + ledger.Unchanged.Count, accepted.Raised + raised.Count, accepted.Right + right, accepted.Found + right);

            var alarms = TextChanges.Explained(ledger.History, ledger.Opinions, ledger.Reasons).Where(c => c.Ground == ChangeGround.None).Select(c => c.Change).ToList();
            bool Fits(TextChange change, HashSet<Guid> planted) => change.Old.Concat(change.New).Any(p => planted.Contains(p.Id));
            changes = new(
                changes.Planted + ledger.Unexplained.Count, changes.Raised + alarms.Count, changes.Right + alarms.Count(a => ledger.Unexplained.Exists(u => Fits(a, u))),
                changes.Found + ledger.Unexplained.Count(u => alarms.Exists(a => Fits(a, u))));
            misses?.AddRange(ledger.Unchanged.Except(raised).Select(id => $"not raised: {ledger.Told(id)}"));
            misses?.AddRange(raised.Except(ledger.Unchanged).Select(id => $"wrongly raised: {ledger.Told(id)}"));
            misses?.AddRange(alarms.Where(a => !ledger.Unexplained.Exists(u => Fits(a, u))).Select(a => $"wrongly raised: {a.Fate} {string.Join(',', a.Old.Select(p => p.Number))} {a.OldText} => {string.Join(',', a.New.Select(p => p.Number))} {a.NewText}"));
            misses?.AddRange(ledger.Unexplained.Where(u => !alarms.Exists(a => Fits(a, u))).Select(u => $"not raised: {string.Join(',', u)}"));
        }
        return (accepted, changes);
    }
}
