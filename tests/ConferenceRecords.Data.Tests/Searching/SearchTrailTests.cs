using ConferenceRecords.Data.Setup;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.Searching;

/// <summary>The index of the records is never behind them.</summary>
public sealed class SearchTrailTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRecordOfTheSeeds_IsInTheIndex_AndComesBackAtTheNextUpdate()
    {
        await using var records = databases.NewRecords();
        var there = await records.SearchEntries.CountAsync(Cancel);
        Assert.Equal(await RecordsAsync(), there);
        await using (var owner = new NpgsqlConnection(databases.RecordsOwner))
        {
            await owner.OpenAsync(Cancel);
            await using var command = new NpgsqlCommand("DELETE FROM search.entries", owner);
            await command.ExecuteNonQueryAsync(Cancel);
        }
        await DatabaseSetup.MigrateAsync(databases.RecordsOwner, databases.PublicationOwner, Cancel);
        Assert.Equal(there, await records.SearchEntries.CountAsync(Cancel));

        async Task<int> RecordsAsync() =>
            await records.Opinions.CountAsync(Cancel) + await records.Responses.CountAsync(Cancel) + await records.AgendaItems.CountAsync(Cancel) + await records.Paragraphs.CountAsync(Cancel)
            + await records.Conclusions.CountAsync(Cancel) + await records.Conclusions.SelectMany(c => c.Directives).CountAsync(Cancel);
    }

    [Fact]
    public async Task ARecordThatIsNotSaved_IsNotInTheIndex()
    {
        await using var records = databases.NewRecords();
        var item = await records.AgendaItems.FirstAsync(Cancel);
        var before = await TermsAsync();
        await using (var transaction = await records.Database.BeginTransactionAsync(Cancel))
        {
            item.Change(new("Tên mới có wallaby", item.CategoryId));
            await records.SaveChangesAsync(Cancel);
            Assert.NotEqual(before, await TermsAsync());
        }
        Assert.Equal(before, await TermsAsync());

        async Task<long[]> TermsAsync() => (await records.SearchEntries.AsNoTracking().SingleAsync(e => e.RecordId == item.Id, Cancel)).Terms;
    }
}
