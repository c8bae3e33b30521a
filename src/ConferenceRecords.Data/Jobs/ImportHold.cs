using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.Data.Jobs;

/// <summary>
/// A sign in the database that some process has a list in its memory and reads it. It goes with the process, however that ends: a job that is being read
/// and that nobody holds is lost.
/// </summary>
public sealed class ImportHold : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private ImportHold(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Takes the hold of a job.</summary>
    /// <param name="connectionString">The office's connection string.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The hold; dispose of it.</returns>
    public static async Task<ImportHold> TakeAsync(string connectionString, Guid jobId, CancellationToken cancel)
    {
        // A session of its own: given back to a pool it would go on holding.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Key(jobId) } } };
            await command.ExecuteNonQueryAsync(cancel);
            return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether some process holds a job.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>False when it is lost.</returns>
    public static async Task<bool> IsThereAsync(RecordsContext records, Guid jobId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var key = Key(jobId);

        // Taken for the length of this one statement.
        return !(await records.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({key}) AS "Value" """).ToListAsync(cancel))[0];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>The random half of the key.</summary>
    private static long Key(Guid jobId) => BitConverter.ToInt64(jobId.ToByteArray(), 8);
}
