using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>How far a content has come.</summary>
public enum ItemStage
{
    /// <summary>No draft yet.</summary>
    Empty,

    /// <summary>A draft that the delegates do not have yet.</summary>
    Drafted,

    /// <summary>The delegates have a draft.</summary>
    Sent,

    /// <summary>There are opinions.</summary>
    Discussed,

    /// <summary>Part of an edition that is public.</summary>
    Published,
}

/// <summary>One content on the page of its session.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">Permanent number.</param>
/// <param name="Position">Number shown.</param>
/// <param name="Title">Title.</param>
/// <param name="CategoryId">Category.</param>
/// <param name="LeadAgency">Short name of the lead agency.</param>
/// <param name="Drafts">Number of drafts.</param>
/// <param name="LatestVersion">Highest version among the drafts; 0 without one.</param>
/// <param name="SentDrafts">Drafts that the delegates have.</param>
/// <param name="Opinions">Opinions that were not withdrawn.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="IsInternal">Marked internal.</param>
/// <param name="IsIncluded">Goes into a publication.</param>
/// <param name="WithdrawnAt">When it was taken off the agenda.</param>
/// <param name="PostponedAt">When it was put off to a later session.</param>
public sealed record AgendaRow(
    Guid Id, int Code, int Position, string Title, Guid CategoryId, string? LeadAgency, int Drafts, int LatestVersion, int SentDrafts, int Opinions,
    bool IsIllustrative, bool IsInternal, bool IsIncluded, DateTimeOffset? WithdrawnAt, DateTimeOffset? PostponedAt)
{
    /// <summary>How far it has come.</summary>
    /// <param name="conclusion">The session's conclusion.</param>
    /// <returns>The furthest stage.</returns>
    public ItemStage Stage(ConclusionStatus? conclusion) =>
        IsIncluded && conclusion is { Editions: > 0 } ? ItemStage.Published
        : Opinions > 0 ? ItemStage.Discussed
        : SentDrafts > 0 ? ItemStage.Sent
        : Drafts > 0 ? ItemStage.Drafted
        : ItemStage.Empty;
}

/// <summary>A group with its contents and the number that the documents state.</summary>
/// <param name="Id">The category.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="Stated">The number stated; null where none is.</param>
/// <param name="Rows">The contents on the agenda, in order.</param>
public sealed record AgendaGroup(Guid Id, string Name, string ShortName, int? Stated, IReadOnlyList<AgendaRow> Rows)
{
    /// <summary>Whether the number counted is another than the one stated.</summary>
    public bool Differs => Stated is { } stated && stated != Rows.Count;
}

/// <summary>How far a conclusion has come.</summary>
/// <param name="State">State.</param>
/// <param name="ReturnReason">Why the second person sent it back; null otherwise.</param>
/// <param name="Editions">Number of editions approved.</param>
/// <param name="PendingEditions">Editions that the public does not have yet.</param>
public sealed record ConclusionStatus(ReleaseState State, string? ReturnReason, int Editions, int PendingEditions);

/// <summary>A sitting on the page of its session.</summary>
/// <param name="Id">Key.</param>
/// <param name="Date">Day.</param>
/// <param name="Part">Half-day.</param>
/// <param name="Place">Place.</param>
public sealed record SittingRow(Guid Id, DateOnly Date, DayPart Part, string? Place);

/// <summary>The facts of a session that its page shows beside the agenda.</summary>
/// <param name="Chair">Who chairs.</param>
/// <param name="StatedItems">Number of contents stated.</param>
/// <param name="StatedOpinions">Number of contributions announced.</param>
/// <param name="StatedOpinionQualifier">Its qualifier.</param>
/// <param name="Opinions">Opinions recorded and not withdrawn.</param>
/// <param name="Invited">Delegates with an invitation that holds.</param>
/// <param name="AgendaVersions">Approved agendas.</param>
/// <param name="Conclusion">The conclusion; null while there is none.</param>
/// <param name="Answered">Opinions with an end, as <see cref="ResponseCounts.Done"/> counts them.</param>
/// <param name="ResponsesCompleted">Whether the answering was completed, and not opened again.</param>
public sealed record SessionFigures(
    string? Chair, int? StatedItems, int? StatedOpinions, string? StatedOpinionQualifier, int Opinions, int Invited, int AgendaVersions, ConclusionStatus? Conclusion,
    int Answered = 0, bool ResponsesCompleted = false);

