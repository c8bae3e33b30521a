using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
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
/// <param name="LeadNumber">Number of the opinion that stands for it; null while it stands for itself.</param>
/// <param name="Agency">The agency that is to answer it, or the opinion that stands for it.</param>
/// <param name="Disposition">What was decided, once the Office confirmed it.</param>
/// <param name="AnsweredAt">When the Office confirmed the answer.</param>
public sealed record DelegateOpinion(
    Guid Id, string Number, OpinionKind Kind, OpinionChannel Channel, string Text, DateTimeOffset RecordedAt, DateTimeOffset? WithdrawnAt, bool IsIllustrative,
    string SessionTitle, int? ItemPosition, string? ItemTitle, DraftPlace? Place, bool IsSent,
    string? LeadNumber, string? Agency, Disposition? Disposition, DateTimeOffset? AnsweredAt)
{
    /// <summary>Whether the delegate may change or withdraw it at a time.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True for one that he sent himself on a draft that he may still read, up to its deadline, while no answer
    /// is confirmed: the answer is to the words as they stood.</returns>
    public bool MayChange(DateTimeOffset now) => IsSent && AnsweredAt is null && Place?.Window.IsOpen(now) == true;
}

/// <summary>How far an opinion has come, as its delegate asks for it.</summary>
public enum OpinionStage
{
    /// <summary>Chờ trả lời.</summary>
    Waiting,

    /// <summary>Đã trả lời: the Office confirmed the answer.</summary>
    Answered,

    /// <summary>Đã rút.</summary>
    Withdrawn,
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
    /// <param name="of">Only these of <see cref="DelegateDrafts.OpinionsOf"/>; null for all.</param>
    /// <returns>The query.</returns>
    public static IQueryable<DelegateOpinion> DelegateOpinionsQuery(this RecordsContext records, Guid userId, Guid? id = null, Guid? draftId = null, IQueryable<Opinion>? of = null) =>
        from o in (of ?? records.OpinionsOf(userId)).AsNoTracking()
        join s in records.Sessions on o.SessionId equals s.Id
        from i in records.AgendaItems.Where(i => i.Id == o.ItemId && i.WithdrawnAt == null).DefaultIfEmpty()
        from v in records.DraftVersions.Where(v => v.Id == o.DraftVersionId).DefaultIfEmpty()
        from d in records.DraftsFor(userId).Where(d => d.Id == v!.DraftId).DefaultIfEmpty()
        from p in records.Paragraphs.Where(p => p.Id == o.ParagraphId).DefaultIfEmpty()
        from lead in records.Opinions.Where(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null).DefaultIfEmpty()
        from r in records.Responses.Where(r => r.OpinionId == (lead == null ? o.Id : lead.Id)).DefaultIfEmpty()
        from a in records.Agencies.Where(a => a.Id == r!.AgencyId).DefaultIfEmpty()
        where (id == null || o.Id == id) && (draftId == null || d!.Id == draftId)
        orderby o.RecordedAt descending, o.Id descending
        select new DelegateOpinion(
            o.Id, o.Number, o.Kind, o.Channel, o.Text, o.RecordedAt, o.WithdrawnAt, o.IsIllustrative, s.Title, i == null ? null : i.Position, i == null ? null : i.Title,
            d == null ? null : new DraftPlace(d.Id, d.Title, v!.Ordinal, o.ParagraphId, p == null ? null : p.Number, new(d.OpinionsUntil, s.ClosedAt == null, i != null)),
            o.Channel == OpinionChannel.Portal && o.RecordedById == userId, lead == null ? null : lead.Number, a == null ? null : a.Name,
            r == null || r.ConfirmedAt == null ? null : r.Disposition, r == null ? null : r.ConfirmedAt);

    /// <summary>Those of some opinions of a delegate that came to a stage.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinions">The opinions.</param>
    /// <param name="stage">The stage.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Opinion> At(this RecordsContext records, IQueryable<Opinion> opinions, OpinionStage stage)
    {
        ArgumentNullException.ThrowIfNull(records);
        var answered = records.Responses.Where(r => r.ConfirmedAt != null);
        return stage switch
        {
            OpinionStage.Withdrawn => opinions.Where(o => o.WithdrawnAt != null),
            OpinionStage.Answered => opinions.Where(o => o.WithdrawnAt == null && answered.Any(r => r.OpinionId == (records.Opinions.Any(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null) ? o.MergedIntoId : o.Id))),
            _ => opinions.Where(o => o.WithdrawnAt == null && !answered.Any(r => r.OpinionId == (records.Opinions.Any(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null) ? o.MergedIntoId : o.Id))),
        };
    }
}
