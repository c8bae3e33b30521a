using System.Net;
using System.Net.Sockets;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests.Capture;

/// <summary>
/// Fifty opinions while everything fails: no network, reloads, sign-ins that expire, a server that is killed, replies that are lost, in an order of chance with a
/// fixed seed. All are stored, none twice, in the order of writing, letter by letter.
/// </summary>
public sealed class StormTests(Browser browser, TestDatabases databases) : IClassFixture<TestDatabases>, IAsyncLifetime
{
    /// <summary>Each of them as often as it is dealt here, in an order of chance: one for every second opinion, for fifty of one tab alone and for half as many of two.</summary>
    private static Trouble[] Deck =>
    [
        .. Enumerable.Repeat(Trouble.Offline, 5), .. Enumerable.Repeat(Trouble.Online, 5), .. Enumerable.Repeat(Trouble.SignedOut, 4),
        .. Enumerable.Repeat(Trouble.Killed, 3), .. Enumerable.Repeat(Trouble.LostReplies, 6), .. Enumerable.Repeat(Trouble.Reload, 2),
    ];

    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");
    private PortalProcess server = null!;
    private Task starting = Task.CompletedTask;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await databases.AddSecretaryAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await starting;
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("one", 1, 1)]
    [InlineData("tabs", 2, 1)]
    [InlineData("people", 1, 2)]
    public async Task Opinions_ThroughEverything_AreStoredOnceInOrder(string name, int tabs, int people)
    {
        var chance = new Random(20211203);
        var desk = await databases.AddressAsync(people + (tabs * 2));
        var pages = new List<IPage>();
        string[] users = ["thu-ky", Desk.SecondSecretary];
        foreach (var user in users.Take(people))
        {
            var page = await browser.OpenAsync(address);
            await page.SignInAsync(user);
            for (var i = 0; i < tabs; i++)
            {
                if (i > 0) page = await page.Context.NewPageAsync();
                await page.OpenDeskAsync(desk);
                pages.Add(page);
            }
        }

        var written = pages.Select(page => page.Context).Distinct().ToDictionary(context => context, _ => new List<string>());
        var deck = Deck.Where((_, i) => i % pages.Count == 0).ToArray();
        chance.Shuffle(deck);
        var (troubles, opinions) = (new Queue<Trouble>(deck), deck.Length * 2);
        for (var n = 1; n <= opinions; n++)
        {
            var turn = (n - 1) % pages.Count;
            var (page, user) = (pages[turn], users[turn / tabs]);
            var trouble = n % 2 == 0 ? troubles.Dequeue() : Trouble.None;
            var text = $"{name} {n}: Đề nghị làm rõ nguồn vốn, “{chance.Next():x}”.\nNguyễn, đỗ, thuỷ & <b>{n}</b> ừ ẫ ợ";
            await page.BringToFrontAsync();
            await page.WriteAsync(text);
            switch (trouble)
            {
                case Trouble.Offline:
                    await page.Context.SetOfflineAsync(true);
                    break;
                case Trouble.Reload:
                    // The unfinished text is kept within two seconds; then the page goes away under the hand.
                    await CalmAsync(pages, users, tabs);
                    await page.WaitForTimeoutAsync(600);
                    await page.ReloadAsync();
                    await page.WaitForSelectorAsync("[data-ready]", new() { State = WaitForSelectorState.Attached });
                    await Expect(page.Words()).ToHaveValueAsync(text);
                    break;
                case Trouble.SignedOut:
                    await page.Context.ClearCookiesAsync(new() { Name = "ho-so" });
                    break;
                case Trouble.Killed:
                    await starting;
                    await server.KillAsync();
                    starting = StartAsync();
                    break;
                case Trouble.LostReplies:
                    await page.RouteAsync("**/y-kien*", LoseReplyAsync, new() { Times = 3 });
                    break;
                case Trouble.Online:
                    await page.Context.SetOfflineAsync(false);
                    break;
            }
            await page.Words().FocusAsync();
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.Words()).ToHaveValueAsync("");
            written[page.Context].Add(text);
        }

        await CalmAsync(pages, users, tabs);
        foreach (var page in pages) await page.SavedAsync();
        await using var records = databases.NewRecords();
        var stored = await records.Opinions.Where(o => o.Text.StartsWith(name + " ")).OrderBy(o => o.Number).Select(o => o.Text).ToListAsync(Cancel);
        Assert.Equal(opinions, stored.Count);
        foreach (var person in written.Values) Assert.Equal(person, stored.Where(person.Contains));
        foreach (var context in written.Keys) await context.CloseAsync();
    }

    private enum Trouble
    {
        None,
        Offline,
        Online,
        SignedOut,
        Killed,
        LostReplies,
        Reload,
    }

    /// <summary>The server stores, and its reply never arrives.</summary>
    private static async Task LoseReplyAsync(IRoute route)
    {
        if (route.Request.Method != "POST")
        {
            await route.ContinueAsync();
            return;
        }
        try
        {
            await route.FetchAsync();
        }
        catch (PlaywrightException)
        {
            // The server was killed meanwhile: the request is lost too.
        }
        await route.AbortAsync();
    }

    /// <summary>The network is back, the server runs, everybody is signed in.</summary>
    private async Task CalmAsync(List<IPage> pages, string[] users, int tabs)
    {
        await starting;
        foreach (var (index, page) in pages.Index())
        {
            await page.Context.SetOfflineAsync(false);
            await page.BringToFrontAsync();
            await Expect(page.Status()).Not.ToContainTextAsync("Mất kết nối", new() { Timeout = 30_000 });
            var again = page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập lại" });
            var cookies = await page.Context.CookiesAsync();
            if (cookies.Any(cookie => cookie.Name == "ho-so")) continue;
            await Expect(again).ToBeVisibleAsync();
            await page.SignInAgainAsync(users[index / tabs]);
            await Expect(again).ToBeHiddenAsync();
        }
    }

    private async Task StartAsync()
    {
        server = PortalProcess.Start(databases, address);
        await server.AddressAsync(TimeSpan.FromSeconds(30));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
