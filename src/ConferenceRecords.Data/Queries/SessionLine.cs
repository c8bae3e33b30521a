using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A session in the office's list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="TermLabel">Label of the term.</param>
/// <param name="TimeNote">The time in words.</param>
/// <param name="ClosedAt">When it was closed to entry.</param>
/// <param name="NextSitting">The next day with a sitting, today included; null where none lies ahead.</param>
/// <param name="Items">Contents on the agenda.</param>
/// <param name="Opinions">Opinions that were not withdrawn.</param>
/// <param name="Conclusion">State of the conclusion; null while there is none.</param>
/// <param name="ReturnReason">Why the conclusion was sent back.</param>
/// <param name="LastEditionAt">When the last edition was approved.</param>
/// <param name="LastEdition">Its number.</param>
public sealed record SessionLine(
    Guid Id, string Title, string Body, string TermLabel, string? TimeNote, DateTimeOffset? ClosedAt, DateOnly? NextSitting, int Items, int Opinions,
    ReleaseState? Conclusion, string? ReturnReason, DateTimeOffset? LastEditionAt, int? LastEdition);

/// <summary>Queries of the office's list.</summary>
public static class SessionLines
{
    /// <summary>Sessions, the newest first, in one query.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="today">Today in Vietnam.</param>
    /// <returns>A query.</returns>
    public static IQueryable<SessionLine> SessionLineQuery(this RecordsContext records, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from s in records.Sessions.AsNoTracking()
            join b in records.Bodies on s.BodyId equals b.Id
            join t in records.Terms on s.TermId equals t.Id
            join conclusion in records.Conclusions on s.Id equals conclusion.SessionId into conclusions
            from c in conclusions.DefaultIfEmpty()
            orderby t.StartYear descending, s.Ordinal descending, s.Id descending
            select new SessionLine(
                s.Id, s.Title, b.Name, t.Label, s.TimeNote, s.ClosedAt,
                records.Sittings.Where(x => x.SessionId == s.Id && x.RemovedAt == null && x.Date >= today).Min(x => (DateOnly?)x.Date),
                records.AgendaItems.Count(i => i.SessionId == s.Id && i.WithdrawnAt == null),
                records.Opinions.Count(o => o.SessionId == s.Id && o.WithdrawnAt == null),
                c == null ? null : c.State, c == null ? null : c.ReturnReason,
                records.Outbox.Where(m => m.SessionId == s.Id && m.Kind == ReleaseKind.Conclusion && !m.IsWithdrawal && m.CancelledAt == null).Max(m => (DateTimeOffset?)m.CreatedAt), c == null ? null : c.EditionCount);
    }
}
