using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A private note as the delegate who wrote it sees it; nobody else ever does.</summary>
/// <param name="Id">Key.</param>
/// <param name="Text">Text.</param>
/// <param name="Kind">What it would ask for as an opinion; null while that is open.</param>
/// <param name="ChangedAt">When it was written or changed last.</param>
/// <param name="Place">Where in a draft it stands; null while the draft can't be read.</param>
/// <param name="OpinionId">The opinion as which it was sent.</param>
/// <param name="OpinionNumber">Number of that opinion.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Version">Concurrency token.</param>
public sealed record DelegateNote(
    Guid Id, string Text, OpinionKind? Kind, DateTimeOffset ChangedAt, DraftPlace? Place, Guid? OpinionId, string? OpinionNumber, DateTimeOffset? SentAt, uint Version)
{
    /// <summary>Whether it can be sent at a time.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True for one that is still private, on a draft that takes opinions.</returns>
    public bool MayBeSent(DateTimeOffset now) => OpinionId is null && Place?.Window.IsOpen(now) == true;
}

/// <summary>The delegate's own notes.</summary>
public static class DelegateNotes
{
    /// <summary>The notes of the account's delegate that were not taken away.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<DraftNote> NotesOf(this RecordsContext records, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.DraftNotes.Where(n => n.RemovedAt == null && records.DelegateOf(userId).Any(d => d.Id == n.DelegateId));
    }

    /// <summary>Notes with their places, in the order of the drafts.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="notes">Which of <see cref="NotesOf"/>.</param>
    /// <returns>The query.</returns>
    public static IQueryable<DelegateNote> DelegateNotesQuery(this RecordsContext records, Guid userId, IQueryable<DraftNote> notes) =>
        from n in notes.AsNoTracking()
        join v in records.DraftVersions on n.VersionId equals v.Id
        from place in records.PapersFor(userId).Where(p => p.DraftId == v.DraftId).DefaultIfEmpty()
        from d in records.Drafts.Where(d => d.Id == place!.DraftId).DefaultIfEmpty()
        from i in records.AgendaItems.Where(i => i.Id == place!.ItemId).DefaultIfEmpty()
        from s in records.Sessions.Where(s => s.Id == i!.SessionId).DefaultIfEmpty()
        from p in records.Paragraphs.Where(p => p.Id == n.ParagraphId).DefaultIfEmpty()
        from o in records.Opinions.Where(o => o.Id == n.OpinionId).DefaultIfEmpty()
        orderby v.DraftId, v.Ordinal descending, p == null ? 0 : p.Number, n.CreatedAt, n.Id
        select new DelegateNote(
            n.Id, n.Text, n.Kind, n.ChangedAt,
            d == null ? null : new DraftPlace(d.Id, d.Title, v.Ordinal, n.ParagraphId, p == null ? null : p.Number, new(d.OpinionsUntil, s!.ClosedAt == null, i!.WithdrawnAt == null)),
            n.OpinionId, o == null ? null : o.Number, o == null ? null : o.RecordedAt, n.Version);

    /// <summary>The private notes on a draft that were not sent.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The notes.</returns>
    public static Task<List<DelegateNote>> NotesOnDraftAsync(this RecordsContext records, Guid userId, Guid draftId, CancellationToken cancel) =>
        records.DelegateNotesQuery(userId, records.NotesOf(userId).Where(n => n.OpinionId == null && records.DraftVersions.Any(v => v.Id == n.VersionId && v.DraftId == draftId))).ToListAsync(cancel);
}
