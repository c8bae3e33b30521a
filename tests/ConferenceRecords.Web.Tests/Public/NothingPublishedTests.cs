using ConferenceRecords.TestSupport;
using Npgsql;
using Xunit;
using static ConferenceRecords.Web.Tests.Public.PublicEditions;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class NothingPublishedTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var publication = new NpgsqlConnection(portal.Databases.PublicationOwner);
        await publication.OpenAsync();
        await using var empty = new NpgsqlCommand("TRUNCATE publication.editions CASCADE", publication);
        await empty.ExecuteNonQueryAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hoi-nghi")]
    [InlineData("/ket-luan")]
    [InlineData("/chi-tieu")]
    public async Task Page_BeforeTheFirstPublication_SaysWhatWillAppear(string path)
    {
        using var visitor = portal.Visit();
        Assert.Contains("Chưa có gì được công bố", (await visitor.OpenAsync(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_BeforeTheFirstPublication_FindsNothing()
    {
        using var visitor = portal.Visit();
        Assert.Contains("Không tìm thấy", (await visitor.OpenAsync($"/tim-kiem?q={Slug}")).Words, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
