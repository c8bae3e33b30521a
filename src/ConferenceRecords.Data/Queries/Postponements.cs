using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A content on the agenda of another session.</summary>
/// <param name="ItemId">The content.</param>
/// <param name="Position">Its number there.</param>
/// <param name="Title">Its title.</param>
/// <param name="SessionId">The session.</param>
/// <param name="SessionOrdinal">Number of the session; null where it has none.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="Papers">Number of its papers.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
public sealed record ElsewhereItem(
    Guid ItemId, int Position, string Title, Guid SessionId, int? SessionOrdinal, string SessionTitle, int Papers, bool IsIllustrative);

/// <summary>Queries of contents that were put off to a later session.</summary>
public static class Postponements
{
    /// <summary>The content that took up a postponed one.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="itemId">The postponed content.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The content; null while no session took it up.</returns>
    public static Task<ElsewhereItem?> SuccessorAsync(this RecordsContext records, Guid itemId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Elsewhere(records.AgendaItems.Where(i => i.ContinuesId == itemId && i.DiscardedAt == null)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The postponed content that another one takes up again.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="itemId">The content that continues.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The content; null where it continues none.</returns>
    public static Task<ElsewhereItem?> PredecessorAsync(this RecordsContext records, Guid itemId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Elsewhere(records.AgendaItems.Where(i => records.AgendaItems.Any(next => next.Id == itemId && next.ContinuesId == i.Id))).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The contents that earlier sessions of the same committee put off and that no session took up yet.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session that may take them up.</param>
    /// <returns>A query to filter further: entities, to be locked before they are acted on.</returns>
    public static IQueryable<AgendaItem> WaitingFor(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from i in records.AgendaItems
            join s in records.Sessions on i.SessionId equals s.Id
            join b in records.Bodies on s.BodyId equals b.Id
            from here in records.Sessions.Where(here => here.Id == sessionId)
            join committee in records.Bodies on here.BodyId equals committee.Id
            where i.PostponedAt != null && s.Id != sessionId && b.CommitteeId == committee.CommitteeId
                && !(s.BodyId == here.BodyId && s.TermId == here.TermId && s.Ordinal > here.Ordinal)
                && !records.AgendaItems.Any(next => next.ContinuesId == i.Id && next.DiscardedAt == null)
            select i;
    }

    /// <summary>Contents with the place that they have.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="items">The contents.</param>
    /// <returns>A query, by session and number.</returns>
    public static IQueryable<ElsewhereItem> Elsewhere(this RecordsContext records, IQueryable<AgendaItem> items)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from i in items.AsNoTracking()
            join s in records.Sessions on i.SessionId equals s.Id
            orderby s.Ordinal, s.Id, i.Position
            select new ElsewhereItem(
                i.Id, i.Position, i.Title, s.Id, s.Ordinal, s.Title, records.Drafts.Count(d => d.ItemId == i.Id) + records.CarriedPapers.Count(c => c.ItemId == i.Id), i.IsIllustrative);
    }

    /// <summary>Takes a postponed content up: the same matter, its facts and all its papers. Confidentiality goes with it.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="agenda">The agenda that takes it up, locked together with that of the postponed content.</param>
    /// <param name="sessionId">The session of that agenda.</param>
    /// <param name="id">Key of the new content.</param>
    /// <param name="postponed">The postponed content.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The new content, to be saved.</returns>
    public static async Task<AgendaItem> TakeUpAsync(
        this RecordsContext records, AgendaOrder agenda, Guid sessionId, Guid id, AgendaItem postponed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(postponed);
        var facts = new AgendaItemFacts(postponed.Title, postponed.CategoryId, postponed.LeadAgencyId, postponed.Note, postponed.SourceNote);
        var item = new AgendaItem(
            id, sessionId, postponed.MatterId, agenda.NextCode, agenda.Last, facts, postponed.IsIllustrative, new(ContinuesId: postponed.Id));
        if (!postponed.IsIncludedInPublication) item.MarkInternal();
        if (!postponed.IsInternal) item.UnmarkInternal();
        agenda.Add(item);
        records.Add(item);
        records.AddRange(await records.DraftsOf(postponed.Id).Select(d => new CarriedPaper(id, d.Id)).ToListAsync(cancel));
        return item;
    }
}
