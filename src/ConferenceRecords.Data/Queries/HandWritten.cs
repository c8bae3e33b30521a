using System.Data;
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
        // Opened here and not by EF, which looks for a transaction around it and tells its listeners.
        var connection = (NpgsqlConnection)publication.Database.GetDbConnection();
        var isOurs = connection.State == ConnectionState.Closed;
        if (isOurs) await connection.OpenAsync(cancel);
        try
        {
#pragma warning disable CA2100
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            command.Parameters.AddRange(parameters);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            return await read(rows);
        }
        finally
        {
            if (isOurs) await connection.CloseAsync();
        }
    }
}
