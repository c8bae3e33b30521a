using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using ConferenceRecords.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace ConferenceRecords.Web.Tests.Language;

/// <summary>The English interface below <c>/en</c>: complete, without leftovers, and reached without a cookie.</summary>
public sealed partial class EnglishTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly IReadOnlySet<string> Keys = InterfaceKeys.Read();

    [Fact]
    public void Keys_OfTheSources_HaveEnglish()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var text = portal.Services.GetRequiredService<IStringLocalizer<SharedText>>();
        Assert.True(Keys.Count > 900, $"Only {Keys.Count} keys were read");
        Assert.Empty(string.Join('\n', Keys.Where(key => text[key].ResourceNotFound)));
    }

    [Fact]
    public void Texts_ThatDifferInCaseOnly_KeepTheirCase()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var text = portal.Services.GetRequiredService<IStringLocalizer<SharedText>>();
        Assert.Equal(["Paragraph 3", "paragraph 3"], [text["Đoạn {0}", 3].Value, text["đoạn {0}", 3].Value]);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        Assert.Equal(["Đoạn 3", "đoạn 3"], [text["Đoạn {0}", 3].Value, text["đoạn {0}", 3].Value]);
    }

    [Fact]
    public void Entries_OfTheResource_AreAllInTheSources() =>
        Assert.Empty(string.Join('\n', Entries().Select(entry => entry.Key).Except(Keys)));

    [Fact]
    public void Entries_OfTheResource_AreSortedAndTranslated()
    {
        var keys = Entries().Select(entry => entry.Key).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.DoesNotContain(Entries(), entry => string.IsNullOrWhiteSpace(entry.English) || entry.English == entry.Key);
    }

    [Fact]
    public void Placeholders_AreTheSameInBothLanguages() =>
        Assert.Empty(Entries().Where(entry => !Placeholders(entry.Key).SetEquals(Placeholders(entry.English))).Select(entry => entry.Key));

    [Fact]
    public async Task Home_BelowEn_IsEnglishAndKeepsTheLanguage_WithoutACookie()
    {
        using var visitor = portal.Visit();
        var page = await visitor.OpenAsync("/en");
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Home", "Conferences", "Conclusions", "Indicators", "Search"], page.Document.QuerySelectorAll("nav[aria-label='Main navigation'] a").Select(a => a.TextContent.Trim()));
        Assert.All(page.Document.QuerySelectorAll("a[href]:not([hreflang]), form[action]"), element => Assert.Matches("^(/en(/|$)|#)", element.GetAttribute("href") ?? element.GetAttribute("action")));
        Assert.Empty(VietnameseOutsideRecords(page));
        Assert.Empty(visitor.Cookies);
    }

    [Theory]
    [InlineData("/", "/en/")]
    [InlineData("/chi-tieu", "/en/chi-tieu")]
    [InlineData("/tim-kiem?q=s%E1%BB%91%20h%C3%B3a", "/en/tim-kiem?q=s%E1%BB%91%20h%C3%B3a")]
    public async Task Switch_LeadsToTheSamePageAndBack(string vietnamese, string english)
    {
        using var visitor = portal.Visit();
        var there = await visitor.OpenAsync(vietnamese);
        Assert.Equal("vi", there.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(english, there.Document.QuerySelector("a[hreflang=en]")!.GetAttribute("href"));
        var here = await visitor.OpenAsync(english);
        Assert.Equal("en", here.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(vietnamese, here.Document.QuerySelector("a[hreflang=vi]")!.GetAttribute("href"));
        Assert.Empty(visitor.Cookies);
    }

    [Fact]
    public async Task SignIn_BelowEn_LeadsToTheOfficeInEnglish_AndIsGoodInBothLanguages()
    {
        using var visitor = portal.Visit();
        var page = await visitor.OpenAsync("/en/dang-nhap");
        Assert.Equal("Sign in", page.Document.QuerySelector("h1")!.TextContent);

        var refused = await visitor.SubmitAsync(page.Form("Input.Password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["Enter the password", "Enter your user name"], refused.Errors.Order());

        var office = await visitor.SubmitAsync(refused.Form("Input.Password"), ("Input.UserName", "thu-ky"), ("Input.Password", Data.Seeding.Seed.DemonstrationPassword));
        Assert.Equal((HttpStatusCode.OK, "/en/van-phong"), (office.Status, office.Path));
        Assert.Equal("Dashboard", office.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("Bảng điều khiển", (await visitor.OpenAsync("/van-phong")).Document.QuerySelector("h1")!.TextContent);
    }

    /// <summary>Vietnamese pieces of text that are not marked as such.</summary>
    private static IEnumerable<string> VietnameseOutsideRecords(Answer page) =>
        page.Document.Body!.Descendants<IText>().Where(text => text.ParentElement!.Closest("[lang]")?.GetAttribute("lang") == "en" && VietnameseLetter().IsMatch(text.Data)).Select(text => text.Data.Trim());

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    private static IReadOnlyList<(string Key, string English)> Entries() =>
    [
        .. XDocument.Load(Path.Combine(Checkout.Folder, "src", "ConferenceRecords.Web", "Resources", "SharedText.en.resx")).Root!.Elements("data")
            .Select(data => (data.Attribute("name")!.Value, data.Element("value")!.Value)),
    ];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\u00C0-\u1EF9]")]
    private static partial Regex VietnameseLetter();
}
