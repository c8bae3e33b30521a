using ConferenceRecords.Data.Seeding;
using ConferenceRecords.TestSupport;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
[assembly: AssemblyFixture(typeof(ConferenceRecords.Browser.Tests.Browser))]

namespace ConferenceRecords.Browser.Tests;

/// <summary>The browser of the machine, one for all tests; each test opens windows of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var program = await ChromiumBrowser.FindOrInstallAsync(Console.WriteLine, TestContext.Current.CancellationToken);
        playwright = await Playwright.CreateAsync();
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Switches });
    }

    /// <summary>A new window with an empty store of cookies.</summary>
    public Task<IPage> OpenAsync(Portal portal, int width = 1366, int height = 768, bool hasScript = true, ColorScheme scheme = ColorScheme.Light)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return OpenAsync(portal.Address, width, height, hasScript, scheme);
    }

    /// <inheritdoc cref="OpenAsync(Portal, int, int, bool, ColorScheme)"/>
    public async Task<IPage> OpenAsync(Uri address, int width = 1366, int height = 768, bool hasScript = true, ColorScheme scheme = ColorScheme.Light)
    {
        ArgumentNullException.ThrowIfNull(address);
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = hasScript,
            ColorScheme = scheme,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>What every journey does.</summary>
internal static class Steps
{
    /// <summary>Signs a demonstration person in on the sign-in page.</summary>
    public static async Task SignInAsync(this IPage page, string userName)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(Seed.DemonstrationPassword);
        await page.PressAsync("Đăng nhập");
        await Assertions.Expect(page.GetByText("Đang xem với vai trò:")).ToBeVisibleAsync();
    }

    /// <summary>Presses the button in the page itself with exactly this text.</summary>
    public static Task PressAsync(this IPage page, string text) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).ClickAsync();

    /// <summary>Follows the link in the page itself with exactly this text.</summary>
    public static Task FollowAsync(this IPage page, string text) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = text, Exact = true }).First.ClickAsync();
}
