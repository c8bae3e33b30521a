using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>Words of an opinion that were replaced, with who replaced them and when.</summary>
public sealed record EarlierWords(string Text, OpinionKind Kind, string ChangedBy, DateTimeOffset ChangedAt)
{
    /// <summary>All of an opinion, the newest first.</summary>
    public static async Task<IReadOnlyList<EarlierWords>> OfAsync(RecordsContext records, Guid opinionId, CancellationToken cancel) => await (
        from r in records.OpinionRevisions
        join u in records.Users on r.ChangedById equals u.Id
        where r.OpinionId == opinionId
        orderby r.Ordinal descending, r.Id descending
        select new EarlierWords(r.Text, r.Kind, u.DisplayName, r.ChangedAt)).ToListAsync(cancel);
}
