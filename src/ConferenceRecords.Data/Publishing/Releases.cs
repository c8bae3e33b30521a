using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>What lists show of a release.</summary>
/// <param name="Id">Key.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Kind">What it makes public.</param>
/// <param name="State">State.</param>
/// <param name="AuthorIds">Its authors.</param>
/// <param name="SubmittedById">Who submitted it.</param>
/// <param name="ApprovedById">Who approved it, or published it in an emergency.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="PublishAt">When it shall become public, or did; null for at once.</param>
/// <param name="EditionCount">Editions approved.</param>
/// <param name="WithdrawnThrough">The last edition that is withdrawn; 0 for none.</param>
/// <param name="EmergencyReason">Why the last edition went out without a second person.</param>
/// <param name="ReviewedById">Who looked at it afterwards.</param>
/// <param name="WaitsUntil">When an approved edition goes out that is not public yet, also when the next one is being written meanwhile; null where none waits.</param>
public sealed record ReleaseHead(
    Guid Id, Guid SessionId, ReleaseKind Kind, ReleaseState State, IReadOnlyList<Guid> AuthorIds, Guid? SubmittedById, Guid? ApprovedById, DateTimeOffset? ApprovedAt, DateTimeOffset? PublishAt,
    int EditionCount, int WithdrawnThrough, string? EmergencyReason, Guid? ReviewedById, DateTimeOffset? WaitsUntil = null)
{
    /// <summary>Whether a second person still has to look at what went out in an emergency.</summary>
    public bool AwaitsReview => EmergencyReason is not null && ReviewedById is null;

    /// <summary>Whether it goes out later.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True from its approval until its time.</returns>
    public bool IsScheduled(DateTimeOffset now) => WaitsUntil > now;
}

/// <summary>Releases of every kind, whatever table they are in.</summary>
public static class Releases
{
    /// <summary>One release with what belongs to it, tracked.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="id">Its key.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The release; null where there is none.</returns>
    public static async Task<Release?> ReleaseAsync(this RecordsContext records, Guid id, CancellationToken cancel)
    {
        foreach (var kind in Enum.GetValues<ReleaseKind>())
        {
            if (await records.FindAsync(kind, id, null, cancel) is { } release) return release;
        }
        return null;
    }

    /// <summary>The release of a session with what belongs to it, tracked.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="kind">What it makes public.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The release; null where there is none yet.</returns>
    public static Task<Release?> ReleaseAsync(this RecordsContext records, Guid sessionId, ReleaseKind kind, CancellationToken cancel) => records.FindAsync(kind, null, sessionId, cancel);

    /// <summary>The heads of all releases, or of those of one session.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session; null for all.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The heads by kind.</returns>
    public static async Task<List<ReleaseHead>> ReleaseHeadsAsync(this RecordsContext records, Guid? sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var waiting = await records.Waiting().Where(m => sessionId == null || m.SessionId == sessionId).Select(m => new { m.SessionId, m.Kind, m.PublishAt }).ToListAsync(cancel);
        List<ReleaseHead> heads =
        [
            .. await Heads(records.Conclusions, ReleaseKind.Conclusion, sessionId).ToListAsync(cancel),
            .. await Heads(records.PapersReleases, ReleaseKind.Papers, sessionId).ToListAsync(cancel),
            .. await Heads(records.OpinionSummaries, ReleaseKind.OpinionSummary, sessionId).ToListAsync(cancel),
            .. await Heads(records.FollowUpReports, ReleaseKind.FollowUp, sessionId).ToListAsync(cancel),
        ];
        return [.. heads.Select(h => waiting.Find(m => m.SessionId == h.SessionId && m.Kind == h.Kind) is { } message ? h with { WaitsUntil = message.PublishAt } : h)];
    }

    /// <summary>When an edition of a release goes out that was approved for a later time.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="kind">What it makes public.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The time; null where none waits.</returns>
    public static async Task<DateTimeOffset?> WaitsUntilAsync(this RecordsContext records, Guid sessionId, ReleaseKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return await records.Waiting().Where(m => m.SessionId == sessionId && m.Kind == kind && m.PublishAt > now).Select(m => (DateTimeOffset?)m.PublishAt).FirstOrDefaultAsync(cancel);
    }

    private static IQueryable<OutboxMessage> Waiting(this RecordsContext records) => records.Outbox.AsNoTracking().Where(m => !m.IsWithdrawal && m.DeliveredAt == null && m.CancelledAt == null);

    private static async Task<Release?> FindAsync(this RecordsContext records, ReleaseKind kind, Guid? id, Guid? sessionId, CancellationToken cancel) => kind switch
    {
        ReleaseKind.Conclusion => await records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(r => id == null ? r.SessionId == sessionId : r.Id == id, cancel),
        ReleaseKind.Papers => await records.PapersReleases.SingleOrDefaultAsync(r => id == null ? r.SessionId == sessionId : r.Id == id, cancel),
        ReleaseKind.OpinionSummary => await records.OpinionSummaries.Include(s => s.Lines).SingleOrDefaultAsync(r => id == null ? r.SessionId == sessionId : r.Id == id, cancel),
        _ => await records.FollowUpReports.SingleOrDefaultAsync(r => id == null ? r.SessionId == sessionId : r.Id == id, cancel),
    };

    private static IQueryable<ReleaseHead> Heads<TRelease>(IQueryable<TRelease> releases, ReleaseKind kind, Guid? sessionId)
        where TRelease : Release => releases.AsNoTracking().Where(r => sessionId == null || r.SessionId == sessionId).Select(r => new ReleaseHead(
            r.Id, r.SessionId, kind, r.State, r.AuthorIds, r.SubmittedById, r.ApprovedById, r.ApprovedAt, r.PublishAt, r.EditionCount, r.WithdrawnThrough, r.EmergencyReason, r.ReviewedById));
}
