using ConferenceRecords.Data.Records;

namespace ConferenceRecords.Data.Queries;

/// <summary>When opinions on a draft that a delegate may read are taken.</summary>
/// <param name="Until">Last moment; null without a deadline.</param>
/// <param name="SessionIsOpen">Whether the session is still open to entry.</param>
/// <param name="IsOnAgenda">Whether the content is on the agenda; one that was postponed takes opinions where it is taken up.</param>
public sealed record OpinionWindow(DateTimeOffset? Until, bool SessionIsOpen, bool IsOnAgenda)
{
    /// <summary>Whether opinions are taken at a time.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True up to the deadline.</returns>
    public bool IsOpen(DateTimeOffset now) => SessionIsOpen && IsOnAgenda && (Until is null || now <= Until);
}

/// <summary>One version of a draft with what its pages show around the text.</summary>
/// <param name="Id">Key of the version.</param>
/// <param name="DraftId">The draft.</param>
/// <param name="Title">Title of the draft.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="Ordinal">Ordinal of the version.</param>
/// <param name="Newest">Ordinal of the newest version that the delegate may read.</param>
/// <param name="Note">What changed in it.</param>
/// <param name="ItemId">The content.</param>
/// <param name="ItemCode">Its permanent number.</param>
/// <param name="ItemPosition">Its number on the agenda.</param>
/// <param name="ItemTitle">Its title.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Window">When opinions are taken.</param>
/// <param name="HasFile">Whether it was converted from a file, which can be read.</param>
public sealed record DelegateVersion(
    Guid Id, Guid DraftId, string Title, bool IsIllustrative, int Ordinal, int Newest, string? Note, Guid ItemId, int ItemCode, int ItemPosition, string ItemTitle,
    Guid SessionId, OpinionWindow Window, bool HasFile);

/// <summary>The versions of drafts that a delegate may read.</summary>
public static class DelegateVersions
{
    /// <summary>The versions of one draft, or of the drafts of a session in the order of the agenda; of each the newest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="draftId">The draft; null for every one of <paramref name="sessionId"/>.</param>
    /// <param name="ordinal">Only this version; null for all.</param>
    /// <param name="sessionId">Only the drafts read in this session; null for any.</param>
    /// <returns>The query; it finds nothing where the delegate may not read.</returns>
    public static IQueryable<DelegateVersion> DelegateVersionsQuery(this RecordsContext records, Guid userId, Guid? draftId, int? ordinal = null, Guid? sessionId = null) =>
        from place in records.PapersFor(userId)
        join d in records.Drafts on place.DraftId equals d.Id
        join v in records.DraftVersions on d.Id equals v.DraftId
        join i in records.AgendaItems on place.ItemId equals i.Id
        join s in records.Sessions on i.SessionId equals s.Id
        where (draftId == null || d.Id == draftId) && (sessionId == null || s.Id == sessionId) && (ordinal == null || v.Ordinal == ordinal) && (i.PostponedAt == null || v.CreatedAt <= i.PostponedAt)
        orderby i.Position, d.Id, v.Ordinal descending
        select new DelegateVersion(
            v.Id, d.Id, d.Title, d.IsIllustrative, v.Ordinal,
            records.DraftVersions.Where(other => other.DraftId == d.Id && (i.PostponedAt == null || other.CreatedAt <= i.PostponedAt)).Max(other => other.Ordinal), v.Note,
            i.Id, i.Code, i.Position, i.Title, s.Id, new(d.OpinionsUntil, s.ClosedAt == null, i.WithdrawnAt == null), v.File != null);
}
