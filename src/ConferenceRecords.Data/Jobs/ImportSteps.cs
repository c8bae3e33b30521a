using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Jobs;

/// <summary>
/// The steps of an import, each one statement that asks for the state it starts from: a list that was given up in the meantime is never brought back,
/// whichever process reads it.
/// </summary>
public static class ImportSteps
{
    /// <summary>Code of a job whose process ended while it read.</summary>
    public const string Lost = "Lost";

    /// <summary>How long a list that was read waits for its person.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromHours(24);

    /// <summary>Tells how far the reading has come.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="done">Rows done.</param>
    /// <param name="total">Rows in all; null while it is not known.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>False when the job was given up.</returns>
    public static async Task<bool> ImportProgressAsync(this RecordsContext records, Guid jobId, int done, int? total, CancellationToken cancel) =>
        await Reading(records, jobId).ExecuteUpdateAsync(set => set.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total), cancel) == 1;

    /// <summary>Keeps what was read until a person decided.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="rows">The rows as JSON.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="form">What the form said, as JSON.</param>
    /// <param name="file">The file, where it is stored with what was read.</param>
    /// <returns>False when the job was given up: nothing is kept.</returns>
    public static async Task<bool> ImportReadyAsync(this RecordsContext records, Guid jobId, string rows, int count, CancellationToken cancel, string? form = null, byte[]? file = null) =>
        await Reading(records, jobId).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, ImportState.Ready).SetProperty(j => j.Rows, rows).SetProperty(j => j.Done, count).SetProperty(j => j.Total, count)
                .SetProperty(j => j.Form, form).SetProperty(j => j.File, file), cancel) == 1;

    /// <summary>Ends a job that can't be read.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="problem">Stable code of what is wrong.</param>
    /// <param name="place">Where.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    public static Task ImportFailedAsync(this RecordsContext records, Guid jobId, string problem, string? place, DateTimeOffset at, CancellationToken cancel) =>
        Reading(records, jobId).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, ImportState.Failed).SetProperty(j => j.Problem, problem).SetProperty(j => j.ProblemPlace, place).SetProperty(j => j.EndedAt, at), cancel);

    /// <summary>Gives a job up while it is read or waits; what was read is dropped.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>False when it has ended already.</returns>
    public static async Task<bool> CancelImportAsync(this RecordsContext records, Guid jobId, DateTimeOffset at, CancellationToken cancel) =>
        await Drop(Jobs(records).Where(j => j.Id == jobId && (j.State == ImportState.Reading || j.State == ImportState.Ready)), at, cancel) == 1;

    /// <summary>Drops lists that waited too long, and tells of those whose process ended.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task SweepImportsAsync(this RecordsContext records, DateTimeOffset at, CancellationToken cancel)
    {
        var limit = at - Waits;
        await Drop(Jobs(records).Where(j => j.State == ImportState.Ready && j.StartedAt < limit), at, cancel);
        foreach (var jobId in await Jobs(records).Where(j => j.State == ImportState.Reading).Select(j => j.Id).ToListAsync(cancel)) await records.FailLostImportAsync(jobId, at, cancel);
    }

    /// <summary>Ends a job that is being read and that no process holds any more.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task FailLostImportAsync(this RecordsContext records, Guid jobId, DateTimeOffset at, CancellationToken cancel)
    {
        if (!await ImportHold.IsThereAsync(records, jobId, cancel)) await records.ImportFailedAsync(jobId, Lost, null, at, cancel);
    }

    private static Task<int> Drop(IQueryable<ImportJob> jobs, DateTimeOffset at, CancellationToken cancel) =>
        jobs.ExecuteUpdateAsync(set => set.SetProperty(j => j.State, ImportState.Cancelled).SetProperty(j => j.Rows, (string?)null).SetProperty(j => j.Form, (string?)null).SetProperty(j => j.File, (byte[]?)null).SetProperty(j => j.EndedAt, at), cancel);

    private static IQueryable<ImportJob> Reading(RecordsContext records, Guid jobId) => Jobs(records).Where(j => j.Id == jobId && j.State == ImportState.Reading);

    private static DbSet<ImportJob> Jobs(RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.ImportJobs;
    }
}
