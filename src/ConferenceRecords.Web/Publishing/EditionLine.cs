using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Publishing;

/// <summary>An edition that was approved: when it was to go out, when it did, whether it was withdrawn.</summary>
public sealed record EditionLine(Guid SessionId, ReleaseKind Kind, int Number, DateTimeOffset ApprovedAt, DateTimeOffset PublishAt, DateTimeOffset? DeliveredAt, bool IsWithdrawn)
{
    /// <summary>The editions of all sessions or of one, the newest first; what was called off is none.</summary>
    public static Task<List<EditionLine>> OfAsync(RecordsContext records, Guid? sessionId, ReleaseKind? kind, CancellationToken cancel) =>
        records.Outbox.Where(m => (sessionId == null || m.SessionId == sessionId) && (kind == null || m.Kind == kind) && !m.IsWithdrawal && m.CancelledAt == null).OrderByDescending(m => m.Edition)
            .Select(m => new EditionLine(m.SessionId, m.Kind, m.Edition, m.CreatedAt, m.PublishAt, m.DeliveredAt,
                records.Outbox.Any(w => w.SessionId == m.SessionId && w.Kind == m.Kind && w.IsWithdrawal && w.Edition >= m.Edition))).ToListAsync(cancel);
}
