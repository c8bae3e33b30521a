using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ConferenceRecords.Data.Queries;

/// <summary>
/// The agenda of one session while somebody changes it: others who want to change the same agenda wait, so that numbers stay 1 to n and
/// no code is given twice. Without <see cref="CommitAsync"/> nothing is stored.
/// </summary>
public sealed class AgendaLock : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    internal AgendaLock(IDbContextTransaction transaction, AgendaOrder order) => (this.transaction, Order) = (transaction, order);

    /// <summary>The agenda, tracked.</summary>
    public AgendaOrder Order { get; }

    /// <summary>Stores what was saved and lets the next one in.</summary>
    /// <param name="cancel">Cancellation.</param>
    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}

/// <summary>Takes agendas for a change.</summary>
public static class AgendaLocks
{
    /// <summary>Waits until nobody else changes this agenda, then loads it.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="otherId">Another session that is held as well; its agenda is not loaded.</param>
    /// <returns>The agenda; dispose of it.</returns>
    public static async Task<AgendaLock> LockAgendaAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel, Guid? otherId = null)
    {
        var transaction = await records.LockSessionAsync(sessionId, cancel, otherId);
        var items = await records.AgendaItems.Where(i => i.SessionId == sessionId).ToListAsync(cancel);
        var groups = await records.AgendaCategories.OrderBy(c => c.Position).Select(c => c.Id).ToListAsync(cancel);
        return new(transaction, new(items, groups));
    }

    /// <summary>Waits until nobody else holds this session.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="otherId">Another session that is held as well.</param>
    /// <returns>The transaction that holds it.</returns>
    public static async Task<IDbContextTransaction> LockSessionAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel, Guid? otherId = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        var transaction = await records.Database.BeginTransactionAsync(cancel);

        // "No key": opinions and drafts that refer to the session are not held up. Two sessions always in the same order: nobody waits in a circle.
        await records.Database.ExecuteSqlAsync($"SELECT 1 FROM records.sessions WHERE id IN ({sessionId}, {otherId ?? sessionId}) ORDER BY id FOR NO KEY UPDATE", cancel);
        return transaction;
    }

    /// <summary>The lines of the agenda as it stands.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>A query.</returns>
    public static IQueryable<AgendaLine> AgendaLines(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.AgendaItems.AsNoTracking().Where(i => i.SessionId == sessionId && i.WithdrawnAt == null).OrderBy(i => i.Position)
            .Select(i => new AgendaLine(i.Id, i.Code, i.Position, i.Title, i.CategoryId, i.LeadAgencyId));
    }
}
