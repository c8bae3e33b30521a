using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Jobs;

/// <summary>What a person decided about an uploaded draft.</summary>
/// <param name="Title">Title of a new draft.</param>
/// <param name="Note">What changed.</param>
/// <param name="Tracked">Which of two texts.</param>
/// <param name="Since">Ordinal of the version that the new one follows; 0 for a new draft.</param>
public sealed record DraftDecision(string? Title, string? Note, TrackedText Tracked, int Since);

/// <summary>What became of saving an uploaded draft.</summary>
public enum DraftSaving
{
    /// <summary>It is stored.</summary>
    Saved,

    /// <summary>The job does not wait any more: it was entered, cancelled or dropped.</summary>
    NotWaiting,

    /// <summary>Another version was saved in the meantime; the job goes on waiting.</summary>
    Overtaken,

    /// <summary>The content was postponed or taken off; the job goes on waiting.</summary>
    NoPlace,
}

/// <summary>Stores uploaded drafts.</summary>
public static class DraftEntering
{
    /// <summary>Stores the file and the version of a job together, once: the second call finds it entered.</summary>
    /// <param name="records">The office's context, with nothing pending.</param>
    /// <param name="files">The files, of the same context.</param>
    /// <param name="jobId">The job; the new draft or version has the same key.</param>
    /// <param name="decision">What the person decided.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="tell">Tells of a new version, by draft and version, in the same transaction.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="Domain.DomainException">A rule of drafts is broken; nothing is stored.</exception>
    public static async Task<DraftSaving> EnterDraftAsync(this RecordsContext records, FileStore files, Guid jobId, DraftDecision decision, DateTimeOffset at, CancellationToken cancel, Func<Guid, Guid, Task>? tell = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(decision);
        var session = await records.ImportJobs.Where(j => j.Id == jobId).Select(j => j.SessionId).SingleAsync(cancel);
        await using var transaction = await records.LockSessionAsync(session ?? Guid.Empty, cancel);
        await records.Database.ExecuteSqlAsync($"SELECT 1 FROM jobs.imports WHERE id = {jobId} FOR UPDATE", cancel);
        if (await records.ImportJobs.SingleOrDefaultAsync(j => j.Id == jobId && j.State == ImportState.Ready, cancel) is not { } job) return DraftSaving.NotWaiting;
        var (rows, form, file) = (DraftRows.Read(job.Rows!), DraftForm.Read(job.Form!), job.File!);
        var original = new VersionFile(FileStore.Key(file), form.FileName, rows.Kind, rows.Original is null ? null : decision.Tracked, rows.LeftOut);
        var paragraphs = rows.Of(decision.Tracked);
        if (job.Kind == DraftJobs.NewDraft)
        {
            if (!await records.AgendaItems.AnyAsync(i => i.Id == job.SubjectId && i.DiscardedAt == null && i.PostponedAt == null, cancel)) return DraftSaving.NoPlace;
            var draft = new Draft(job.Id, job.SubjectId!.Value, decision.Title!);
            draft.AddVersion(Guid.CreateVersion7(), paragraphs, decision.Note, job.OwnerId, at, original);
            records.Add(draft);
        }
        else
        {
            // Nobody else adds a version until this one is stored.
            await records.Database.ExecuteSqlAsync($"SELECT 1 FROM records.drafts WHERE id = {job.SubjectId} FOR NO KEY UPDATE", cancel);
            var draft = await records.Drafts.Include(d => d.Versions).SingleAsync(d => d.Id == job.SubjectId, cancel);
            if (draft.Versions.Count != decision.Since) return DraftSaving.Overtaken;
            draft.AddVersion(job.Id, paragraphs, decision.Note, job.OwnerId, at, original);
        }
        await files.PutAsync(file, cancel);
        (job.State, job.Rows, job.Form, job.File, job.EndedAt) = (ImportState.Entered, null, null, null, at);
        try
        {
            await records.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException taken) when (taken.InnerException is Npgsql.PostgresException { SqlState: "23505" })
        {
            // A pasted version takes no lock.
            return DraftSaving.Overtaken;
        }
        if (tell is not null && job.Kind == DraftJobs.NewVersion) await tell(job.SubjectId!.Value, job.Id);
        await transaction.CommitAsync(cancel);
        return DraftSaving.Saved;
    }
}
