using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.Queries;

/// <summary>Search over many blocks of passages, which no other test has.</summary>
public sealed class PassageBlocksTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Blocks = 40;

    private readonly TestDatabases databases = new(postgres);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await databases.InitializeAsync();
        await using var connection = new NpgsqlConnection(databases.PublicationOwner);
        await connection.OpenAsync(Cancel);
        for (var block = 1; block <= Blocks; block++)
        {
            var id = ((long)block << PassageTerms.BlockBits) + 7;
            var text = $"Đoạn số {block} về khỉ và vàng, rồi thêm voọc mũi hếch.";
            await using var command = new NpgsqlCommand(
                "INSERT INTO publication.passages (id, edition_id, kind, address, text, is_illustrative, terms) SELECT $1, id, 2, 'thu', $2, true, $3 FROM publication.live_editions LIMIT 1", connection)
            {
                Parameters = { new() { Value = id }, new() { Value = text }, new() { Value = PassageTerms.Of(text).InBlockOf(id) } },
            };
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }

    [Theory]
    [InlineData("voọc mũi hếch", Blocks, false)]
    [InlineData("voọc", Blocks, false)]
    [InlineData("vooc", Blocks, false)]
    [InlineData("khỉ vàng", 32, true)]
    [InlineData("khi vang", 32, true)]
    [InlineData("\"khỉ vàng\"", 0, false)]
    public async Task PhraseAndWord_AreSoughtAmongAll_WordsApartAmongTheNewest(string question, int found, bool mayBeMore)
    {
        await using var publication = new PublicationContext(ContextOptions.Publication(databases.For("cr_public")));
        var passages = await publication.SearchAsync(SearchTerms.Read(question)!, new(), Cancel);

        Assert.Equal(Enumerable.Range(Blocks - found + 1, found).Reverse().Select(block => ((long)block << PassageTerms.BlockBits) + 7), passages.Exact.Select(p => p.Id));
        Assert.Equal(mayBeMore, passages.IsExactBound);
    }

    [Fact]
    public async Task WordsApart_WithOtherMarksThanTyped_AreSoughtAmongTheNewestFewBlocks()
    {
        await using var publication = new PublicationContext(ContextOptions.Publication(databases.For("cr_public")));
        var passages = await publication.SearchAsync(SearchTerms.Read("khí váng")!, new(), Cancel);

        Assert.Empty(passages.Exact);
        Assert.Equal(4, passages.Others.Count);
        Assert.True(passages.IsOthersBound);
    }

    public ValueTask DisposeAsync() => databases.DisposeAsync();
}
