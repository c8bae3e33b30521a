using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A change of a draft's words with what explains it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Ground">What explains it.</param>
public sealed record GroundedChange(TextChange Change, ChangeGround Ground);

/// <summary>The changes of one draft.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="Title">Its title.</param>
/// <param name="Versions">Key and ordinal of its versions, the oldest first.</param>
/// <param name="Changes">Every change from a version to the next.</param>
public sealed record DraftChanges(Guid DraftId, string Title, IReadOnlyList<(Guid Id, int Ordinal)> Versions, IReadOnlyList<GroundedChange> Changes)
{
    /// <summary>Those that nothing explains.</summary>
    public IEnumerable<TextChange> Unexplained => Changes.Where(c => c.Ground == ChangeGround.None).Select(c => c.Change);
}

/// <summary>Both alarms over some drafts.</summary>
/// <param name="States">For each opinion that stands for itself and is answered: whether what was taken in stands in the text. Opinions that have nothing to do with the drafts are missing.</param>
/// <param name="Drafts">The drafts.</param>
public sealed record LedgerAlarms(IReadOnlyDictionary<Guid, AcceptedState> States, IReadOnlyList<DraftChanges> Drafts)
{
    /// <summary>The opinions that were taken in without a change of the text.</summary>
    public IReadOnlySet<Guid> Unchanged { get; } = States.Where(s => s.Value == AcceptedState.Unchanged).Select(s => s.Key).ToHashSet();

    /// <summary>The number of changes that nothing explains.</summary>
    public int UnexplainedCount => Drafts.Sum(d => d.Unexplained.Count());
}

/// <summary>The alarms of the ledger. Comparisons are kept in memory, everything else is read anew: an answer silences its alarm at once.</summary>
public static class LedgerAlarmQueries
{
    /// <summary>The drafts of a session's contents, those taken over included.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>A query.</returns>
    public static IQueryable<Draft> DraftsOfSession(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Drafts.Where(d => records.PapersOfItems().Any(p => p.DraftId == d.Id && records.AgendaItems.Any(i => i.Id == p.ItemId && i.SessionId == sessionId && i.DiscardedAt == null)));
    }

    /// <summary>The alarms over some drafts.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="comparisons">The comparisons of versions.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The alarms.</returns>
    public static async Task<LedgerAlarms> LedgerAlarmsAsync(this RecordsContext records, VersionComparisons comparisons, IQueryable<Draft> drafts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(comparisons);
        var versions = await (
            from v in records.DraftVersions.AsNoTracking()
            join d in drafts on v.DraftId equals d.Id
            orderby d.Title, d.Id, v.Ordinal
            select new VersionLine(v.Id, v.Ordinal, d.Id, d.Title)).ToListAsync(cancel);
        var histories = new List<(string Title, DraftHistory History)>();
        foreach (var draft in versions.GroupBy(v => v.DraftId)) histories.Add((draft.First().Title, await HistoryAsync(records, comparisons, draft.Key, [.. draft], cancel)));

        var opinions = await records.AnsweredOpinionsAsync([.. versions.Select(v => v.Id)], cancel);
        var changed = versions.Select(v => v.Id).ToList();
        var reasons = (await records.ChangeReasons.AsNoTracking().Where(r => changed.Contains(r.VersionId)).Select(r => new { r.VersionId, r.ParagraphId }).ToListAsync(cancel))
            .Select(r => (r.VersionId, r.ParagraphId)).ToHashSet();
        List<DraftHistory> all = [.. histories.Select(h => h.History)];
        return new(
            opinions.ToDictionary(o => o.Id, o => AcceptedTexts.StateOf(all, o)),
            [
                .. histories.Select(h => new DraftChanges(
                    h.History.DraftId, h.Title, [.. h.History.Versions.Select(v => (v.Id, v.Ordinal))],
                    [.. TextChanges.Explained(h.History, opinions, reasons).Select(c => new GroundedChange(c.Change, c.Ground))])),
            ]);
    }

    private static async Task<DraftHistory> HistoryAsync(RecordsContext records, VersionComparisons comparisons, Guid draftId, IReadOnlyList<VersionLine> versions, CancellationToken cancel)
    {
        var steps = new List<VersionComparison>();
        for (var i = 1; i < versions.Count; i++) steps.Add(await comparisons.OfAsync(records, versions[i - 1].Id, versions[i].Id, cancel));

        // A single version is compared with nothing: nobody asks for its words.
        IEnumerable<ComparedParagraph?> Of(int at) => steps.Count == 0 ? [] : at < steps.Count ? steps[at].Pairs.Select(p => p.Old) : steps[^1].Pairs.Select(p => p.New);
        return new(draftId, [.. versions.Select((v, at) => new HistoryVersion(v.Id, v.Ordinal, [.. Of(at).OfType<ComparedParagraph>().DistinctBy(p => p.Id).OrderBy(p => p.Number)]))], steps);
    }

    private static async Task<List<AnsweredOpinion>> AnsweredOpinionsAsync(this RecordsContext records, List<Guid> versions, CancellationToken cancel)
    {
        var answered = await (
            from o in records.Opinions.AsNoTracking()
            join l in records.Opinions on o.MergedIntoId equals l.Id into leads
            from l in leads.DefaultIfEmpty()
            let leadId = l.WithdrawnAt == null ? o.MergedIntoId ?? o.Id : o.Id
            join r in records.Responses on leadId equals r.OpinionId
            where o.WithdrawnAt == null && r.Disposition != null
                && ((o.DraftVersionId != null && versions.Contains(o.DraftVersionId!.Value)) || (r.ChangedVersionId != null && versions.Contains(r.ChangedVersionId!.Value)))
            select new
            {
                o.Id, LeadId = leadId, o.Kind, o.DraftVersionId, o.ParagraphId, Answer = new Answer(r.Disposition!.Value, null, r.HandedToId, r.ChangedVersionId, r.ChangedParagraphId),
            }).ToListAsync(cancel);
        var ids = answered.Select(o => o.Id).ToList();
        var placements = (await records.Placements.AsNoTracking().Where(p => ids.Contains(p.OpinionId) && versions.Contains(p.VersionId)).Select(p => new { p.OpinionId, p.VersionId, p.ParagraphId }).ToListAsync(cancel))
            .ToLookup(p => p.OpinionId, p => new TextPlace(p.VersionId, p.ParagraphId));
        return
        [
            .. answered.GroupBy(o => o.LeadId).Select(g => new AnsweredOpinion(
                g.Key, g.Any(o => o.Kind != OpinionKind.Agree), g.First().Answer,
                [.. g.Where(o => o.DraftVersionId is not null).Select(o => new TextPlace(o.DraftVersionId!.Value, o.ParagraphId))], [.. g.SelectMany(o => placements[o.Id])])),
        ];
    }

    private sealed record VersionLine(Guid Id, int Ordinal, Guid DraftId, string Title);
}
