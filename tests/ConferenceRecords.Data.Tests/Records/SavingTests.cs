using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.Records;

public sealed class SavingTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_WritesWhoDidWhat_WithHashesAndWithoutTheText()
    {
        const string Secret = "Văn bản chưa công bố 7f3a";
        var actor = Guid.CreateVersion7();
        Guid id;
        await using (var records = databases.NewRecords(actor))
        {
            var opinion = await records.Opinions.FirstAsync(Cancel);
            opinion.Change(new(opinion.Kind, opinion.Channel, Secret), actor, DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Cancel);
            id = opinion.Id;
        }

        await using var connection = new NpgsqlConnection(databases.For("cr_auditor"));
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(
            "SELECT action, fields, hash_before <> hash_after, e::text FROM audit.entries e WHERE object_id = $1 AND actor_id = $2", connection)
        {
            Parameters = { new() { Value = id.ToString() }, new() { Value = actor } },
        };
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        Assert.True(await reader.ReadAsync(Cancel));
        Assert.Equal("changed", reader.GetString(0));
        Assert.Equal(["Revision", "Text"], reader.GetFieldValue<string[]>(1));
        Assert.True(reader.GetBoolean(2));
        Assert.DoesNotContain(Secret, reader.GetString(3), StringComparison.Ordinal);
        Assert.False(await reader.ReadAsync(Cancel));
    }

    [Fact]
    public async Task Save_OfAStaleRecord_IsRefused_AndLeavesNoAuditEntry()
    {
        await using var mine = databases.NewRecords(Guid.CreateVersion7());
        await using var theirs = databases.NewRecords();
        var opinion = await mine.Opinions.OrderBy(o => o.Number).LastAsync(Cancel);
        var same = await theirs.Opinions.SingleAsync(o => o.Id == opinion.Id, Cancel);
        same.Change(new(OpinionKind.Clarify, same.Channel, "Bản của người khác."), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await theirs.SaveChangesAsync(Cancel);

        opinion.Change(new(OpinionKind.Agree, opinion.Channel, "Bản của tôi."), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync(Cancel));

        await using var records = databases.NewRecords();
        Assert.Equal("Bản của người khác.", (await records.Opinions.SingleAsync(o => o.Id == opinion.Id, Cancel)).Text);
    }

    [Fact]
    public async Task NextNumber_OfManyAtOnce_IsEachNumberOnce()
    {
        async Task<int> NextAsync()
        {
            await using var records = databases.NewRecords();
            return await records.NextNumberAsync("test/many", Cancel);
        }
        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => NextAsync()));
        Assert.Equal(Enumerable.Range(1, 40), numbers.Order());
    }

    [Fact]
    public async Task Model_HasNoChangeWithoutAMigration()
    {
        await using var records = databases.NewRecords();
        await using var publication = databases.NewPublication();
        Assert.False(records.Database.HasPendingModelChanges());
        Assert.False(publication.Database.HasPendingModelChanges());
    }
}
