using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An opinion as the agency that answers it sees one: no name, no unit, no other opinion.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Readable number.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Text">Text.</param>
/// <param name="ItemPosition">Number of the content as shown; null for the session as a whole.</param>
/// <param name="ItemTitle">Title of the content.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="DueOn">Last day for the answer.</param>
/// <param name="ReturnNote">Why the Office sent the last answer back.</param>
/// <param name="Disposition">What the agency proposes.</param>
/// <param name="ResponseText">Its words.</param>
/// <param name="HandedToId">The other agency.</param>
/// <param name="ChangedVersionId">The version that carries the change.</param>
/// <param name="ChangedParagraph">Number of the paragraph that carries it.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="ConfirmedAt">When the Office confirmed it.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="Version">Concurrency token of the response.</param>
public sealed record AssignedOpinion(
    Guid Id, string Number, OpinionKind Kind, OpinionChannel Channel, string Text, int? ItemPosition, string? ItemTitle, string SessionTitle, Guid AgencyId, DateOnly? DueOn, string? ReturnNote,
    Disposition? Disposition, string? ResponseText, Guid? HandedToId, Guid? ChangedVersionId, int? ChangedParagraph, DateTimeOffset? AnsweredAt, DateTimeOffset? ConfirmedAt, bool IsIllustrative, uint Version)
{
    /// <summary>How far it has come.</summary>
    public ResponseState State => ConfirmedAt is not null ? ResponseState.Confirmed : Disposition is not null ? ResponseState.Answered : ResponseState.Assigned;
}

/// <summary>What an agency sees. Whoever shows it to a person notes <c>opinions.read</c>.</summary>
public static class AgencyOpinions
{
    /// <summary>The opinions that are assigned to the agency of an account now: everything that the agency's pages show and do starts here.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query; nothing for an account without an agency, no withdrawn opinion and none that stands behind another one.</returns>
    public static IQueryable<Opinion> OpinionsAssignedTo(this RecordsContext records, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.LeadOpinions().Where(o =>
            records.Responses.Any(r => r.OpinionId == o.Id && r.AgencyId != null && records.Users.Any(u => u.Id == userId && u.AgencyId == r.AgencyId)));
    }

    /// <summary>The same as the agency's pages show them: open ones first, the nearest deadline first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinions">Some of <see cref="OpinionsAssignedTo"/>.</param>
    /// <returns>A query.</returns>
    public static IQueryable<AssignedOpinion> AssignedOpinionQuery(this RecordsContext records, IQueryable<Opinion> opinions)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from o in opinions.AsNoTracking()
            join r in records.Responses on o.Id equals r.OpinionId
            join s in records.Sessions on o.SessionId equals s.Id
            join i in records.AgendaItems on o.ItemId equals i.Id into items
            from i in items.DefaultIfEmpty()
            join p in records.Paragraphs on r.ChangedParagraphId equals p.Id into paragraphs
            from p in paragraphs.DefaultIfEmpty()
            where r.AgencyId != null
            orderby r.Disposition != null, r.ConfirmedAt != null, r.DueOn == null, r.DueOn, o.Number
            select new AssignedOpinion(
                o.Id, o.Number, o.Kind, o.Channel, o.Text, (int?)i.Position, i.Title, s.Title, r.AgencyId!.Value, r.DueOn, r.ReturnNote, r.Disposition, r.Text, r.HandedToId, r.ChangedVersionId,
                (int?)p.Number, r.AnsweredAt, r.ConfirmedAt, o.IsIllustrative, r.Version);
    }
}
