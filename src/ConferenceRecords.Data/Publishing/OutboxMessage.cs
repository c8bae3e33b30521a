using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>A frozen bundle, or the notice of a withdrawal, on its way to the database <c>publication</c>, written in the same transaction as the act.</summary>
public sealed class OutboxMessage
{
    /// <summary>Key; becomes the key of the edition, so that a second delivery changes nothing.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>What becomes public or is withdrawn.</summary>
    public required ReleaseKind Kind { get; init; }

    /// <summary>Number of the edition; of a withdrawal the last one that is withdrawn.</summary>
    public required int Edition { get; init; }

    /// <summary>Whether it withdraws.</summary>
    public bool IsWithdrawal { get; init; }

    /// <summary>When it was approved or withdrawn.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be delivered before this time.</summary>
    public required DateTimeOffset PublishAt { get; init; }

    /// <summary>When it was held back before its time; null while it stands.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>The bundle or the <see cref="WithdrawalNotice"/> as UTF-8 JSON, byte for byte what the second person saw.</summary>
    public required byte[] Bundle { get; init; }

    /// <summary>SHA-256 of <see cref="Bundle"/>.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>When the publisher delivered it; null until then.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
}

/// <summary>The one way to a row that still waits: publisher and office take it in turns.</summary>
public static class WaitingMessages
{
    /// <summary>Locks a row until the transaction ends, when nobody has delivered or called it off.</summary>
    /// <param name="records">The office's context, within a transaction.</param>
    /// <param name="id">The row.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The row, tracked; null where it no longer waits.</returns>
    public static async Task<OutboxMessage?> HoldAsync(this RecordsContext records, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (await records.Outbox.FromSql($"SELECT * FROM jobs.outbox WHERE id = {id} AND delivered_at IS NULL AND cancelled_at IS NULL FOR UPDATE").ToListAsync(cancel)).FirstOrDefault();
    }
}

/// <summary>A counter that hands out each number once, such as the opinions of one content.</summary>
public sealed class NumberSeries
{
    /// <summary>What is counted, such as <c>opinion/{session}/{code}</c>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The last number handed out.</summary>
    public int Last { get; init; }
}
