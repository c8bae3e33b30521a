using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Conclusions;
using Npgsql;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// Delivers approved bundles as soon as an approval commits: it listens to the outbox, and looks by itself every few seconds in case a
/// notice was lost with a connection.
/// </summary>
internal sealed class PublisherService(IServiceScopeFactory scopes, PortalConnections connections, NpgsqlDataSource publication, TimeProvider clock, ILogger<PublisherService> log)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5), PauseAfterFault = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: a fault that left this loop would end the whole portal.
                log.LogWarning(fault, "The publisher lost a database and tries again");
                await Task.Delay(PauseAfterFault, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connections.Records);
        await connection.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand("LISTEN outbox", connection)) await listen.ExecuteNonQueryAsync(cancel);
        while (true)
        {
            var pause = LookEvery;
            await using (var scope = scopes.CreateAsyncScope())
            {
                var publisher = new Publisher(scope.ServiceProvider.GetRequiredService<RecordsContext>(), publication, clock);
                if (await publisher.DeliverAsync(cancel, EditionDocuments.Of) is > 0 and var count) log.LogInformation("Delivered {Count} editions", count);

                // Exactly at its time, not up to five seconds later. A millisecond more than none: a pause of zero would never end.
                if (await publisher.NextDueAsync(cancel) is { } next && next < pause) pause = next + TimeSpan.FromMilliseconds(1);
            }
            await connection.WaitAsync(pause, cancel);
        }
    }
}
