using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.People;

namespace ConferenceRecords.Web.Imports;

/// <summary>Reads the lists of the queue in the background, and clears away those that nobody came back for.</summary>
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

    private async Task ReadAsync(RecordsContext records, PeopleUpload upload, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        stop.CancelAfter(Longest);
        var counter = new Counter();
        try
        {
            if (!await records.ImportProgressAsync(upload.JobId, 0, null, stop.Token)) return;
            var reading = Task.Run(() => Read(upload, counter, stop.Token), stop.Token);
            while (await Task.WhenAny(reading, Task.Delay(TellEvery, clock, stop.Token)) != reading)
            {
                // Given up by its person: what was read so far goes with this method.
                if (!await records.ImportProgressAsync(upload.JobId, counter.Done, counter.Total, stop.Token)) await stop.CancelAsync();
            }
            var (list, problem) = await reading;
            if (list is null) await FailAsync(problem!);
            else await records.ImportReadyAsync(upload.JobId, (list with { Rows = await records.MatchAsync(list.Rows, stop.Token) }).Write(), list.Rows.Count, stop.Token);
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

    private static (PeopleList? List, string? Problem) Read(PeopleUpload upload, Counter counter, CancellationToken cancel)
    {
        foreach (var text in upload.File?.Texts() ?? [upload.Text!])
        {
            cancel.ThrowIfCancellationRequested();
            if (SecrecyStamp.IsIn(text)) return (null, "Stamped");
        }
        var rows = upload.File is { } file ? SheetRows.Read(file, counter, cancel) : TextTable.Read(upload.Text!);
        counter.Total = rows.Count;
        return PeopleTable.Read(rows, upload.Options, counter, cancel) switch
        {
            null => (null, "NoHeading"),
            { Rows.Count: 0 } => (null, "NoRows"),
            var list => (list, null),
        };
    }

    /// <summary>Whatever goes wrong with one list or with a database that is away: the next list is read.</summary>
    private async Task GuardAsync(Func<RecordsContext, Task> act, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider.GetRequiredService<RecordsContext>());
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            log.LogWarning(fault, "An import or the clearing away of imports failed");
        }
    }

    private sealed class Counter : IProgress<int>
    {
        private volatile int done, total = -1;

        public int Done => done;

        public int? Total
        {
            get => total < 0 ? null : total;
            set => (total, done) = (value ?? -1, 0);
        }

        public void Report(int value) => done = value;
    }
}
