using System.Net;
using ConferenceRecords.TestSupport;
using Npgsql;
using Xunit;
using static ConferenceRecords.Web.Tests.Public.PublicEditions;

namespace ConferenceRecords.Web.Tests.Public;

/// <summary>A process that serves the public alone and has no connection to the records.</summary>
public sealed class PublicSurfaceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly Portal portal = new(postgres) { Settings = ["--Portal:Surfaces=Public"] };

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    [Fact]
    public async Task PublicProcess_ServesItsPages_AndNoOthers()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync($"/ket-luan/{Slug}");
        foreach (var path in (string[])["/dang-nhap", "/van-phong", "/khong-co"])
        {
            var answer = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.NotNull(answer.Document.QuerySelector("main form[role=search]"));
        }
        Assert.Empty(visitor.Cookies);
    }

    [Fact]
    public async Task PublicPage_ThatFails_AnswersWithAPageThatTellsNothingOfTheProgram()
    {
        await using (var owner = new NpgsqlConnection(portal.Databases.PublicationOwner))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var breaks = new NpgsqlCommand("ALTER TABLE publication.editions RENAME TO gone", owner);
            await breaks.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        using var visitor = portal.Visit();
        var answer = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.NotNull(answer.Document.QuerySelector("main form[role=search]"));
        Assert.DoesNotContain("editions", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Response.Headers.Contains("ETag"));
        Assert.Empty(visitor.Cookies);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();
}
