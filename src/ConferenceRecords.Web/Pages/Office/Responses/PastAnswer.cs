using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>An answer before it was changed or sent back.</summary>
public sealed record PastAnswer(Disposition Disposition, string? Text, string AnsweredBy, string ChangedBy, DateTimeOffset ChangedAt)
{
    /// <summary>Those of an opinion, the newest first.</summary>
    public static Task<List<PastAnswer>> OfAsync(RecordsContext records, Guid opinionId, CancellationToken cancel) => (
        from r in records.ResponseRevisions.AsNoTracking()
        join a in records.Users on r.AnsweredById equals a.Id
        join c in records.Users on r.ChangedById equals c.Id
        where r.OpinionId == opinionId
        orderby r.Ordinal descending, r.Id descending
        select new PastAnswer(r.Disposition, r.Text, a.DisplayName, c.DisplayName, r.ChangedAt)).ToListAsync(cancel);
}
