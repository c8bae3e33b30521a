using ConferenceRecords.Data.Publication;
using Npgsql;
using NpgsqlTypes;

namespace ConferenceRecords.Data.Publishing;

/// <summary>Enters what was public elsewhere into an empty database <c>publication</c>, in one transaction: everything or nothing.</summary>
/// <param name="publication">Data source of role <c>cr_publisher</c>.</param>
public sealed class PublicationImport(NpgsqlDataSource publication)
{
    /// <summary>Enters editions, withdrawals and files in their order.</summary>
    /// <param name="rows">Rows of type <see cref="Edition"/>, <see cref="Withdrawal"/> and <see cref="EditionFile"/>; a file comes after its edition.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task EnterAsync(IAsyncEnumerable<object> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await using var connection = await publication.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    row switch
                    {
                        Edition edition => Command(edition),
                        Withdrawal withdrawal => Command(withdrawal),
                        EditionFile file => Command(file),
                        _ => throw new ArgumentException("Not a row of the publication", nameof(rows)),
                    },
                },
            };
            await batch.ExecuteNonQueryAsync(cancel);
            if (row is Edition entered) await connection.EnterPassagesAsync(entered.Id, BundleFormat.Read(entered.Kind, entered.Bundle), cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    private static NpgsqlBatchCommand Command(Edition e) => new(
        "INSERT INTO publication.editions (id, session_id, slug, kind, number, published_at, bundle, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
    {
        Parameters =
        {
            new() { Value = e.Id }, new() { Value = e.SessionId }, new() { Value = e.Slug }, new() { Value = e.Kind.ToString() }, new() { Value = e.Number },
            new() { Value = e.PublishedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new() { Value = e.Bundle }, new() { Value = e.Sha256 },
        },
    };

    private static NpgsqlBatchCommand Command(Withdrawal w) => new(
        "INSERT INTO publication.withdrawals (id, session_id, slug, kind, through, withdrawn_at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)")
    {
        Parameters =
        {
            new() { Value = w.Id }, new() { Value = w.SessionId }, new() { Value = w.Slug }, new() { Value = w.Kind.ToString() }, new() { Value = w.Through },
            new() { Value = w.WithdrawnAt, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new() { Value = w.Reason },
        },
    };

    private static NpgsqlBatchCommand Command(EditionFile f) => new("INSERT INTO publication.files (edition_id, name, media_type, content, sha256) VALUES ($1, $2, $3, $4, $5)")
    {
        Parameters = { new() { Value = f.EditionId }, new() { Value = f.Name }, new() { Value = f.MediaType }, new() { Value = f.Content }, new() { Value = f.Sha256 } },
    };
}
