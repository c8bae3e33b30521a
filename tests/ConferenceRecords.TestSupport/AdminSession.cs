using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Setup;
using Npgsql;

namespace ConferenceRecords.TestSupport;

/// <summary>
/// Databases of the test server. Each carries an id in its name, that of a run or of a template; whoever uses it holds an advisory lock on the id, which the
/// server frees however the process ends. What nobody holds is swept away.
/// </summary>
internal static partial class AdminSession
{
    /// <summary>First half of the locks' keys, so that they meet no other lock: "crid" and "crmk" in ASCII.</summary>
    private const int InUse = 0x63726964, Making = 0x63726d6b;

    public static async Task<NpgsqlConnection> OpenAsync(PrivateServer server)
    {
        var connection = new NpgsqlConnection(server.AdminConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Holds an id until the connection ends.</summary>
    public static Task DeclareAsync(this NpgsqlConnection admin, string id) => admin.ExecuteAsync($"SELECT pg_advisory_lock_shared({InUse}, {Number(id)})");

    /// <summary>Lets no other process make a template until the connection ends.</summary>
    public static Task LockMakingAsync(this NpgsqlConnection admin) => admin.ExecuteAsync($"SELECT pg_advisory_lock({Making}, 0)");

    public static async Task<bool> ExistsAsync(this NpgsqlConnection admin, string database)
    {
        await using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", admin) { Parameters = { new() { Value = database } } };
        return await command.ExecuteScalarAsync() is not null;
    }

    /// <summary>Copies both databases. The rights on a database as a whole are no part of a copy and are given again.</summary>
    public static async Task CloneAsync(this NpgsqlConnection admin, DatabaseNames from, DatabaseNames to)
    {
        foreach (var (source, copy, roles) in ((string, string, string)[])[
            (from.Records, to.Records, "cr_office, cr_auditor"), (from.Publication, to.Publication, "cr_publisher, cr_public")])
        {
            await admin.ExecuteAsync($"CREATE DATABASE {copy} OWNER {DatabaseSetup.Owner} TEMPLATE {source} STRATEGY file_copy");
            await admin.ExecuteAsync($"REVOKE ALL ON DATABASE {copy} FROM PUBLIC; GRANT CONNECT ON DATABASE {copy} TO {roles}");
        }
    }

    public static async Task DropAsync(this NpgsqlConnection admin, DatabaseNames names)
    {
        await admin.ExecuteAsync($"DROP DATABASE IF EXISTS {names.Records} WITH (FORCE)");
        await admin.ExecuteAsync($"DROP DATABASE IF EXISTS {names.Publication} WITH (FORCE)");
    }

    /// <summary>Drops what runs that crashed and templates of other builds left.</summary>
    public static async Task SweepAsync(this NpgsqlConnection admin)
    {
        var databases = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT datname FROM pg_database", admin))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) databases.Add(reader.GetString(0));
        }
        foreach (var group in databases.GroupBy(name => Id().Match(name) is { Success: true } match ? match.Groups[1].Value : "").Where(g => g.Key != ""))
        {
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({InUse}, {Number(group.Key)})", admin);
            // An exclusive hold is refused while any other session has a shared one.
            if (await command.ExecuteScalarAsync() is not true) continue;
            foreach (var name in group) await admin.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await admin.ExecuteAsync($"SELECT pg_advisory_unlock({InUse}, {Number(group.Key)})");
        }
    }

    public static async Task ExecuteAsync(this NpgsqlConnection admin, string sql)
    {
        await using var command = new NpgsqlCommand(sql, admin) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static int Number(string id) => int.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex("^cr_(?:clone|template)_([0-9a-f]{8})_")]
    private static partial Regex Id();
}
