using ConferenceRecords.TestSupport;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.Setup;

/// <summary>What each database role may do and what the database refuses it, whatever the program asks.</summary>
public sealed class RoleRightsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    [Theory]
    // The office enters and changes, but takes nothing away and changes nothing that is frozen.
    [InlineData("cr_office", "DELETE FROM records.opinions")]
    [InlineData("cr_office", "DELETE FROM records.conclusions")]
    [InlineData("cr_office", "DELETE FROM records.invitations")]
    [InlineData("cr_office", "DELETE FROM identity.users")]
    [InlineData("cr_office", "TRUNCATE records.opinions CASCADE")]
    [InlineData("cr_office", "DROP TABLE records.opinions")]
    [InlineData("cr_office", "CREATE TABLE records.more (id int)")]
    [InlineData("cr_office", "CREATE TABLE public.more (id int)")]
    [InlineData("cr_office", "ALTER TABLE records.conclusions DISABLE TRIGGER ALL")]
    [InlineData("cr_office", "UPDATE records.draft_versions SET note = 'x'")]
    [InlineData("cr_office", "UPDATE records.paragraphs SET text = 'x'")]
    [InlineData("cr_office", "UPDATE records.agenda_versions SET ordinal = 9")]
    [InlineData("cr_office", "UPDATE records.agenda_version_items SET title = 'x'")]
    [InlineData("cr_office", "UPDATE records.response_revisions SET text = 'x'")]
    [InlineData("cr_office", "DELETE FROM records.response_revisions")]
    [InlineData("cr_office", "DELETE FROM records.responses")]
    [InlineData("cr_office", "DELETE FROM records.response_ledgers")]
    [InlineData("cr_office", "DELETE FROM records.change_reasons")]
    [InlineData("cr_office", "DELETE FROM records.placements")]
    [InlineData("cr_office", "UPDATE records.files SET sha256 = 'x'")]
    [InlineData("cr_office", "DELETE FROM records.files")]
    [InlineData("cr_office", "UPDATE jobs.outbox SET bundle = 'x'")]
    [InlineData("cr_office", "DELETE FROM jobs.outbox")]
    [InlineData("cr_office", "SELECT count(*) FROM audit.entries")]
    [InlineData("cr_office", "UPDATE audit.entries SET action = 'x'")]
    [InlineData("cr_office", "DELETE FROM audit.entries")]
    [InlineData("cr_office", "INSERT INTO records.migrations VALUES ('x', 'y')")]
    [InlineData("cr_office", "SET ROLE cr_owner")]
    [InlineData("cr_office", "CREATE ROLE more")]
    [InlineData("cr_office", "COPY records.opinions TO PROGRAM 'cat'")]
    // The auditor reads the audit trail and nothing else.
    [InlineData("cr_auditor", "SELECT * FROM records.opinions")]
    [InlineData("cr_auditor", "SELECT * FROM identity.users")]
    [InlineData("cr_auditor", "SELECT * FROM jobs.outbox")]
    [InlineData("cr_auditor", "SELECT * FROM search.entries")]
    [InlineData("cr_office", "DELETE FROM search.entries")]
    // The publisher brings in and reads nothing back.
    [InlineData("cr_publisher", "SELECT * FROM publication.words")]
    [InlineData("cr_publisher", "UPDATE publication.passages SET text = 'x'")]
    [InlineData("cr_publisher", "SELECT * FROM publication.editions")]
    [InlineData("cr_publisher", "UPDATE publication.editions SET slug = 'x'")]
    [InlineData("cr_publisher", "DELETE FROM publication.editions")]
    [InlineData("cr_publisher", "TRUNCATE publication.passages")]
    [InlineData("cr_publisher", "CREATE TABLE publication.more (id int)")]
    // The public reads, even when it switches its guard-rail off.
    [InlineData("cr_public", "SET transaction_read_only = off; INSERT INTO publication.passages VALUES (1, gen_random_uuid(), 1, 'x', 'x', false, '{}')")]
    [InlineData("cr_public", "SET transaction_read_only = off; UPDATE publication.editions SET slug = 'x'")]
    [InlineData("cr_public", "SET transaction_read_only = off; DELETE FROM publication.editions")]
    [InlineData("cr_public", "SET transaction_read_only = off; CREATE TABLE publication.more (id int)")]
    [InlineData("cr_public", "SET transaction_read_only = off; CREATE TEMP TABLE more (id int)")]
    [InlineData("cr_public", "SET ROLE cr_publisher")]
    public async Task Statement_OutsideTheRole_IsRefused(string role, string sql) => Assert.Equal(Denied, await RefusalAsync(databases.For(role), sql));

    [Theory]
    [InlineData("cr_office", "SELECT count(*) FROM records.opinions")]
    [InlineData("cr_office", "UPDATE records.opinions SET text = text")]
    [InlineData("cr_office", "UPDATE jobs.outbox SET delivered_at = delivered_at")]
    [InlineData("cr_auditor", "SELECT count(*) FROM audit.entries")]
    [InlineData("cr_public", "SELECT * FROM publication.find_passages('{1}', 5, 16)")]
    [InlineData("cr_public", "SELECT count(*) FROM publication.editions")]
    [InlineData("cr_publisher", "INSERT INTO publication.passages SELECT nextval('publication.passage_ids'), gen_random_uuid(), 1, 'x', 'x', false, '{}' WHERE false")]
    public async Task Statement_OfTheRole_Works(string role, string sql) => Assert.Null(await RefusalAsync(databases.For(role), sql));

    [Fact]
    public async Task Publication_KnowsNoTableOfTheOffice()
    {
        await using var connection = new NpgsqlConnection(databases.For("cr_public"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            "SELECT nspname || '.' || relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' AND nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1",
            connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) tables.Add(reader.GetString(0));
        Assert.Equal(
            ["publication.edition_facts", "publication.editions", "publication.files", "publication.migrations", "publication.passages", "publication.withdrawals", "publication.words"],
            tables);
    }

    [Fact]
    public async Task Public_LongStatement_IsStopped() => Assert.Equal(PostgresErrorCodes.QueryCanceled, await RefusalAsync(databases.For("cr_public"), "SELECT pg_sleep(10)"));

    private static async Task<string?> RefusalAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
