using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Office;

namespace ConferenceRecords.Web.Imports;

/// <summary>Reads the files and lists of the queue in the background, and clears away those that nobody came back for.</summary>
internal sealed class ImportService(ImportQueue queue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportService> log) : BackgroundService
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(200), SweepEvery = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromMinutes(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ReadAllAsync(stoppingToken), SweepAllAsync(stoppingToken));

    private async Task ReadAllAsync(CancellationToken stopping)
    {
        await foreach (var upload in queue.TakeAsync(stopping))
        {
            await using (upload.Hold)
            {
                await GuardAsync(records => ReadAsync(records, upload, stopping), stopping);
            }
        }
    }

    private async Task SweepAllAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(SweepEvery, clock);
        do
        {
            await GuardAsync(records => records.SweepImportsAsync(clock.GetUtcNow(), stopping), stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task ReadAsync(RecordsContext records, ImportUpload upload, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        stop.CancelAfter(Longest);
        var counter = new ImportCounter();
        try
        {
            if (!await records.ImportProgressAsync(upload.JobId, 0, null, stop.Token)) return;
            var reading = Task.Run(() => upload.Read(counter, stop.Token), stop.Token);
            while (await Task.WhenAny(reading, Task.Delay(TellEvery, clock, stop.Token)) != reading)
            {
                // A parser that asks for no cancellation is left behind: the next file is read.
                stop.Token.ThrowIfCancellationRequested();

                // Given up by its person: what was read so far goes with this method.
                if (!await records.ImportProgressAsync(upload.JobId, counter.Done, counter.Total, stop.Token)) await stop.CancelAsync();
            }
            var read = await reading;
            if (read.Problem is { } problem) await FailAsync(problem, read.Place);
            else if (await records.ImportProgressAsync(upload.JobId, counter.Done, counter.Total, stop.Token)) await read.Keep!(records, stop.Token);
        }
        catch (OfficeFileException refused)
        {
            await FailAsync(refused.Problem.ToString(), refused.Place);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Or its person gave it up: that stays as it is.
            await FailAsync("TooLong");
        }
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            await FailAsync("Fault");
            throw;
        }

        Task FailAsync(string problem, string? place = null) => records.ImportFailedAsync(upload.JobId, problem, place, clock.GetUtcNow(), stopping);
    }

    /// <summary>Whatever goes wrong with one of them or with a database that is away: the next one is read.</summary>
    private async Task GuardAsync(Func<RecordsContext, Task> act, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider.GetRequiredService<RecordsContext>());
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // Neither its message nor that of an inner one: a library may put words of the file there.
            log.LogWarning("An import or the clearing away of imports failed: {Fault} {Place}", fault.GetType().Name, fault.StackTrace);
        }
    }
}
