using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Searching;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.Data.Setup;

/// <summary>Names of the two databases.</summary>
/// <param name="Records">The office's database.</param>
/// <param name="Publication">The public's database.</param>
public sealed record DatabaseNames(string Records = "records", string Publication = "publication");

/// <summary>Makes roles and databases, brings schemas up to date and gives each role exactly its rights. Safe to run again.</summary>
public static class DatabaseSetup
{
    /// <summary>The roles, each with one task.</summary>
    public static readonly IReadOnlyList<string> Roles = [Owner, "cr_office", "cr_auditor", "cr_publisher", "cr_public"];

    /// <summary>The role that owns every object and runs migrations; never used by the running portal.</summary>
    public const string Owner = "cr_owner";

    /// <summary>Creates the roles and the two databases where they are missing.</summary>
    /// <param name="adminConnectionString">A superuser's connection string.</param>
    /// <param name="passwordFor">Password of each role.</param>
    /// <param name="names">Names of the databases.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task CreateAsync(string adminConnectionString, Func<string, string> passwordFor, DatabaseNames names, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(passwordFor);
        ArgumentNullException.ThrowIfNull(names);
        await using var admin = new NpgsqlConnection(adminConnectionString);
        await admin.OpenAsync(cancel);
        foreach (var role in Roles)
        {
            await ExecuteAsync(admin, await ExistsAsync(admin, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, cancel) ? "SELECT" : $"CREATE ROLE {role}", cancel);
            await ExecuteAsync(admin, $"ALTER ROLE {role} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {Literal(passwordFor(role))}", cancel);
        }
        await ExecuteAsync(admin, Limits, cancel);
        // macOS and Windows know no C.UTF-8; a server made there has C. The order of texts is ICU's in both.
        var isC = await ExistsAsync(admin, "SELECT 1 FROM pg_database WHERE datname = $1 AND datctype = 'C'", "template0", cancel);
        foreach (var database in (string[])[names.Records, names.Publication])
        {
            if (await ExistsAsync(admin, "SELECT 1 FROM pg_database WHERE datname = $1", database, cancel)) continue;
            await ExecuteAsync(
                admin,
                $"CREATE DATABASE {Identifier(database)} OWNER {Owner} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN' LOCALE '{(isC ? "C" : "C.UTF-8")}'",
                cancel);
        }
    }

    /// <summary>Applies the migrations and then the grants to both databases.</summary>
    /// <param name="recordsOwner">Connection string of <see cref="Owner"/> to the office's database.</param>
    /// <param name="publicationOwner">Connection string of <see cref="Owner"/> to the public's database.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task MigrateAsync(string recordsOwner, string publicationOwner, CancellationToken cancel)
    {
        await using var records = new RecordsContext(ContextOptions.Records(recordsOwner), new Actor(), TimeProvider.System);
        await records.Database.MigrateAsync(cancel);
        await records.Database.ExecuteSqlRawAsync(Grants.Records, cancel);
        await SearchTrail.EnterMissingAsync(records, cancel);
        await using var publication = new PublicationContext(ContextOptions.Publication(publicationOwner));
        await publication.Database.MigrateAsync(cancel);
        await publication.Database.ExecuteSqlRawAsync(Grants.Publication, cancel);
    }

    private const string Limits =
        """
        ALTER ROLE cr_public CONNECTION LIMIT 40;
        ALTER ROLE cr_public SET statement_timeout = '3s';
        ALTER ROLE cr_public SET default_transaction_read_only = on;
        ALTER ROLE cr_auditor SET default_transaction_read_only = on;
        -- A page takes milliseconds; compiling its query would take longer than running it.
        ALTER ROLE cr_public SET jit = off;
        ALTER ROLE cr_office SET jit = off;
        ALTER ROLE cr_office SET statement_timeout = '15s';
        ALTER ROLE cr_office SET lock_timeout = '3s';
        ALTER ROLE cr_office SET idle_in_transaction_session_timeout = '10s';
        """;

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, string name, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    // Role and database statements take no parameters; the names and passwords come from the operator, never from a request.
#pragma warning disable CA2100
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
#pragma warning restore CA2100

    private static string Literal(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
