using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>The making of the PDF of an edition, which goes out after its edition: a job that any instance may take.</summary>
public sealed class EditionPdf
{
    /// <summary>The edition; also the key.</summary>
    public Guid EditionId { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was begun last; null while nobody has.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Not to be begun before this time: the one who makes it has so long, and after a failure it rests.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>When it was public; null until then.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Stable code of what went wrong last; null when nothing did.</summary>
    public string? Problem { get; private set; }
}

/// <summary>The steps of making the PDFs of editions, each one statement.</summary>
public static class EditionPdfs
{
    /// <summary>How long one making may last before another instance takes it over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>After so many failures it rests until a person asks again.</summary>
    public const int MostAttempts = 5;

    /// <summary>Enters a job for every conclusion that went out.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="cancel">Cancellation.</param>
    public static Task QueuePdfsAsync(this RecordsContext records, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO jobs.edition_pdfs (edition_id, attempts, not_before)
             SELECT id, 0, delivered_at FROM jobs.outbox o
             WHERE kind = {nameof(ReleaseKind.Conclusion)} AND NOT is_withdrawal AND delivered_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM jobs.edition_pdfs p WHERE p.edition_id = o.id)
             ON CONFLICT DO NOTHING
             """, cancel);
    }

    /// <summary>Takes the next one that is due, for this instance alone.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Edition and bundle; null when none is due.</returns>
    public static async Task<(Guid EditionId, byte[] Bundle)?> TakePdfAsync(this RecordsContext records, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var lease = at + Lease;
        var taken = await records.Database.SqlQuery<Guid>(
            $"""
             UPDATE jobs.edition_pdfs SET attempts = attempts + 1, started_at = {at}, not_before = {lease}
             WHERE edition_id = (SELECT edition_id FROM jobs.edition_pdfs WHERE done_at IS NULL AND not_before <= {at} AND attempts < {MostAttempts}
                                 ORDER BY not_before LIMIT 1 FOR UPDATE SKIP LOCKED)
             RETURNING edition_id AS "Value"
             """).ToListAsync(cancel);
        return taken is [var id] ? (id, await records.Outbox.Where(m => m.Id == id).Select(m => m.Bundle).SingleAsync(cancel)) : null;
    }

    /// <summary>It is public.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="editionId">The edition.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    public static Task PdfDoneAsync(this RecordsContext records, Guid editionId, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.EditionPdfs.Where(p => p.EditionId == editionId).ExecuteUpdateAsync(set => set.SetProperty(p => p.DoneAt, at).SetProperty(p => p.Problem, (string?)null), cancel);
    }

    /// <summary>It failed: it is tried again later, each time after a longer rest.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="editionId">The edition.</param>
    /// <param name="problem">Stable code of what went wrong.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    public static Task PdfFailedAsync(this RecordsContext records, Guid editionId, string problem, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.EditionPdfs.Where(p => p.EditionId == editionId && p.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Problem, problem).SetProperty(p => p.NotBefore, p => at.AddMinutes(p.Attempts * p.Attempts)), cancel);
    }

    /// <summary>A person asks for it once more, at once.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="editionId">The edition.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    public static Task AskForPdfAsync(this RecordsContext records, Guid editionId, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.EditionPdfs.Where(p => p.EditionId == editionId && p.DoneAt == null && (p.Problem != null || p.Attempts >= MostAttempts))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Attempts, 0).SetProperty(p => p.Problem, (string?)null).SetProperty(p => p.NotBefore, at), cancel);
    }
}
