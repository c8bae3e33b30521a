using System.Security.Cryptography;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests;

/// <summary>The databases that all other tests stand on.</summary>
public sealed class TestDatabasesTests(PostgresFixture postgres, TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demonstration_HoldsTheSession_AndItsEdition()
    {
        await using var records = databases.NewRecords();
        var session = await records.Sessions.SingleAsync(Cancel);
        await using var publication = databases.NewPublication();
        var edition = await publication.Editions.SingleAsync(Cancel);
        Assert.Equal((session.Slug, session.Id), (edition.Slug, edition.SessionId));
        Assert.True(await publication.Passages.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Clone_KeepsTheRightsOnTheDatabase()
    {
        foreach (var (role, other) in ((string, string)[])[("cr_public", "cr_office"), ("cr_office", "cr_public")])
        {
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(databases.For(role)) { Database = new NpgsqlConnectionStringBuilder(databases.For(other)).Database }.ConnectionString);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancel));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Empty_HoldsNothing_AndIsGoneAtTheEnd()
    {
        string name;
        await using (var empty = await postgres.NewAsync(Contents.Nothing))
        {
            name = empty.Names.Records;
            await using var records = empty.NewRecords();
            Assert.False(await records.Committees.AnyAsync(Cancel));
        }
        await using var admin = await AdminSession.OpenAsync(postgres.Server);
        Assert.False(await admin.ExistsAsync(name));
    }

    [Fact]
    public async Task Sweep_DropsWhatNobodyHolds_AndNothingElse()
    {
        var id = RandomNumberGenerator.GetHexString(8, lowercase: true);
        var name = $"cr_clone_{id}_1_records";
        await using var admin = await AdminSession.OpenAsync(postgres.Server);
        await using (var user = await AdminSession.OpenAsync(postgres.Server))
        {
            await user.DeclareAsync(id);
            await admin.ExecuteAsync($"CREATE DATABASE {name}");
            await admin.SweepAsync();
            Assert.True(await admin.ExistsAsync(name));
        }
        // The server may free the lock a moment after the connection closed.
        for (var attempt = 0; attempt < 50 && await admin.ExistsAsync(name); attempt++)
        {
            await admin.SweepAsync();
            await Task.Delay(20, Cancel);
        }
        Assert.False(await admin.ExistsAsync(name));
        Assert.True(await admin.ExistsAsync(databases.Names.Records));
    }
}
