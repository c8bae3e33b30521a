using System.Security.Cryptography;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace ConferenceRecords.Data.Publishing;

/// <summary>A file that was made of an edition.</summary>
/// <param name="Name">File name, ASCII.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Content">The bytes.</param>
public sealed record MadeFile(string Name, string MediaType, byte[] Content);

/// <summary>The one-way valve: copies each frozen bundle and each withdrawal from the outbox into the database <c>publication</c>, exactly once.</summary>
/// <param name="records">The office's context.</param>
/// <param name="publication">Data source of role <c>cr_publisher</c>, which may insert and nothing else.</param>
/// <param name="clock">Clock.</param>
public sealed class Publisher(RecordsContext records, NpgsqlDataSource publication, TimeProvider clock)
{
    /// <summary>
    /// Delivers what is due, oldest first. Killed between the copy and the mark, the next run copies again, changes nothing and sets the mark.
    /// </summary>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="files">Makes the files of an edition, which become public with it; the same bundle must always give the same bytes.</param>
    /// <returns>Number of rows delivered.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancel, Func<EditionBundle, IEnumerable<MadeFile>>? files = null)
    {
        var now = clock.GetUtcNow();
        var waiting = await records.Outbox.Where(m => m.DeliveredAt == null && m.CancelledAt == null && m.PublishAt <= now)
            .OrderBy(m => m.PublishAt).ThenBy(m => m.Edition).ThenBy(m => m.IsWithdrawal).Take(100).Select(m => m.Id).ToListAsync(cancel);
        var (delivered, faults) = (0, new List<Exception>());
        foreach (var id in waiting)
        {
            try
            {
                if (await DeliverAsync(id, files ?? (_ => []), cancel)) delivered++;
            }
            catch (Exception fault) when (!cancel.IsCancellationRequested)
            {
                // One that can't go out holds up no other, least of all a withdrawal; it is tried again with the next run.
                faults.Add(fault);
                records.ChangeTracker.Clear();
            }
        }
        return faults.Count == 0 ? delivered : throw new AggregateException(faults);
    }

    private async Task<bool> DeliverAsync(Guid id, Func<EditionBundle, IEnumerable<MadeFile>> files, CancellationToken cancel)
    {
        // Held until the mark: whoever calls it off waits for the copy, and what was called off meanwhile is not copied.
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        if (await records.HoldAsync(id, cancel) is not { } message) return false;
        if (message.IsWithdrawal) await WithdrawAsync(message.Id, BundleFormat.ReadNotice(message.Bundle), cancel);
        else await CopyAsync(message, BundleFormat.Read(message.Kind, message.Bundle), files, cancel);
        message.DeliveredAt = clock.GetUtcNow();
        await records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>How long until the next row is due; null when none waits for a time.</summary>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The time, not negative.</returns>
    public async Task<TimeSpan?> NextDueAsync(CancellationToken cancel)
    {
        var next = await records.Outbox.Where(m => m.DeliveredAt == null && m.CancelledAt == null).MinAsync(m => (DateTimeOffset?)m.PublishAt, cancel);
        return next is null ? null : next.Value - clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Puts a file beside an edition that is public already; one that is there stays as it is.</summary>
    /// <param name="editionId">The edition.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task AddFileAsync(Guid editionId, MadeFile file, CancellationToken cancel)
    {
        await using var connection = await publication.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Insert(editionId, file));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlBatchCommand Insert(Guid editionId, MadeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new("INSERT INTO publication.files (edition_id, name, media_type, content, sha256) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                new() { Value = editionId }, new() { Value = file.Name }, new() { Value = file.MediaType }, new() { Value = file.Content }, new() { Value = SHA256.HashData(file.Content) },
            },
        };
    }

    private async Task CopyAsync(OutboxMessage message, EditionBundle bundle, Func<EditionBundle, IEnumerable<MadeFile>> files, CancellationToken cancel)
    {
        await using var connection = await publication.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var insert = new NpgsqlCommand(
            "INSERT INTO publication.editions (id, session_id, slug, kind, number, published_at, bundle, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
            connection)
        {
            Parameters =
            {
                new() { Value = message.Id }, new() { Value = message.SessionId }, new() { Value = bundle.Slug }, new() { Value = message.Kind.ToString() },
                new() { Value = message.Edition }, new() { Value = bundle.PublishedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = message.Bundle }, new() { Value = message.Sha256 },
            },
        };

        // An edition that is there has its passages and files: all come in one transaction.
        if (await insert.ExecuteNonQueryAsync(cancel) > 0)
        {
            await connection.EnterPassagesAsync(message.Id, bundle, cancel);
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var file in files(bundle)) batch.BatchCommands.Add(Insert(message.Id, file));
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    private async Task WithdrawAsync(Guid id, WithdrawalNotice notice, CancellationToken cancel)
    {
        await using var command = publication.CreateCommand(
            "INSERT INTO publication.withdrawals (id, session_id, slug, kind, through, withdrawn_at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = notice.SessionId });
        command.Parameters.Add(new() { Value = notice.Slug });
        command.Parameters.Add(new() { Value = notice.Kind.ToString() });
        command.Parameters.Add(new() { Value = notice.Through });
        command.Parameters.Add(new() { Value = notice.WithdrawnAt, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = notice.Reason });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
