using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;

namespace ConferenceRecords.Data.Queries;

/// <summary>
/// What a delegate may see, in one place: every page and handler for delegates starts from these queries, and what they leave out is not there.
/// </summary>
public static class DelegateDrafts
{
    /// <summary>The delegate tied to an account.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>One delegate or none.</returns>
    public static IQueryable<Delegate> DelegateOf(this RecordsContext records, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Delegates.Where(d => d.UserId == userId);
    }

    /// <summary>The sessions to which the account's delegate is invited now.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Session> SessionsFor(this RecordsContext records, Guid userId) =>
        from s in records.Sessions
        where records.Invitations.Any(i => i.SessionId == s.Id && i.RevokedAt == null && records.DelegateOf(userId).Any(d => d.Id == i.DelegateId))
        select s;

    /// <summary>The discussion groups of <see cref="SessionsFor"/> whose record the account's delegate keeps.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<DiscussionGroup> GroupsKeptBy(this RecordsContext records, Guid userId) =>
        from g in records.DiscussionGroups
        where g.RemovedAt == null && records.DelegateOf(userId).Any(d => d.Id == g.SecretaryId) && records.SessionsFor(userId).Any(s => s.Id == g.SessionId)
        select g;

    /// <summary>
    /// The papers that the account's delegate may read, each with the one content under which it is read: sent, with a text, on the agenda of one of
    /// <see cref="SessionsFor"/>. A postponed content keeps open to its session what it had when it was postponed; a delegate of the session that takes
    /// it up reads the paper there.
    /// </summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to join; each paper once.</returns>
    public static IQueryable<ItemPaper> PapersFor(this RecordsContext records, Guid userId) =>
        from p in records.PapersOfItems()
        join d in records.Drafts on p.DraftId equals d.Id
        join i in records.AgendaItems on p.ItemId equals i.Id
        where i.DiscardedAt == null && d.SentAt != null && (i.WithdrawnAt == null || d.SentAt <= i.PostponedAt)
            && d.Versions.Any(v => i.PostponedAt == null || v.CreatedAt <= i.PostponedAt)
            && records.SessionsFor(userId).Any(s => s.Id == i.SessionId)
            && !(i.PostponedAt != null && (
                from c in records.CarriedPapers
                join later in records.AgendaItems on c.ItemId equals later.Id
                where c.DraftId == d.Id && later.DiscardedAt == null && (later.WithdrawnAt == null || (d.SentAt <= later.PostponedAt && later.PostponedAt > i.PostponedAt))
                    && records.SessionsFor(userId).Any(s => s.Id == later.SessionId)
                select c).Any())
        select new ItemPaper { ItemId = i.Id, DraftId = d.Id };

    /// <summary>The drafts of <see cref="PapersFor"/>.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Draft> DraftsFor(this RecordsContext records, Guid userId) =>
        from d in records.Drafts
        where records.PapersFor(userId).Any(p => p.DraftId == d.Id)
        select d;

    /// <summary>The opinions of the account's delegate in <see cref="SessionsFor"/>, whoever recorded them.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Opinion> OpinionsOf(this RecordsContext records, Guid userId) =>
        from o in records.Opinions
        where records.DelegateOf(userId).Any(d => d.Id == o.DelegateId) && records.SessionsFor(userId).Any(s => s.Id == o.SessionId)
        select o;

    /// <summary>Those of <see cref="OpinionsOf"/> that the delegate sent in the portal on a draft that is still open to him: the ones he may change himself.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Opinion> OwnOpinionsOf(this RecordsContext records, Guid userId) =>
        from o in records.OpinionsOf(userId)
        join v in records.DraftVersions on o.DraftVersionId equals v.Id
        where o.Channel == OpinionChannel.Portal && o.RecordedById == userId && records.DraftsFor(userId).Any(d => d.Id == v.DraftId)
        select o;
}
