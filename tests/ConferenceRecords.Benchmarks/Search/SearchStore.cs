using System.Diagnostics;
using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Web.Hosting;
using Npgsql;
using NpgsqlTypes;
using static System.FormattableString;

namespace ConferenceRecords.Benchmarks.Search;

/// <summary>
/// The databases of the measure, one for each size, as an installation makes them and with every commit on the disk. Made once and kept: 10 million passages
/// take 30 GB and the better part of an hour.
/// </summary>
internal sealed class SearchStore : IAsyncDisposable
{
    private const int PassagesOfEdition = 64;

    private PrivateServer? own;

    private SearchStore(string admin) => Admin = admin;

    private string Admin { get; init; }

    /// <summary>The server that <c>CONFERENCE_RECORDS_SEARCH_SERVER</c> names by a superuser's connection string, or else a private one.</summary>
    public static async Task<SearchStore> OpenAsync()
    {
        if (Environment.GetEnvironmentVariable("CONFERENCE_RECORDS_SEARCH_SERVER") is { Length: > 0 } named) return new(named);
        var server = await PrivateServer.StartAsync(DataFolder.Usual("ConferenceRecords.Search", "conference-records-search"), Console.WriteLine, CancellationToken.None);
        return new(server.AdminConnectionString) { own = server };
    }

    /// <summary>A connection as the portal opens it.</summary>
    public string For(string role, long count) => PortalHost.PublicPool(
        new NpgsqlConnectionStringBuilder(Admin) { Username = role, Password = "search", Database = Names(count).Publication, Pooling = true, CommandTimeout = 14_400 }.ConnectionString);

    /// <summary>Makes the database of a size where there is none.</summary>
    public async Task EnsureAsync(SyntheticPassages passages, long count)
    {
        await DatabaseSetup.CreateAsync(Admin, _ => "search", Names(count), CancellationToken.None);
        await DatabaseSetup.MigrateAsync(new NpgsqlConnectionStringBuilder(For(DatabaseSetup.Owner, count)) { Database = Names(count).Records }.ConnectionString, For(DatabaseSetup.Owner, count), CancellationToken.None);
        await using var owner = new NpgsqlConnection(For(DatabaseSetup.Owner, count));
        await owner.OpenAsync();
        if (await ScalarAsync<long>(owner, "SELECT coalesce(max(id), 0) FROM publication.passages") >= count) return;
        var clock = Stopwatch.StartNew();
        await ExecuteAsync(owner, "DROP INDEX publication.ix_passages_terms; TRUNCATE publication.editions CASCADE");
        await ExecuteAsync(owner, Editions(count));
        await CopyAsync(owner, passages, count);
        Console.WriteLine(Invariant($"{count:N0} passages written in {clock.Elapsed.TotalSeconds:0} s"));
        clock.Restart();
        await ExecuteAsync(owner, "SET maintenance_work_mem = '1GB'; CREATE INDEX ix_passages_terms ON publication.passages USING gin (terms) WITH (fastupdate = off)");
        Console.WriteLine(Invariant($"index built in {clock.Elapsed.TotalSeconds:0} s"));
        await ExecuteAsync(owner, "VACUUM ANALYZE publication.passages; ANALYZE publication.editions; ANALYZE publication.edition_facts");
    }

    public async Task<(long Table, long Index)> SizesAsync(long count)
    {
        await using var owner = new NpgsqlConnection(For(DatabaseSetup.Owner, count));
        await owner.OpenAsync();
        return (await ScalarAsync<long>(owner, "SELECT pg_table_size('publication.passages')"), await ScalarAsync<long>(owner, "SELECT pg_relation_size('publication.ix_passages_terms')"));
    }