/// <summary>A session at a glance.</summary>
/// <param name="Figures">Facts and counts.</param>
/// <param name="Groups">The groups in their order, empty ones too.</param>
/// <param name="Withdrawn">Contents taken off the agenda.</param>
/// <param name="Sittings">The sittings in the order of time.</param>
public sealed record SessionOverview(
    SessionFigures Figures, IReadOnlyList<AgendaGroup> Groups, IReadOnlyList<AgendaRow> Withdrawn, IReadOnlyList<SittingRow> Sittings)
{
    /// <summary>The contents on the agenda, in order.</summary>
    public IEnumerable<AgendaRow> Rows => Groups.SelectMany(g => g.Rows);

    /// <summary>Number of contents on the agenda.</summary>
    public int Count => Groups.Sum(g => g.Rows.Count);

    /// <summary>Sum of the numbers stated for the groups; null where one is missing.</summary>
    public int? StatedSum => Groups.Any(g => g.Stated is null) ? null : Groups.Sum(g => g.Stated);

    /// <summary>Whether the number of contents counted is another than the one stated.</summary>
    public bool CountDiffers => Figures.StatedItems is { } stated && stated != Count;

    /// <summary>Whether the documents contradict themselves: the total stated is another than the sum of the groups stated.</summary>
    public bool StatedDiffers => Figures.StatedItems is { } stated && StatedSum is { } sum && stated != sum;
}

/// <summary>Queries of sessions at a glance.</summary>
public static class SessionOverviews
{
    /// <summary>One session at a glance: four queries whatever the number of contents.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session, which must exist.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The overview.</returns>
    public static async Task<SessionOverview> SessionOverviewAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var figures = await records.Sessions.AsNoTracking().Where(s => s.Id == sessionId).Select(s => new SessionFigures(
            s.Chair, s.StatedItemCount, s.StatedOpinionCount, s.StatedOpinionQualifier,
            records.Opinions.Count(o => o.SessionId == s.Id && o.WithdrawnAt == null),
            records.Invitations.Count(i => i.SessionId == s.Id && i.RevokedAt == null),
            records.AgendaVersions.Count(v => v.SessionId == s.Id),
            records.Conclusions.Where(c => c.SessionId == s.Id).Select(c => new ConclusionStatus(
                c.State, c.ReturnReason, c.EditionCount, records.Outbox.Count(m => m.SessionId == s.Id && m.Kind == ReleaseKind.Conclusion && m.DeliveredAt == null && m.CancelledAt == null))).FirstOrDefault(),
            records.Opinions.Count(o => o.SessionId == s.Id && o.WithdrawnAt == null
                && (records.Opinions.Any(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null) || records.Responses.Any(r => r.OpinionId == o.Id && r.ConfirmedAt != null))),
            records.ResponseLedgers.Any(l => l.SessionId == s.Id && l.CompletedAt != null))).SingleAsync(cancel);
        var groups = await (
            from c in records.AgendaCategories.AsNoTracking()
            orderby c.Position
            select new AgendaGroup(
                c.Id, c.Name, c.ShortName, records.StatedCounts.Where(n => n.SessionId == sessionId && n.CategoryId == c.Id).Select(n => n.Value).FirstOrDefault(), new AgendaRow[0]))
            .ToListAsync(cancel);
        var rows = await records.AgendaRows(sessionId).ToListAsync(cancel);
        var sittings = await records.SittingRows(sessionId).ToListAsync(cancel);
        var active = rows.Where(r => r.WithdrawnAt is null).ToLookup(r => r.CategoryId);
        return new(figures, [.. groups.Select(g => g with { Rows = [.. active[g.Id]] })], [.. rows.Where(r => r.WithdrawnAt is not null)], sittings);
    }

    /// <summary>The sittings of a session in the order of time.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>A query.</returns>
    public static IQueryable<SittingRow> SittingRows(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);

        // Stored by name, "Afternoon" would come before "Morning".
        return records.Sittings.AsNoTracking().Where(s => s.SessionId == sessionId && s.RemovedAt == null)
            .OrderBy(s => s.Date).ThenBy(s => s.Part == DayPart.Morning ? 0 : 1).Select(s => new SittingRow(s.Id, s.Date, s.Part, s.Place));
    }

    private static IQueryable<AgendaRow> AgendaRows(this RecordsContext records, Guid sessionId) =>
        from i in records.AgendaItems.AsNoTracking()
        where i.SessionId == sessionId && i.DiscardedAt == null
        join a in records.Agencies on i.LeadAgencyId equals a.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        orderby i.Position, i.Code
        select new AgendaRow(
            i.Id, i.Code, i.Position, i.Title, i.CategoryId, agency!.ShortName,
            records.Drafts.Count(d => d.ItemId == i.Id) + records.CarriedPapers.Count(c => c.ItemId == i.Id),
            (from p in records.PapersOfItems() join v in records.DraftVersions on p.DraftId equals v.DraftId where p.ItemId == i.Id select (int?)v.Ordinal).Max() ?? 0,
            (from p in records.PapersOfItems() join d in records.Drafts on p.DraftId equals d.Id where p.ItemId == i.Id && d.SentAt != null select d.Id).Count(), records.Opinions.Count(o => o.ItemId == i.Id && o.WithdrawnAt == null),
            i.IsIllustrative, i.IsInternal, i.IsIncludedInPublication, i.WithdrawnAt, i.PostponedAt);
}
