using ConferenceRecords.Domain.Text;
using Npgsql;

namespace ConferenceRecords.Web.Caching;

/// <summary>
/// Knows which generation of the publication pages may be shown from. It hears of a change by a notice of the database; but no page is shown whose generation
/// was not seen to hold within the last second, so that an instance which no notice reaches is never further behind than that.
/// </summary>
internal sealed class PublicationWatch(string connectionString, PageSettings settings, TimeProvider clock, ILogger<PublicationWatch> log) : BackgroundService
{
    private const string Count =
        "SELECT (SELECT count(*) FROM publication.editions), (SELECT count(*) FROM publication.withdrawals), (SELECT count(*) FROM publication.files)";

    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1), PauseWithoutNotices = TimeSpan.FromMinutes(1);

    // One connection that listens, one that asks: both outside the pool of the pages, which a crowd may use up.
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = true, MinPoolSize = 0, MaxPoolSize = 2, Timeout = 3, CommandTimeout = 3, KeepAlive = 10, MaxAutoPrepare = 2, AutoPrepareMinUsages = 2,
    }.ConnectionString);

    private readonly SemaphoreSlim asking = new(1);
    private volatile Seen? seen;
    private long failedAt;
    private int isAskingAhead;

    /// <summary>The store of the generation that holds; null where that has to be asked first.</summary>
    public PageStore? Current
    {
        get
        {
            if (seen is not { } last) return null;
            var age = clock.GetElapsedTime(last.At);
            if (age >= settings.CheckEvery) return null;

            // Asked while the answer is still good, so that no reader waits for it.
            if (age > settings.CheckEvery / 2) AskAhead();
            return last.Store;
        }
    }

    /// <summary>The generation that was seen last, whether or not it still holds.</summary>
    public Generation? LastSeen => seen?.Store.Generation;

    /// <summary>Asks the database for the generation, once for all who wait.</summary>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The store of a generation that held at or after the call; null when the database does not answer.</returns>
    public async Task<PageStore?> AskAsync(CancellationToken cancel)
    {
        var called = clock.GetTimestamp();
        await asking.WaitAsync(cancel);
        try
        {
            if (seen is { } last && last.At >= called) return last.Store;

            // A database that does not answer keeps all who wait once, not each of them.
            if (failedAt > called) return null;

            // The time before the question: what it answers held then or later.
            var at = clock.GetTimestamp();
            var generation = await ReadAsync(cancel);
            var store = seen is not { } before ? new PageStore(generation, settings.Limit / 2) : before.Store.Generation == generation ? before.Store : before.Store.Next(generation);
            seen = new(store, at);
            return store;
        }
        catch (NpgsqlException fault)
        {
            failedAt = clock.GetTimestamp();
            log.LogDebug(fault, "The generation of the publication could not be read");
            return null;
        }
        finally
        {
            asking.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        database.Dispose();
        asking.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = PauseAfterFault;
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction)
            {
                // A replica gives no notices; the question that goes with every second is enough.
                pause = PauseWithoutNotices;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("No notices of the publication: {Kind}. Pages ask the database once a second meanwhile", fault.GetType().Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using (var listen = new NpgsqlCommand("LISTEN publication", connection)) await listen.ExecuteNonQueryAsync(cancel);
        while (true)
        {
            await AskAsync(cancel);
            await connection.WaitAsync(cancel);
        }
    }

    private void AskAhead()
    {
        if (Interlocked.Exchange(ref isAskingAhead, 1) == 1) return;
        _ = Task.Run(async () =>
        {
            try
            {
                await AskAsync(CancellationToken.None);
            }
            catch (ObjectDisposedException)
            {
                // The program ends.
            }
            finally
            {
                isAskingAhead = 0;
            }
        });
    }

    private async Task<Generation> ReadAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Count);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), VietnamTime.DateOf(clock.GetUtcNow()));
    }

    private sealed record Seen(PageStore Store, long At);
}
