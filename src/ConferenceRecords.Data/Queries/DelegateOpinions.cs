using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An opinion as its own delegate sees it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Readable number.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Text">Text.</param>
/// <param name="RecordedAt">When it was sent or recorded.</param>
/// <param name="WithdrawnAt">When it was withdrawn; null while it stands.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="ItemPosition">Number of the content; null for the session as a whole and for a content taken off the agenda.</param>
/// <param name="ItemTitle">Title of the content; null like <paramref name="ItemPosition"/>.</param>
/// <param name="Place">Where in a draft it stands; null when it is not about a draft that the delegate may read now.</param>
/// <param name="IsSent">Whether the delegate sent it himself; the others were recorded by the office.</param>
public sealed record DelegateOpinion(
    Guid Id, string Number, OpinionKind Kind, OpinionChannel Channel, string Text, DateTimeOffset RecordedAt, DateTimeOffset? WithdrawnAt, bool IsIllustrative,
    string SessionTitle, int? ItemPosition, string? ItemTitle, DraftPlace? Place, bool IsSent)
{
    /// <summary>Whether the delegate may change or withdraw it at a time.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True for one that he sent himself on a draft that he may still read, up to its deadline.</returns>
    public bool MayChange(DateTimeOffset now) => IsSent && Place?.Window.IsOpen(now) == true;
}

/// <summary>A place in a draft.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="Title">Its title.</param>
/// <param name="Ordinal">Ordinal of the version.</param>
/// <param name="ParagraphId">The paragraph; null for the whole draft.</param>
/// <param name="Number">Its number.</param>
/// <param name="Window">When opinions are taken.</param>
public sealed record DraftPlace(Guid DraftId, string Title, int Ordinal, Guid? ParagraphId, int? Number, OpinionWindow Window);

/// <summary>The delegate's own opinions.</summary>
public static class DelegateOpinions
{
    /// <summary>The opinions of the account's delegate, the newest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="id">Only this one; null for all.</param>
    /// <param name="draftId">Only those on this draft; null for all.</param>
    /// <returns>The query.</returns>
    public static IQueryable<DelegateOpinion> DelegateOpinionsQuery(this RecordsContext records, Guid userId, Guid? id = null, Guid? draftId = null) =>
        from o in records.OpinionsOf(userId).AsNoTracking()
        join s in records.Sessions on o.SessionId equals s.Id
        from i in records.AgendaItems.Where(i => i.Id == o.ItemId && i.WithdrawnAt == null).DefaultIfEmpty()
        from v in records.DraftVersions.Where(v => v.Id == o.DraftVersionId).DefaultIfEmpty()
        from d in records.DraftsFor(userId).Where(d => d.Id == v!.DraftId).DefaultIfEmpty()
        from p in records.Paragraphs.Where(p => p.Id == o.ParagraphId).DefaultIfEmpty()
        where (id == null || o.Id == id) && (draftId == null || d!.Id == draftId)
        orderby o.RecordedAt descending, o.Id descending
        select new DelegateOpinion(
            o.Id, o.Number, o.Kind, o.Channel, o.Text, o.RecordedAt, o.WithdrawnAt, o.IsIllustrative, s.Title, i == null ? null : i.Position, i == null ? null : i.Title,
            d == null ? null : new DraftPlace(d.Id, d.Title, v!.Ordinal, o.ParagraphId, p == null ? null : p.Number, new(d.OpinionsUntil, s.ClosedAt == null, i != null)),
            o.Channel == OpinionChannel.Portal && o.RecordedById == userId);
}
