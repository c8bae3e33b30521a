using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A session to which a delegate is invited, with its newest agenda.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="DelegateId">The delegate.</param>
/// <param name="Title">Title of the session.</param>
/// <param name="TimeNote">The time in words.</param>
/// <param name="Newest">The newest approved agenda; 0 before the first approval.</param>
/// <param name="Seen">The newest one that the delegate saw; 0 when none.</param>
public sealed record DelegateAgenda(Guid SessionId, Guid DelegateId, string Title, string? TimeNote, int Newest, int Seen);

/// <summary>Approved agendas as delegates may see them.</summary>
public static class DelegateAgendas
{
    /// <summary>The sessions of the account's delegate, the newest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="sessionId">Only this one; null for all.</param>
    /// <returns>The query; it finds nothing where the delegate is not invited.</returns>
    public static IQueryable<DelegateAgenda> DelegateAgendaQuery(this RecordsContext records, Guid userId, Guid? sessionId = null) =>
        from s in records.SessionsFor(userId)
        from d in records.DelegateOf(userId)
        where sessionId == null || s.Id == sessionId
        orderby s.Id descending
        select new DelegateAgenda(
            s.Id, d.Id, s.Title, s.TimeNote,
            records.AgendaVersions.Where(v => v.SessionId == s.Id).Max(v => (int?)v.Ordinal) ?? 0,
            records.AgendaLooks.Where(l => l.SessionId == s.Id && l.DelegateId == d.Id).Select(l => (int?)l.SeenOrdinal).FirstOrDefault() ?? 0);

    /// <summary>What happened between two approved agendas, with those papers alone that the delegate may read.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="sessionId">A session of the delegate.</param>
    /// <param name="from">The older version; 0 for what was before the first.</param>
    /// <param name="to">The newer version.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The story.</returns>
    public static async Task<AgendaStory> DelegateAgendaStoryAsync(this RecordsContext records, Guid userId, Guid sessionId, int from, int to, CancellationToken cancel)
    {
        var papers = records.AgendaVersions.Where(v => v.SessionId == sessionId).SelectMany(v => v.Papers).Select(p => p.DraftId);
        var readable = await records.DraftsFor(userId).Where(d => papers.Contains(d.Id)).Select(d => d.Id).ToHashSetAsync(cancel);
        return await records.AgendaStoryAsync(sessionId, from, to, cancel, paper => readable.Contains(paper.DraftId));
    }

    /// <summary>Notes, to be saved, that a delegate looks at the newest agenda.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="agenda">The agenda.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The version seen before it; 0 when there was none.</returns>
    public static async Task<int> LookAsync(this RecordsContext records, DelegateAgenda agenda, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(agenda);
        var look = await records.AgendaLooks.SingleOrDefaultAsync(l => l.SessionId == agenda.SessionId && l.DelegateId == agenda.DelegateId, cancel);
        if (look is null) records.Add(look = new AgendaLook(agenda.SessionId, agenda.DelegateId));
        look.See(agenda.Newest, at);
        return look.BeforeOrdinal;
    }
}
