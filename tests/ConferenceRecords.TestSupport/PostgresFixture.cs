using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Setup;
using Npgsql;
using Xunit;

namespace ConferenceRecords.TestSupport;

/// <summary>What a pair of databases holds.</summary>
public enum Contents
{
    /// <summary>The schemas alone.</summary>
    Nothing,

    /// <summary>Conference 12 with its demonstration people, published.</summary>
    Demonstration,
}

/// <summary>
/// The PostgreSQL of the tests, one for all test processes that run at a time: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>.
/// A test class gets its own pair of databases from <see cref="TestDatabases"/>.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    /// <summary>Environment variable that names another folder for the data of the tests.</summary>
    public const string FolderVariable = "CONFERENCE_RECORDS_TEST_DATA";

    private readonly string run = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private readonly ConcurrentDictionary<Contents, Lazy<Task<DatabaseNames>>> templates = new();
    private PrivateServer? server;
    private NpgsqlConnection? presence;
    private int made;

    public PrivateServer Server => server ?? throw new InvalidOperationException("The server is not started");

    public async ValueTask InitializeAsync()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named
            ? DataFolder.OutsideCheckout(named, FolderVariable)
            : DataFolder.Usual("ConferenceRecords.Tests", "conference-records-tests");
        server = await PrivateServer.StartAsync(folder, ServerOptions.ForTests, Console.WriteLine, TestContext.Current.CancellationToken);
        presence = await AdminSession.OpenAsync(server);
        await presence.DeclareAsync(run);
        await presence.DeclareAsync(Template.Key);
        // In a session of its own: a session's locks do not stop itself.
        await using var sweeper = await AdminSession.OpenAsync(server);
        await sweeper.SweepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (presence is not null) await presence.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>Makes a pair of databases; the caller disposes of it.</summary>
    public async Task<TestDatabases> NewAsync(Contents contents = Contents.Demonstration)
    {
        var databases = contents == Contents.Demonstration ? new TestDatabases(this) : new EmptyDatabases(this);
        await databases.InitializeAsync();
        return databases;
    }

    internal async Task<DatabaseNames> CloneAsync(Contents contents)
    {
        var template = await templates.GetOrAdd(contents, c => new(() => Template.EnsureAsync(Server, c))).Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"cr_clone_{run}_{Interlocked.Increment(ref made)}");
        var clone = new DatabaseNames(name + "_records", name + "_publication");
        await using var admin = await AdminSession.OpenAsync(Server);
        await admin.CloneAsync(template, clone);
        return clone;
    }
}
