using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using ConferenceRecords.TestSupport;
using Xunit;
using static ConferenceRecords.Web.Tests.OpenData.OpenPublication;

namespace ConferenceRecords.Web.Tests.OpenData;

/// <summary>One address in every format, and what of it travels: by header and by suffix, unchanged, withdrawn and gone.</summary>
public sealed class RepresentationTests(OpenPortal open) : IClassFixture<OpenPortal>, IDisposable
{
    private const string Conclusion = $"/ket-luan/{Slug}", Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly Visitor visitor = open.Portal.Visit();

    public static TheoryData<string> Pages =>
        [$"/hoi-nghi/{Slug}", Conclusion, $"{Conclusion}/ban/1", $"/chi-tieu/{Slug}", $"/tai-lieu/{Slug}", $"/tai-lieu/{Slug}/1", $"/tai-lieu/{Slug}/ban/2/1", $"/tong-hop-y-kien/{Slug}"];

    [Theory]
    [InlineData(null, "text/html")]
    [InlineData(Browser, "text/html")]
    [InlineData("*/*", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html;q=0.5, application/json;q=0.4, application/ld+json", "application/ld+json")]
    [InlineData("text/*;q=0.3, text/html;q=0, text/plain", "text/plain")]
    [InlineData("application/*, application/json;q=0.1", "application/ld+json")]
    [InlineData("application/xml", "application/akn+xml")]
    [InlineData("image/png, */*;q=0.1", "text/html")]
    [InlineData("image/png", null)]
    [InlineData("text/html;q=0", null)]
    public async Task Conclusion_ByAccept_AnswersInTheFormatThatIsWishedMost(string? accept, string? mediaType)
    {
        var answer = await AskAsync(Conclusion, ("Accept", accept));
        Assert.Equal(mediaType is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, answer.Status);
        if (mediaType is null) return;
        Assert.Equal(mediaType, answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Response.Headers.Vary);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InEveryFormat_IsLinkedCarriesATagAndAnswers304(string path)
    {
        var page = await visitor.OpenAsync(path);
        var links = page.Document.QuerySelectorAll("head link[rel=alternate][type]:not([type='application/atom+xml'])").ToDictionary(l => l.GetAttribute("type")!, l => l.GetAttribute("href")!);
        Assert.Equal([path + ".json", path + ".jsonld", path + ".txt", path + ".akn.xml"], links.Values);
        foreach (var (type, address) in links)
        {
            var answer = await visitor.OpenAsync(address);
            Assert.Equal(type, answer.Response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(answer.Text, (await AskAsync(path, ("Accept", type))).Text);
            Assert.Contains($"<{visitor.Address.AbsoluteUri.TrimEnd('/')}{path}>; rel=\"canonical\"", string.Join(',', answer.Response.Headers.GetValues("Link")), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(address, ("If-None-Match", answer.Response.Headers.ETag!.ToString()))).Status);
            if (type.EndsWith("json", StringComparison.Ordinal)) JsonDocument.Parse(answer.Text).Dispose();
            if (type.EndsWith("xml", StringComparison.Ordinal))
            {
                // Every numbered part is at the anchor of the page.
                var parts = XDocument.Parse(answer.Text).Descendants().Where(e => e.Name.LocalName == "paragraph").Select(e => (string)e.Attribute("eId")!).ToList();
                Assert.NotEmpty(parts);
                if (!path.EndsWith($"/tai-lieu/{Slug}", StringComparison.Ordinal)) Assert.All(parts, id => Assert.NotNull(page.Document.GetElementById(id)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ThatTravels_SaysWhatItIsWithoutScriptOrStranger(string path)
    {
        var page = (await visitor.OpenAsync(path)).Document;
        var root = visitor.Address.AbsoluteUri.TrimEnd('/');
        Assert.Equal(root + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal([("vi", root + path), ("en", $"{root}/en{path}"), ("x-default", root + path)], page.QuerySelectorAll("head link[hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!)));
        Assert.All(["og:title", "og:description", "og:type", "og:url", "og:locale", "og:site_name", "og:image"], name => Assert.NotEmpty(page.QuerySelector($"meta[property='{name}']")!.GetAttribute("content")!));
        using var data = JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("script:not([src])")).TextContent);
        Assert.Equal("BreadcrumbList", data.RootElement.GetProperty("@graph")[1].GetProperty("@type").GetString());
        Assert.NotNull(page.QuerySelector("svg[role=img][viewBox] path"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).AbsolutePath)).Status);
    }

    [Fact]
    public async Task Bundle_OfAnEdition_HasTheHashThatItsPageNames()
    {
        var page = (await visitor.OpenAsync($"{Conclusion}/ban/1")).Document;
        using var client = new HttpClient { BaseAddress = visitor.Address };
        var bytes = await client.GetByteArrayAsync(new Uri(page.QuerySelector("a[href$='/goi.json']")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(page.QuerySelector("#thong-tin-van-ban code")!.TextContent, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory]
    [InlineData($"/ket-luan/{WithdrawnSlug}.json", "application/problem+json")]
    [InlineData($"/hoi-nghi/{WithdrawnSlug}.jsonld", "application/ld+json")]
    [InlineData($"/chi-tieu/{WithdrawnSlug}.txt", "text/plain")]
    [InlineData($"/ket-luan/{WithdrawnSlug}/ban/1.akn.xml", "application/problem+xml")]
    [InlineData($"/tai-lieu/{Slug}/ban/1/2.json", "application/problem+json")]
    public async Task Withdrawn_InAnyFormat_Answers410WithTheReasonAndNothingOfTheText(string path, string mediaType)
    {
        var answer = await visitor.GetAsync(path);
        Assert.Equal((HttpStatusCode.Gone, mediaType), (answer.Status, answer.Response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(Reason, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/chi-tieu/{WithdrawnSlug}.csv")]
    [InlineData($"/hoi-nghi/{WithdrawnSlug}.ics")]
    [InlineData($"/ket-luan/{WithdrawnSlug}/ban/1/goi.json")]
    [InlineData($"/tai-lieu/{Slug}/ban/1/goi.json")]
    public async Task File_OfSomethingWithdrawn_IsGone(string path) => Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(path)).Status);

    [Fact]
    public async Task Feed_KeepsTheEntryOfWhatWasWithdrawnWithoutItsText()
    {
        var feed = await visitor.OpenAsync("/tin.atom");
        var entries = XDocument.Parse(feed.Text).Root!.Elements().Where(e => e.Name.LocalName == "entry").ToList();
        Assert.Equal(7, entries.Count);
        Assert.Equal(2, entries.Count(e => e.Value.Contains(Reason, StringComparison.Ordinal)));
        Assert.DoesNotContain(Secret, feed.Text, StringComparison.Ordinal);
        Assert.Equal(2, XDocument.Parse((await visitor.OpenAsync("/tai-lieu.atom")).Text).Root!.Elements().Count(e => e.Name.LocalName == "entry"));
        Assert.Equal(6, XDocument.Parse((await visitor.OpenAsync($"/hoi-nghi/{Slug}.atom")).Text).Root!.Elements().Count(e => e.Name.LocalName == "entry"));
    }

    [Fact]
    public async Task SiteMap_ListsWhatOpens_AndNothingWithdrawn()
    {
        var addresses = XDocument.Parse((await visitor.OpenAsync("/sitemap.xml")).Text).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).ToList();
        Assert.Contains(Conclusion, addresses);
        Assert.DoesNotContain(addresses, a => a.Contains(WithdrawnSlug, StringComparison.Ordinal));
        foreach (var address in addresses.Where(a => !a.StartsWith("/thuc-hien", StringComparison.Ordinal))) await visitor.OpenAsync(address);
        Assert.Contains($"Sitemap: {visitor.Address}sitemap.xml", (await visitor.OpenAsync("/robots.txt")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_HasTheHalfDaysOfTheSession() =>
        Assert.Equal(2, (await visitor.OpenAsync("/lich.ics")).Text.Split("BEGIN:VEVENT").Length - 1);

    public void Dispose() => visitor.Dispose();

    private async Task<Answer> AskAsync(string path, (string Name, string? Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (header.Value is not null) request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await visitor.SendAsync(request);
    }
}

/// <summary>A portal that was told its address, its contact and the terms of its data.</summary>
public sealed class PortalAddressTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly Portal portal = new(postgres)
    {
        Settings = ["--Portal:Surfaces=Public", "--Portal:Address=https://hoso.example.vn/", "--Portal:Contact=van-phong@example.vn", "--Portal:Licence=Ghi rõ nguồn (minh họa)."],
    };

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    [Fact]
    public async Task Links_ThatTravel_BeginWithTheAddressOfTheOperator()
    {
        using var visitor = portal.Visit();
        var page = (await visitor.OpenAsync($"/en/ket-luan/{Slug}")).Document;
        Assert.Equal($"https://hoso.example.vn/en/ket-luan/{Slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("https://hoso.example.vn/img/share.png", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Contains("van-phong@example.vn", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ghi rõ nguồn (minh họa).", (await visitor.OpenAsync("/du-lieu-mo")).Words, StringComparison.Ordinal);
        Assert.Contains("van-phong@example.vn", (await visitor.GetAsync("/khong-co")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", (await visitor.OpenAsync("/tin.atom")).Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();
}
