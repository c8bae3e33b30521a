using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Net;
using System.Text;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ConferenceRecords.Web.Tests.Public.PublicEditions;

namespace ConferenceRecords.Web.Tests.Public;

/// <summary>Public pages out of memory are what the pages themselves would answer.</summary>
public sealed class PageCacheTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Path = $"/ket-luan/{Slug}";

    private readonly Portal portal = new(postgres);
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false });
    private readonly Dictionary<string, int> counts = [];
    private readonly MeterListener listener = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        client.BaseAddress = portal.Address;
        var own = portal.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == PageCache.MeterName && instrument.Meter.Scope == own) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counts) counts[(string)tags[0].Value!] = counts.GetValueOrDefault((string)tags[0].Value!) + 1;
        });
        listener.Start();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    public async Task Page_AskedAgain_ComesFromMemoryAsItWas(string? accepted, string? encoding)
    {
        using var made = await AskAsync(Path, accepted);
        using var kept = await AskAsync(Path, accepted);

        Assert.Equal((1, 1), (Count("page"), Count("memory")));
        Assert.Equal(encoding, kept.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(Headers(made), Headers(kept));
        Assert.Contains("frame-ancestors 'none'", kept.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-cache", kept.Headers.CacheControl!.ToString());
        Assert.Contains("id=\"doan-1\"", await TextAsync(kept), StringComparison.Ordinal);
        Assert.Equal(await TextAsync(made), await TextAsync(kept));
    }

    [Fact]
    public async Task Page_ThatTheReaderHas_Answers304FromMemory()
    {
        using var first = await AskAsync(Path, "br");
        using var again = await AskAsync(Path, "br", ("If-None-Match", $"\"other\", {first.Headers.ETag}"));
        using var changed = await AskAsync(Path, "br", ("If-None-Match", "\"other\""));

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Cancel)).Length));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal((1, 2), (Count("page"), Count("memory")));
    }

    [Fact]
    public async Task Crowd_ForOnePage_HasItMadeOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => AskAsync(Path, "br")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal((1, 39), (Count("page"), Count("memory")));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Query_ThatTellsWhereAReaderCameFrom_LeavesNoTraceInThePage()
    {
        using var marked = await AskAsync($"{Path}?fbclid=abc&utm_source=zalo", null);
        using var plain = await AskAsync(Path, null);

        Assert.Equal((1, 1), (Count("page"), Count("memory")));
        Assert.DoesNotContain("fbclid", await TextAsync(marked), StringComparison.Ordinal);
        Assert.Equal(await TextAsync(plain), await TextAsync(marked));
    }

    [Theory]
    [InlineData($"{Path}?x=1")]
    [InlineData("/tim-kiem?q=chuyen+doi+so")]
    [InlineData("/dang-nhap")]
    [InlineData("/health/live")]
    public async Task Answer_ThatDependsOnMore_IsNotKept(string path)
    {
        for (var i = 0; i < 2; i++) (await AskAsync(path, "br")).Dispose();

        Assert.Equal((0, 0), (Count("page"), Count("memory")));
        Assert.Equal(0, portal.Services.GetRequiredService<PublicationWatch>().Current?.Size ?? 0);
    }

    [Fact]
    public async Task SignedInPerson_AndAddressOfNothing_AreAnsweredByThePages()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.OpenAsync(Path);
        (await AskAsync("/ket-luan/khong-co", null)).Dispose();
        using var missing = await AskAsync("/ket-luan/khong-co", null);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal((0, 0), (Count("page"), Count("memory")));
    }

    [Fact]
    public async Task Head_OfAKeptPage_TellsItsLengthAndSendsNothing()
    {
        using var page = await AskAsync(Path, "br");
        using var request = new HttpRequestMessage(HttpMethod.Head, Path) { Headers = { { "Accept-Encoding", "br" } } };
        using var head = await client.SendAsync(request, Cancel);

        Assert.Equal(1, Count("memory"));
        Assert.Equal(page.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData(Path)]
    [InlineData($"/en{Path}")]
    [InlineData($"/hoi-nghi/{Slug}")]
    [InlineData($"{Path}/ban/1")]
    public async Task Page_ThatAnotherPublicationDidNotChange_IsTakenOver_AndMadeAnewAfterItsOwn(string path)
    {
        var seeded = await portal.Databases.SeededAsync();
        using var first = await AskAsync(path, "br");
        await portal.Databases.PublishAsync(seeded with { SessionId = Guid.CreateVersion7(), Slug = "hoi-nghi-khac" });
        using var same = await AskAsync(path, "br");
        using var again = await AskAsync(path, "br");

        Assert.Equal((1, 1, 1), (Count("page"), Count("memory, asked"), Count("memory")));
        Assert.Equal(Headers(first), Headers(same));
        Assert.Equal(await TextAsync(first), await TextAsync(same));

        await portal.Databases.PublishAsync(seeded with { Edition = 2, Conclusion = seeded.Conclusion with { Title = "Kết luận đã đính chính" } });
        using var corrected = await AskAsync(path, "br");

        Assert.Equal(2, Count("page"));
        Assert.NotEqual(first.Headers.ETag, corrected.Headers.ETag);
        Assert.NotEqual(await TextAsync(first), await TextAsync(corrected));
    }

    [Fact]
    public async Task List_AfterAPublication_IsMadeAnew()
    {
        (await AskAsync("/ket-luan", null)).Dispose();
        await portal.Databases.PublishAsync((await portal.Databases.SeededAsync()) with { SessionId = Guid.CreateVersion7(), Slug = "hoi-nghi-khac" });
        using var list = await AskAsync("/ket-luan", null);

        Assert.Equal(2, Count("page"));
        Assert.Contains("/ket-luan/hoi-nghi-khac", await TextAsync(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AskedForOneByOne_AreWhatOthersShow_AndNeverOld()
    {
        await using var asking = portal.Beside("--Portal:PageCheckMilliseconds=-1");
        await asking.InitializeAsync();
        using var reader = new HttpClient { BaseAddress = asking.Address };
        async Task<(HttpStatusCode Status, string Words)> ReadAsync(string path)
        {
            using var answer = await reader.GetAsync(path, Cancel);
            return (answer.StatusCode, (await answer.Content.ReadAsStringAsync(Cancel)).Replace(asking.Address.Authority, portal.Address.Authority, StringComparison.Ordinal));
        }
        foreach (var path in (string[])[Path, $"/en{Path}", $"/chi-tieu/{Slug}", "/ket-luan", "/ket-luan/khong-co"])
        {
            using var other = await AskAsync(path, null);
            var (once, twice) = (await ReadAsync(path), await ReadAsync(path));
            Assert.Equal(other.StatusCode, once.Status);
            Assert.Equal(once, twice);
            if (path != Path) continue;

            // The picture of the address is that of the own one.
            static string WithoutPicture(string page) => System.Text.RegularExpressions.Regex.Replace(page, "<svg.*?</svg>", "");
            Assert.Equal(WithoutPicture(await TextAsync(other)), WithoutPicture(once.Words));
        }

        var seeded = await portal.Databases.SeededAsync();
        await portal.Databases.PublishAsync(seeded with { Edition = 2, Conclusion = seeded.Conclusion with { Title = "Kết luận đã đính chính" } });
        Assert.Contains("Kết luận đã đính chính", (await ReadAsync(Path)).Words, StringComparison.Ordinal);
        Assert.Contains("Kết luận đã đính chính", (await ReadAsync(Path)).Words, StringComparison.Ordinal);
        await portal.Databases.WithdrawAsync(2);
        Assert.Equal(HttpStatusCode.Gone, (await ReadAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await ReadAsync(Path)).Status);
    }

    [Fact]
    public void Store_ThatIsFull_DropsWhatNobodyReads()
    {
        const long Limit = 1 << 20;
        var store = new PageStore(default, Limit);
        StoredPage NewPage(int number) => new(new($"/{number}", "", "", "localhost", false), 200, new HeaderDictionary(), new byte[10_000]);
        var first = NewPage(0);
        store.Add(first);
        for (var i = 1; i < 1_000; i++)
        {
            Assert.NotNull(store.Find(first.Key));
            Assert.True(store.Add(NewPage(i)));
            Assert.InRange(store.Size, 0, Limit);
        }
        Assert.Null(store.Find(NewPage(1).Key));
        Assert.False(store.Add(new(new("/large", "", "", "localhost", false), 200, new HeaderDictionary(), new byte[(int)Limit])));
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        client.Dispose();
        await portal.DisposeAsync();
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal)];

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        await using var body = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel));
        await using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress, leaveOpen: true),
            "gzip" => new GZipStream(body, CompressionMode.Decompress, leaveOpen: true),
            _ => body,
        };
        return await new StreamReader(plain, Encoding.UTF8).ReadToEndAsync(Cancel);
    }

    private int Count(string from)
    {
        lock (counts) return counts.GetValueOrDefault(from);
    }

    private Task<HttpResponseMessage> AskAsync(string path, string? accepted, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null) request.Headers.Add("Accept-Encoding", accepted);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return client.SendAsync(request, Cancel);
    }
}
