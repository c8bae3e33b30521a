using System.Diagnostics;
using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ConferenceRecords.Web.Tests.Public.PublicEditions;

namespace ConferenceRecords.Web.Tests.Public;

/// <summary>Two instances of the program on one publication, each with pages in memory: what is published or withdrawn shows on both within a second, whether or not a notice reaches them.</summary>
public sealed class TwoInstancesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Path = $"/ket-luan/{Slug}";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private readonly Portal whole = new(postgres) { Settings = ["--Portal:PageCheckMilliseconds=1000"] };
    private Portal publicAlone = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<PublicationWatch> Watches => ((Portal[])[whole, publicAlone]).Select(p => p.Services.GetRequiredService<PublicationWatch>());

    public async ValueTask InitializeAsync()
    {
        await whole.InitializeAsync();
        publicAlone = whole.Beside("--Portal:PageCheckMilliseconds=1000", "--Portal:Surfaces=Public");
        await publicAlone.InitializeAsync();
    }

    [Fact]
    public async Task Notice_OfAnEdition_ReachesBothWithoutARequest()
    {
        await ReadAsync();
        var before = Watches.Select(w => w.LastSeen!.Value.Editions).Distinct().Single();

        await PublishAsync(2);

        // Nobody asks meanwhile: only the notice can tell.
        var patience = Stopwatch.StartNew();
        while (Watches.Any(w => w.LastSeen!.Value.Editions == before) && patience.Elapsed < TimeSpan.FromSeconds(20)) await Task.Delay(5, Cancel);
        Assert.All(Watches, w => Assert.Equal(before + 1, w.LastSeen!.Value.Editions));
    }

    [Theory]
    [InlineData(Cut.Nothing)]
    [InlineData(Cut.Notices)]
    [InlineData(Cut.Listeners)]
    public async Task EditionAndWithdrawal_ShowOnBothWithinASecond(Cut cut)
    {
        await ReadAsync();
        if (cut == Cut.Notices) await ExecuteAsync("ALTER TABLE publication.editions DISABLE TRIGGER announce; ALTER TABLE publication.withdrawals DISABLE TRIGGER announce");
        if (cut == Cut.Listeners) await KillListenersAsync();

        await PublishAsync(2);
        await Task.Delay(Bound, Cancel);
        Assert.All(await ReadAsync(), page => Assert.Contains("Đoạn đã đính chính 2.", page.Words, StringComparison.Ordinal));

        if (cut == Cut.Listeners) await KillListenersAsync();
        await whole.Databases.WithdrawAsync(2);
        await Task.Delay(Bound, Cancel);
        Assert.All(await ReadAsync(), page => Assert.Equal(HttpStatusCode.Gone, page.Status));

        // Twice: the second answer comes from memory.
        Assert.All(await ReadAsync(), page => Assert.Equal(HttpStatusCode.Gone, page.Status));
    }

    [Fact]
    public async Task PageOfAnEarlierGeneration_FinishedLate_IsShownToNobody()
    {
        await ReadAsync();
        var watch = Watches.First();
        var earlier = (await watch.AskAsync(Cancel))!;

        await PublishAsync(2);
        var later = (await watch.AskAsync(Cancel))!;
        var late = new StoredPage(new("/cham", "", "", "localhost", false), 200, new HeaderDictionary(), [1]);
        Assert.True(earlier.Add(late));

        Assert.NotSame(earlier, later);
        Assert.Null(later.Find(late.Key));
    }

    public async ValueTask DisposeAsync()
    {
        await publicAlone.DisposeAsync();
        await whole.DisposeAsync();
    }

    private async Task<Answer[]> ReadAsync()
    {
        using Visitor one = whole.Visit(), other = publicAlone.Visit();
        return await Task.WhenAll(one.GetAsync(Path), other.GetAsync(Path));
    }

    private async Task PublishAsync(int number)
    {
        var first = await whole.Databases.SeededAsync();
        await whole.Databases.PublishAsync(first with { Edition = number, Conclusion = first.Conclusion with { Paragraphs = [$"Đoạn đã đính chính {number}."], Directives = [] } });
    }

    /// <summary>Every connection of the public's role that listens, without a word to the program.</summary>
    private Task KillListenersAsync() =>
        ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{whole.Databases.Names.Publication}' AND query = 'LISTEN publication'");

    private async Task ExecuteAsync(string sql)
    {
        await using var admin = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder(postgres.Server.AdminConnectionString) { Database = whole.Databases.Names.Publication, Pooling = false }.ConnectionString);
        await admin.OpenAsync(Cancel);
        await using var command = new Npgsql.NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>What an instance is cut off from.</summary>
    public enum Cut
    {
        Nothing,
        Notices,
        Listeners,
    }
}
