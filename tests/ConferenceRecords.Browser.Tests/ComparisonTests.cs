using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests;

/// <summary>Two versions of a draft side by side, on a phone and by keyboard; axe sees them with changes, which the pages of the role matrix need not have.</summary>
public sealed class ComparisonTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("dai-bieu-1", "/dai-bieu/du-thao/{0}/so-sanh?tu=1&den=2&ca-van-ban=true")]
    [InlineData("thu-ky", "/van-phong/du-thao/{0}/so-sanh?tu=1&den=2")]
    [InlineData("thu-ky", "/van-phong/du-thao/{0}/gan-y-kien?ban=2")]
    public async Task Page_WithChanges_IsAccessibleAndFits(string user, string address)
    {
        var page = await OpenAsync(user, address);
        Assert.Empty(await page.ViolationsAsync(address));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await page.ViolationsAsync($"{address} in the dark", "color-contrast"));
        foreach (var width in new[] { 320, 390, 1366 })
        {
            await page.SetViewportSizeAsync(width, 768);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} at {width}");
        }
    }

    [Fact]
    public async Task Keyboard_GoesFromChangeToChange()
    {
        var page = await OpenAsync("dai-bieu-1", "/dai-bieu/du-thao/{0}/so-sanh?tu=1&den=2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thay đổi đầu tiên" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#thay-doi-1")).ToBeInViewportAsync();

        // From the change that the link led to, Tab goes on within it.
        await page.Locator("#thay-doi-1").GetByRole(AriaRole.Link, new() { Name = "Thay đổi sau" }).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#thay-doi-2$"));
        await Expect(page.Locator("#thay-doi-2")).ToBeInViewportAsync();
    }

    private async Task<IPage> OpenAsync(string user, string address)
    {
        await using var records = portal.Databases.NewRecords();
        var draft = await records.Drafts.Where(d => d.Versions.Count == 2).Select(d => d.Id).FirstAsync(TestContext.Current.CancellationToken);
        var page = await browser.OpenAsync(portal, 390, 844);
        await page.SignInAsync(user);
        await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, draft));
        return page;
    }
}
