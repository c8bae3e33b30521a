using System.Globalization;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace ConferenceRecords.Data.Publishing;

/// <summary>The one-way valve: copies each frozen bundle from the outbox into the database <c>publication</c>, exactly once.</summary>
/// <param name="records">The office's context.</param>
/// <param name="publication">Data source of role <c>cr_publisher</c>, which may insert and nothing else.</param>
/// <param name="clock">Clock.</param>
public sealed class Publisher(RecordsContext records, NpgsqlDataSource publication, TimeProvider clock)
{
    /// <summary>
    /// Delivers what waits, oldest first. Killed between the copy and the mark, the next run copies again, changes nothing and sets the mark.
    /// </summary>
    /// <param name="fold">Makes the search key of a text.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Number of bundles delivered.</returns>
    public async Task<int> DeliverAsync(Func<string, string> fold, CancellationToken cancel)
    {
        var waiting = await records.Outbox.Where(m => m.DeliveredAt == null).OrderBy(m => m.CreatedAt).ThenBy(m => m.Edition).Take(100).ToListAsync(cancel);
        foreach (var message in waiting)
        {
            await CopyAsync(message, SessionBundles.Read(message.Bundle), fold, cancel);
            message.DeliveredAt = clock.GetUtcNow();
            await records.SaveChangesAsync(cancel);
        }
        return waiting.Count;
    }

    private async Task CopyAsync(OutboxMessage message, SessionBundle bundle, Func<string, string> fold, CancellationToken cancel)
    {
        await using var connection = await publication.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new(
            "INSERT INTO publication.editions (id, session_id, slug, number, approved_at, bundle, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                new() { Value = message.Id }, new() { Value = message.SessionId }, new() { Value = bundle.Slug }, new() { Value = message.Edition },
                new() { Value = bundle.ApprovedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new() { Value = message.Bundle }, new() { Value = message.Sha256 },
            },
        });
        foreach (var (index, (address, text)) in Passages(bundle).Index())
        {
            batch.BatchCommands.Add(new(
                "INSERT INTO publication.passages (edition_id, ordinal, address, text, folded) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING")
            {
                Parameters = { new() { Value = message.Id }, new() { Value = index + 1 }, new() { Value = address }, new() { Value = text }, new() { Value = fold(text) } },
            });
        }
        await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static IEnumerable<(string Address, string Text)> Passages(SessionBundle bundle)
    {
        string Link(string page, string anchor, int number) => string.Create(CultureInfo.InvariantCulture, $"{page}/{bundle.Slug}#{anchor}-{number}");
        yield return ($"hoi-nghi/{bundle.Slug}", bundle.Session.Title);
        foreach (var item in bundle.Categories.SelectMany(c => c.Items)) yield return (Link("hoi-nghi", "noi-dung", item.Number), item.Title);
        foreach (var (index, text) in bundle.Conclusion.Paragraphs.Index()) yield return (Link("ket-luan", "doan", index + 1), text);
        foreach (var directive in bundle.Conclusion.Directives) yield return (Link("ket-luan", "chi-dao", directive.Number), directive.Text);
        foreach (var (index, indicator) in bundle.Indicators.Index()) yield return (Link("chi-tieu", "chi-tieu", index + 1), indicator.Name);
    }
}
