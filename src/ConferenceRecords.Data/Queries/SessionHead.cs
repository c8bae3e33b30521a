using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>What every page about a session shows of it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">Permanent part of its public address.</param>
/// <param name="Title">Title as in the documents.</param>
/// <param name="Ordinal">Number within term and body; null where it has none.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="TermLabel">Label of the term, "XX".</param>
/// <param name="TermStart">First year of the term.</param>
/// <param name="TermEnd">Last year of the term.</param>
/// <param name="TimeNote">The time in words.</param>
/// <param name="ClosedAt">When it was closed to entry.</param>
public sealed record SessionHead(
    Guid Id, string Slug, string Title, int? Ordinal, SessionKind Kind, string Body, string TermLabel, int TermStart, int TermEnd, string? TimeNote, DateTimeOffset? ClosedAt);

/// <summary>Queries of session heads.</summary>
public static class SessionHeads
{
    /// <summary>All sessions, the newest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <returns>A query, to be taken as it is: a filter would have to stand before the projection.</returns>
    public static IQueryable<SessionHead> SessionHeadQuery(this RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Heads(records.Sessions);
    }

    /// <summary>One session.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="id">Its key.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The head; null when there is none.</returns>
    public static Task<SessionHead?> SessionHeadAsync(this RecordsContext records, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Heads(records.Sessions.Where(s => s.Id == id)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The name of the committee whose session it is, for the head of a document.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Its name.</returns>
    public static Task<string> CommitteeNameAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from s in records.Sessions
            join b in records.Bodies on s.BodyId equals b.Id
            join c in records.Committees on b.CommitteeId equals c.Id
            where s.Id == sessionId
            select c.Name).SingleAsync(cancel);
    }

    private static IQueryable<SessionHead> Heads(this RecordsContext records, IQueryable<Session> sessions) =>
        from s in sessions.AsNoTracking()
        join b in records.Bodies on s.BodyId equals b.Id
        join t in records.Terms on s.TermId equals t.Id
        orderby t.StartYear descending, s.Ordinal descending, s.Id descending
        select new SessionHead(s.Id, s.Slug, s.Title, s.Ordinal, s.Kind, b.Name, t.Label, t.StartYear, t.EndYear, s.TimeNote, s.ClosedAt);
}
