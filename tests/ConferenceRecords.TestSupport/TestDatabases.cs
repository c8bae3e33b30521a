using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using Xunit;

namespace ConferenceRecords.TestSupport;

/// <summary>A pair of databases with Conference 12 in them, for one test class: <c>IClassFixture&lt;TestDatabases&gt;</c>.</summary>
public class TestDatabases(PostgresFixture postgres) : IAsyncLifetime
{
    private DatabaseNames? names;

    public DatabaseNames Names => names ?? throw new InvalidOperationException("The databases are not made");

    /// <summary>Connection string of the role that owns the office's tables.</summary>
    public string RecordsOwner => postgres.Server.ConnectionStringFor(DatabaseSetup.Owner, Names.Records);

    /// <summary>Connection string of the role that owns the public's tables.</summary>
    public string PublicationOwner => postgres.Server.ConnectionStringFor(DatabaseSetup.Owner, Names.Publication);

    /// <summary>What a new pair holds.</summary>
    protected virtual Contents Contents => Contents.Demonstration;

    /// <summary>Connection string of a role to the database that it works in.</summary>
    public string For(string role) => postgres.Server.ConnectionStringFor(role, role switch
    {
        "cr_office" or "cr_auditor" => Names.Records,
        "cr_publisher" or "cr_public" => Names.Publication,
        _ => throw new ArgumentException($"{role} works in no database or in both", nameof(role)),
    });

    /// <summary>The office's context.</summary>
    public RecordsContext NewRecords(Guid? actor = null) => new(ContextOptions.Records(For("cr_office")), new Actor { UserId = actor }, TimeProvider.System);

    /// <summary>The public's context.</summary>
    public PublicationContext NewPublication() => new(ContextOptions.Publication(For("cr_public")));

    public async ValueTask InitializeAsync() => names = await postgres.CloneAsync(Contents);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (names is null) return;
        await using var admin = await AdminSession.OpenAsync(postgres.Server);
        await admin.DropAsync(names);
    }
}

/// <summary>A pair of databases without a row in them, for one test class.</summary>
public sealed class EmptyDatabases(PostgresFixture postgres) : TestDatabases(postgres)
{
    protected override Contents Contents => Contents.Nothing;
}
