using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>The facts of a content.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">Permanent number.</param>
/// <param name="Position">Number shown.</param>
/// <param name="Title">Title.</param>
/// <param name="Category">Name of its category.</param>
/// <param name="LeadAgency">Name of the lead agency.</param>
/// <param name="Matter">Title of its matter.</param>
/// <param name="Note">Remark of the office.</param>
/// <param name="SourceNote">What the source leaves open.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="IsInternal">Marked internal.</param>
/// <param name="IsIncluded">Goes into a publication.</param>
/// <param name="WithdrawnAt">When it was taken off the agenda.</param>
/// <param name="PostponedAt">When it was put off to a later session.</param>
public sealed record ItemFacts(
    Guid Id, int Code, int Position, string Title, string Category, string? LeadAgency, string Matter, string? Note, string? SourceNote,
    bool IsIllustrative, bool IsInternal, bool IsIncluded, DateTimeOffset? WithdrawnAt, DateTimeOffset? PostponedAt);

/// <summary>A draft in the list of its content.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="Versions">Number of versions.</param>
/// <param name="SentAt">When the delegates got it.</param>
/// <param name="OpinionsUntil">Until when they may answer.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="IsInternal">Not to be published.</param>
/// <param name="IsCarried">Taken over from the postponed content that this one continues.</param>
public sealed record DraftRow(
    Guid Id, string Title, int Versions, DateTimeOffset? SentAt, DateTimeOffset? OpinionsUntil, bool IsIllustrative, bool IsInternal, bool IsCarried);

/// <summary>Queries of one content.</summary>
public static class ItemRows
{
    /// <summary>The facts of a content.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="itemId">The content, which must exist.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The facts.</returns>
    public static Task<ItemFacts> ItemFactsAsync(this RecordsContext records, Guid itemId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from i in records.AgendaItems.AsNoTracking()
            where i.Id == itemId
            join c in records.AgendaCategories on i.CategoryId equals c.Id
            join m in records.Matters on i.MatterId equals m.Id
            join a in records.Agencies on i.LeadAgencyId equals a.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            select new ItemFacts(
                i.Id, i.Code, i.Position, i.Title, c.Name, agency!.Name, m.Title, i.Note, i.SourceNote, i.IsIllustrative, i.IsInternal, i.IsIncludedInPublication, i.WithdrawnAt,
                i.PostponedAt)).SingleAsync(cancel);
    }

    /// <summary>The drafts of a content, its own and those taken over.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="itemId">The content.</param>
    /// <returns>A query, the oldest first.</returns>
    public static IQueryable<DraftRow> DraftRows(this RecordsContext records, Guid itemId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.DraftsOf(itemId).AsNoTracking().OrderBy(d => d.Id)
            .Select(d => new DraftRow(d.Id, d.Title, d.Versions.Count, d.SentAt, d.OpinionsUntil, d.IsIllustrative, d.IsInternal, d.ItemId != itemId));
    }

    /// <summary>The matters that were on an agenda of the same committee, by title.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">A session of the committee.</param>
    /// <returns>A query.</returns>
    public static IQueryable<Matter> MattersOfCommittee(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        var committee = from s in records.Sessions join b in records.Bodies on s.BodyId equals b.Id where s.Id == sessionId select b.CommitteeId;
        var matters =
            from i in records.AgendaItems
            join s in records.Sessions on i.SessionId equals s.Id
            join b in records.Bodies on s.BodyId equals b.Id
            where committee.Contains(b.CommitteeId) && i.DiscardedAt == null
            select i.MatterId;
        return records.Matters.AsNoTracking().Where(m => matters.Contains(m.Id)).OrderBy(m => m.Title);
    }
}
