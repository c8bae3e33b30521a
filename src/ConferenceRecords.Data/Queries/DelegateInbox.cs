using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A draft as the delegate's list shows it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="ItemPosition">Number of its content on the agenda.</param>
/// <param name="ItemTitle">Title of its content.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="Window">When opinions are taken.</param>
/// <param name="Newest">Ordinal of the newest version that the delegate may read.</param>
/// <param name="Words">Number of words (syllables) of the newest version.</param>
/// <param name="Paragraphs">Number of its paragraphs; 0 where only the original can be read.</param>
/// <param name="OpinionCount">Opinions on it that the delegate sent himself and did not withdraw.</param>
/// <param name="OnlyAgrees">Whether all of these agree.</param>
/// <param name="Notes">Private notes on it that were not sent.</param>
/// <param name="Read">Ordinal of the newest version that the delegate opened; null before the first.</param>
/// <param name="Place">Number of the paragraph where the delegate stopped in that version.</param>
public sealed record DelegateDraftRow(
    Guid Id, string Title, bool IsIllustrative, int ItemPosition, string ItemTitle, string SessionTitle, OpinionWindow Window, int Newest, int Words, int Paragraphs,
    int OpinionCount = 0, bool OnlyAgrees = false, int Notes = 0, int? Read = null, int? Place = null)
{
    /// <summary>Whether a version came that is newer than the one that the delegate opened.</summary>
    public bool HasNewVersion => Read < Newest;
}

/// <summary>The delegate's list of drafts.</summary>
public static class DelegateInbox
{
    /// <summary>Every draft that the account's delegate may read; the nearest deadline first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The drafts.</returns>
    public static async Task<List<DelegateDraftRow>> DelegateInboxAsync(this RecordsContext records, Guid userId, CancellationToken cancel)
    {
        // Counted for the person at once: draft by draft it would go through everybody's opinions on each.
        var sent = await (
            from o in records.OwnOpinionsOf(userId)
            join v in records.DraftVersions on o.DraftVersionId equals v.Id
            where o.WithdrawnAt == null
            group o by v.DraftId into draft
            select new { draft.Key, Count = draft.Count(), OnlyAgrees = draft.Count(o => o.Kind != OpinionKind.Agree) == 0 }).ToDictionaryAsync(d => d.Key, cancel);
        var notes = await (
            from n in records.NotesOf(userId)
            join v in records.DraftVersions on n.VersionId equals v.Id
            where n.OpinionId == null
            group n by v.DraftId into draft
            select new { draft.Key, Count = draft.Count() }).ToDictionaryAsync(d => d.Key, d => d.Count, cancel);
        var readings = (await (
            from r in records.Readings.AsNoTracking()
            join v in records.DraftVersions on r.VersionId equals v.Id
            where records.DelegateOf(userId).Any(d => d.Id == r.DelegateId)
            select new { v.DraftId, v.Ordinal, r.Place }).ToListAsync(cancel)).ToLookup(r => r.DraftId);
        var drafts = await (
            from place in records.PapersFor(userId)
            join d in records.Drafts on place.DraftId equals d.Id
            join i in records.AgendaItems on place.ItemId equals i.Id
            join s in records.Sessions on i.SessionId equals s.Id
            let newest = records.DraftVersions.Where(v => v.DraftId == d.Id && (i.PostponedAt == null || v.CreatedAt <= i.PostponedAt)).Max(v => v.Ordinal)
            orderby d.OpinionsUntil == null, d.OpinionsUntil, s.Id descending, i.Position, d.Id
            select new DelegateDraftRow(
                d.Id, d.Title, d.IsIllustrative, i.Position, i.Title, s.Title, new(d.OpinionsUntil, s.ClosedAt == null, i.WithdrawnAt == null), newest,
                // A paragraph is one line with single blanks, so its words are its blanks and one.
                (from v in records.DraftVersions
                 join p in records.Paragraphs on v.Id equals p.VersionId
                 where v.DraftId == d.Id && v.Ordinal == newest
                 select p.Text.Length - p.Text.Replace(" ", "").Length + 1).Sum(),
                records.Paragraphs.Count(p => records.DraftVersions.Any(v => v.Id == p.VersionId && v.DraftId == d.Id && v.Ordinal == newest)))).ToListAsync(cancel);
        return
        [
            .. drafts.Select(d =>
            {
                var (mine, last) = (sent.GetValueOrDefault(d.Id), readings[d.Id].Where(r => r.Ordinal <= d.Newest).MaxBy(r => r.Ordinal));
                return d with { OpinionCount = mine?.Count ?? 0, OnlyAgrees = mine?.OnlyAgrees ?? false, Notes = notes.GetValueOrDefault(d.Id), Read = last?.Ordinal, Place = last?.Place };
            }),
        ];
    }
}
