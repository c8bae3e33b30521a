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

    /// <summary>The drafts that the account's delegate may read: sent, with a text, under a content that is still on the agenda of one of <see cref="SessionsFor"/>.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Draft> DraftsFor(this RecordsContext records, Guid userId) =>
        from d in records.Drafts
        join i in records.AgendaItems on d.ItemId equals i.Id
        where d.SentAt != null && d.Versions.Any() && i.WithdrawnAt == null && records.SessionsFor(userId).Any(s => s.Id == i.SessionId)
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
