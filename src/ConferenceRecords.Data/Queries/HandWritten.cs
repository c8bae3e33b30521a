using ConferenceRecords.Data.Publication;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.Data.Queries;

/// <summary>Queries by hand: the few that every public page and every search wait for. The connection keeps them prepared.</summary>
internal static class HandWritten
{
    /// <summary>Runs a query.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="sql">Its text: a constant of the program.</param>
    /// <param name="parameters">Its values.</param>
    /// <param name="read">Reads the rows.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was read.</returns>
    public static async Task<T> ReadAsync<T>(this PublicationContext publication, string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancel)
    {
        await publication.Database.OpenConnectionAsync(cancel);
        try
        {
#pragma warning disable CA2100
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)publication.Database.GetDbConnection());
#pragma warning restore CA2100
            command.Parameters.AddRange(parameters);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            return await read(rows);
        }
        finally
        {
            await publication.Database.CloseConnectionAsync();
        }
    }
}