    /// <summary>Passages saved in a second, an edition at a time, with the index and on a table without it.</summary>
    public async Task<(double With, double Without)> SavesAsync(SyntheticPassages passages, long count)
    {
        const int Editions = 40;
        await using var owner = new NpgsqlConnection(For(DatabaseSetup.Owner, count));
        await owner.OpenAsync();
        await ExecuteAsync(owner, "DROP TABLE IF EXISTS publication.bare; CREATE TABLE publication.bare (LIKE publication.passages INCLUDING DEFAULTS); ALTER TABLE publication.bare ADD PRIMARY KEY (id)");
        double[] seconds = [0, 0];
        var edition = await ScalarAsync<Guid>(owner, "SELECT min(id::text)::uuid FROM publication.editions");
        for (var turn = 0; turn < Editions; turn++)
        {
            foreach (var (index, table) in new[] { "passages", "bare" }.Index())
            {
                var clock = Stopwatch.GetTimestamp();
                await using var transaction = await owner.BeginTransactionAsync();
                await using var batch = new NpgsqlBatch(owner, transaction);
                for (var n = 0; n < PassagesOfEdition; n++)
                {
                    var id = count + 1 + turn * PassagesOfEdition + n;
                    var text = passages.Text(id);
                    batch.BatchCommands.Add(new($"INSERT INTO publication.{table} (id, edition_id, kind, address, text, is_illustrative, terms) VALUES ($1, $2, 2, 'thu', $3, false, $4)")
                    {
                        Parameters = { new() { Value = id }, new() { Value = edition }, new() { Value = text }, new() { Value = PassageTerms.Of(text).InBlockOf(id) } },
                    });
                }
                await batch.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
                seconds[index] += Stopwatch.GetElapsedTime(clock).TotalSeconds;
            }
        }
        await ExecuteAsync(owner, Invariant($"DELETE FROM publication.passages WHERE id > {count}; DROP TABLE publication.bare"));
        await ExecuteAsync(owner, "VACUUM publication.passages");
        return (Editions * PassagesOfEdition / seconds[0], Editions * PassagesOfEdition / seconds[1]);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (own is not null) await own.DisposeAsync();
    }

    private static DatabaseNames Names(long count) => new(Invariant($"search_{count}_records"), Invariant($"search_{count}_publication"));

    /// <summary>One edition for 64 passages; of ten editions one corrects the one before it, whose passages must not be found.</summary>
    private static string Editions(long count) => Invariant(
        $"""
         INSERT INTO publication.editions (id, session_id, slug, kind, number, published_at, bundle, sha256)
         SELECT (lpad(to_hex(e), 8, '0') || '-0007-0007-0102-030405060708')::uuid, (lpad(to_hex(e - (e % 10 = 9)::int), 8, '0') || '-0000-0000-0000-000000000001')::uuid,
             'thu-' || (e - (e % 10 = 9)::int), 'Conclusion', 1 + (e % 10 = 9)::int, now(), '', ''
         FROM generate_series(0, {(count - 1) / PassagesOfEdition}) e;
         INSERT INTO publication.edition_facts (edition_id, session_title, term_label, term_start, term_end, ordinal)
         SELECT id, 'Hội nghị thử ' || slug, 'XX', 2020, 2025, 12 FROM publication.editions
         """);

    private static async Task CopyAsync(NpgsqlConnection owner, SyntheticPassages passages, long count)
    {
        await using var writer = await owner.BeginBinaryImportAsync("COPY publication.passages (id, edition_id, kind, address, text, is_illustrative, terms) FROM STDIN (FORMAT BINARY)");
        writer.Timeout = TimeSpan.FromHours(4);
        for (long id = 1; id <= count; id++)
        {
            var (edition, place, text) = ((id - 1) / PassagesOfEdition, id % PassagesOfEdition, passages.Text(id));
            var kind = place == 1 ? PassageKind.Session : place < 20 ? PassageKind.Item : place < 50 ? PassageKind.Conclusion : PassageKind.Directive;
            await writer.StartRowAsync();
            await writer.WriteAsync(id, NpgsqlDbType.Bigint);
            await writer.WriteAsync(new Guid((int)edition, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8), NpgsqlDbType.Uuid);
            await writer.WriteAsync((int)kind, NpgsqlDbType.Integer);
            await writer.WriteAsync(Invariant($"ket-luan/thu-{edition}#doan-{place}"), NpgsqlDbType.Text);
            await writer.WriteAsync(text, NpgsqlDbType.Text);
            await writer.WriteAsync(false, NpgsqlDbType.Boolean);
            await writer.WriteAsync(PassageTerms.Of(text, PassageTerms.Facet("kind", kind.ToString()), PassageTerms.Facet("session", Invariant($"thu-{edition}"))).InBlockOf(id), NpgsqlDbType.Bigint | NpgsqlDbType.Array);
        }
        await writer.CompleteAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        foreach (var statement in sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
