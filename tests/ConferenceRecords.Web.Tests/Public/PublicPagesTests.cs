using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;
using static ConferenceRecords.Web.Tests.Public.PublicEditions;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class PublicPagesTests(Portal portal) : IClassFixture<Portal>, IDisposable
{
    private readonly Visitor visitor = portal.Visit();

    public static TheoryData<string> Pages =>
    [
        "/", "/hoi-nghi", $"/hoi-nghi/{Slug}", "/ket-luan", $"/ket-luan/{Slug}", $"/ket-luan/{Slug}/ban/1", "/chi-tieu", $"/chi-tieu/{Slug}",
        "/ve-trang-nay", "/du-lieu-mo", "/ho-tro-tiep-can", "/tim-kiem", "/tim-kiem?q=khong", "/en", $"/en/ket-luan/{Slug}",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfThePublic_OpensWithoutACookie(string path)
    {
        var answer = await visitor.OpenAsync(path);
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(answer.Document.QuerySelectorAll("input[name=__RequestVerificationToken], [style], script:not([src], [type='application/ld+json'])"));
        Assert.Single(answer.Document.QuerySelectorAll("h1"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ForSomebodySignedIn_RenewsNoCookie(string path)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var answer = await secretary.OpenAsync(path);
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/hoi-nghi/khong-co")]
    [InlineData("/ket-luan/khong-co")]
    [InlineData("/chi-tieu/khong-co")]
    [InlineData($"/ket-luan/{Slug}/ban/2")]
    [InlineData($"/ket-luan/{Slug}/ban/0")]
    [InlineData("/ket-luan?sau=khong-co")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/en/khong-co-trang-nay")]
    public async Task Address_OfNothing_Answers404WithASearchAndTheWayHome(string path)
    {
        var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
        Assert.NotNull(answer.Document.QuerySelector("main form[role=search] input[name=q]"));
        Assert.NotNull(answer.Document.QuerySelector("main a.button"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hoi-nghi")]
    [InlineData($"/hoi-nghi/{Slug}")]
    [InlineData($"/ket-luan/{Slug}")]
    [InlineData($"/chi-tieu/{Slug}")]
    public async Task Page_ThatTheReaderHas_Answers304AndNothingMore(string path)
    {
        var first = await visitor.OpenAsync(path);
        Assert.NotNull(first.Response.Content.Headers.LastModified);

        var again = await AskAsync(path, first.Response.Headers.ETag!.ToString());
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.Status, again.Text));

        // Another language is another page; another tag is another edition.
        Assert.NotEqual(first.Response.Headers.ETag, (await visitor.OpenAsync("/en" + path)).Response.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(path, "W/\"other\"")).Status);
    }

    [Fact]
    public async Task Session_OfConference12_ShowsItsGroupsAndWhatIsIllustrative()
    {
        var page = (await visitor.OpenAsync($"/hoi-nghi/{Slug}")).Document;
        Assert.Equal(["14", "5", "2"], page.QuerySelectorAll(".segments svg text").Select(t => t.TextContent));
        Assert.Equal(["66.67%", "23.81%", "9.52%"], page.QuerySelectorAll(".segments rect").Select(r => r.GetAttribute("width")));
        Assert.Equal(Enumerable.Range(1, 21).Select(n => $"noi-dung-{n}"), page.QuerySelectorAll("li[id^=noi-dung-]").Select(li => li.Id));
        Assert.Equal(18, page.QuerySelectorAll("li[id^=noi-dung-] .tag-sample").Length);
        Assert.All([15, 20, 21], n => Assert.Null(page.QuerySelector($"#noi-dung-{n} .tag-sample")));
        Assert.Empty(page.QuerySelectorAll(".notice.warning"));
    }

    [Fact]
    public async Task Conclusion_OfConference12_LinksEachDirectiveToItsParagraph()
    {
        var answer = await visitor.OpenAsync($"/ket-luan/{Slug}");
        var page = answer.Document;
        Assert.Contains("Số, ký hiệu nguồn không ghi", answer.Words, StringComparison.Ordinal);
        Assert.Equal(14, page.QuerySelectorAll("li[id^=chi-dao-]").Length);
        Assert.All(page.QuerySelectorAll("li[id^=chi-dao-] a:not(.paragraph-link)"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("#doan-6", page.QuerySelector("#chi-dao-1 a:not(.paragraph-link)")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("meta[property='og:title'][content*='Hội nghị lần thứ 12']"));
        Assert.Equal($"{portal.Address}ket-luan/{Slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Indicators_OfConference12_KeepQualifierAndBaseBesideEachBar()
    {
        var page = (await visitor.OpenAsync($"/chi-tieu/{Slug}")).Document;
        Assert.Equal(["6,56%", "tăng 7,7%", "tăng gần 18%", "vượt gần 7,4%"], page.QuerySelectorAll(".bars strong").Select(s => s.TextContent));
        Assert.Equal("so với dự toán", page.QuerySelectorAll(".bars li")[3].QuerySelector(".hint")!.TextContent);
        Assert.Contains("95,1", page.QuerySelector(".number-card .number")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 5).Select(n => $"chi-tieu-{n}"), page.QuerySelectorAll("tr[id]").Select(r => r.Id));
    }

    [Fact]
    public async Task Home_WithConference12_OffersSearchConclusionSessionAndFigures()
    {
        var page = (await visitor.OpenAsync("/")).Document;
        Assert.NotNull(page.QuerySelector("main form[role=search]"));
        Assert.All([$"/ket-luan/{Slug}", $"/hoi-nghi/{Slug}", $"/chi-tieu/{Slug}"], href => Assert.NotNull(page.QuerySelector($"main a[href='{href}']")));
    }

    public void Dispose() => visitor.Dispose();

    private Task<Answer> AskAsync(string path, string tag) =>
        visitor.SendAsync(new(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "If-None-Match", tag } } });
}
