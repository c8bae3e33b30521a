using System.Diagnostics;
using System.Globalization;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests.Capture;

/// <summary>What the browser keeps, for whom, and what it says.</summary>
public sealed class OutboxTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offline_OpinionsAreKeptEncrypted_SurviveTheClosedPage_AndAreSentInOrder()
    {
        var page = await OpenAsync("thu-ky");
        await page.Context.SetOfflineAsync(true);
        for (var n = 1; n <= 3; n++) await page.RecordAsync($"Mất mạng {n}.");
        await Expect(page.Status()).ToHaveTextAsync("Mất kết nối - vẫn ghi được, chờ gửi 3");
        await Expect(page.Locator("[data-recorded] .opinion").First).ToContainTextAsync("chờ gửi");
        await page.WriteAsync("Viết dở khi trang đóng.");
        await page.WaitForTimeoutAsync(1500);
        var kept = await page.StorageAsync();
        Assert.Contains("entries", kept, StringComparison.Ordinal);
        Assert.Contains("extractable: false", kept, StringComparison.Ordinal);
        foreach (var secret in (string[])["ng 1.", "Viết dở", "Nguyễn", "DelegateId"]) Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);

        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        page = await context.NewPageAsync();
        await page.OpenDeskAsync(await portal.Databases.AddressAsync());
        await page.SavedAsync();
        await Expect(page.Words()).ToHaveValueAsync("Viết dở khi trang đóng.");
        await using var records = portal.Databases.NewRecords();
        var stored = await records.Opinions.Where(o => o.Text.StartsWith("Mất mạng ")).OrderBy(o => o.Number).Select(o => new { o.Text, o.SpokenAt, o.RecordedAt }).ToListAsync(Cancel);
        Assert.Equal(["Mất mạng 1.", "Mất mạng 2.", "Mất mạng 3."], stored.Select(o => o.Text));
        Assert.All(stored, o => Assert.True(o.SpokenAt < o.RecordedAt));
        await context.CloseAsync();
    }

    [Fact]
    public async Task Opinion_OnItsWayIntoTheOutbox_IsNotCalledSaved()
    {
        var page = await OpenAsync("thu-ky");
        await page.EvaluateAsync(
            """
            () => {
              const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
              crypto.subtle.encrypt = async (...values) => {
                await new Promise(resolve => setTimeout(resolve, 1500));
                return encrypt(...values);
              };
            }
            """);
        await page.RecordAsync("Máy chậm.");
        Assert.DoesNotContain("Đã lưu", await page.Status().InnerTextAsync(), StringComparison.Ordinal);
        await Expect(page.Locator("[data-recorded] .opinion").First).ToContainTextAsync("Máy chậm.", new() { Timeout = 1000 });
        await page.SavedAsync();
        await using var records = portal.Databases.NewRecords();
        Assert.Equal(1, await records.Opinions.CountAsync(o => o.Text == "Máy chậm.", Cancel));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Expired_SignIn_IsRenewedInPlace_AndAnotherPersonNeitherSeesNorSendsWhatWaits()
    {
        await portal.Databases.AddSecretaryAsync();
        var page = await OpenAsync("thu-ky");
        await page.Context.ClearCookiesAsync(new() { Name = "ho-so" });
        await page.RecordAsync("Ghi khi phiên đã hết.");
        await Expect(page.Status()).ToHaveTextAsync("Phiên đăng nhập đã hết - đăng nhập lại");
        await page.SignInAgainAsync(Desk.SecondSecretary);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Đó là tài khoản khác");

        var second = await page.Context.NewPageAsync();
        await second.OpenDeskAsync(await portal.Databases.AddressAsync());
        await Expect(second.Status()).ToContainTextAsync("Đã lưu");
        await Expect(second.Locator("[data-recorded]")).Not.ToContainTextAsync("Ghi khi phiên đã hết.");
        await second.WaitForTimeoutAsync(2000);
        await using var records = portal.Databases.NewRecords();
        Assert.Equal(0, await records.Opinions.CountAsync(o => o.Text == "Ghi khi phiên đã hết.", Cancel));

        // The second person signs out: nothing of the first is lost.
        await second.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await second.WaitForURLAsync("**/dang-nhap");
        Assert.Contains("entries", await second.StorageAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Để sau" }).ClickAsync();
        await page.SignInAgainAsync("thu-ky");
        await page.SavedAsync();
        var stored = await records.Opinions.SingleAsync(o => o.Text == "Ghi khi phiên đã hết.", Cancel);
        Assert.Equal(await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(Cancel), stored.RecordedById);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Tabs_KeepTheirOwnUnfinishedText_AndShowWhatTheOtherSaved()
    {
        var first = await OpenAsync("thu-ky");
        var second = await first.Context.NewPageAsync();
        await second.OpenDeskAsync(await portal.Databases.AddressAsync(2));
        await first.WriteAsync("Dở ở thẻ một.");
        await second.WriteAsync("Dở ở thẻ hai.");
        await first.WaitForTimeoutAsync(1500);
        foreach (var (tab, text) in new[] { (first, "Dở ở thẻ một."), (second, "Dở ở thẻ hai.") })
        {
            await tab.ReloadAsync();
            await tab.WaitForSelectorAsync("[data-ready]", new() { State = WaitForSelectorState.Attached });
            await Expect(tab.Words()).ToHaveValueAsync(text);
        }
        await first.Words().PressAsync("Control+Enter");
        await Expect(second.Locator("[data-recorded] .opinion").First).ToContainTextAsync("Dở ở thẻ một.");
        await Expect(second.Words()).ToHaveValueAsync("Dở ở thẻ hai.");
        await first.Context.CloseAsync();
    }

    [Fact]
    public async Task Desk_WithListDialogsAndProblemsOpen_IsAccessible()
    {
        var page = await OpenAsync("thu-ky");
        async Task CheckAsync(string what) => Assert.Empty(string.Join('\n', await page.ViolationsAsync(what)));
        await page.Speaker().FillAsync("nguyen");
        await CheckAsync("list");
        await page.Keyboard.PressAsync("Control+Enter");
        await CheckAsync("errors");
        await page.RecordAsync("MẬT\nCó dấu.");
        await Expect(page.Locator("[data-recorded] .opinion").First).ToContainTextAsync("dấu chỉ độ mật");
        await CheckAsync("refused");
        await page.Keyboard.PressAsync("F2");
        await CheckAsync("phrases");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phím tắt" }).ClickAsync();
        await CheckAsync("keys");
        await page.Keyboard.PressAsync("Escape");
        await page.Context.ClearCookiesAsync(new() { Name = "ho-so" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập lại" }).ClickAsync();
        await CheckAsync("sign-in");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SignOut_WithUnsentOpinions_WarnsFirst_ThenWipes()
    {
        var page = await OpenAsync("thu-ky");
        await page.RouteAsync("**/y-kien*", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.RecordAsync("Chưa gửi 1.");
        await page.RecordAsync("Chưa gửi 2.");
        await Expect(page.Locator("[data-recorded] .opinion").First).ToContainTextAsync("Chưa gửi 2.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Còn 2 ý kiến chưa gửi");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.WaitForURLAsync("**/dang-nhap");
        Assert.Equal("", await page.StorageAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SignOut_WithoutNetwork_StaysOnThePage_AndLosesNothing()
    {
        var page = await OpenAsync("thu-ky");
        await page.Context.SetOfflineAsync(true);
        await page.RecordAsync("Chưa gửi, không có mạng.");
        await Expect(page.Status()).ToContainTextAsync("chờ gửi 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.RecordAsync("Vẫn ghi tiếp.");
        await Expect(page.Status()).ToContainTextAsync("chờ gửi 2");
        await page.Context.SetOfflineAsync(false);
        await page.SavedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Refused_Opinion_WaitsForItsCorrection_AndDoesNotHoldUpTheNext()
    {
        var page = await OpenAsync("thu-ky");
        await page.RecordAsync("MẬT\nCó dấu mật.");
        await page.RecordAsync("Ý kiến sau đó.");
        var refused = page.Locator("[data-recorded] .opinion").Filter(new() { HasText = "chưa lưu được" });
        await Expect(refused).ToContainTextAsync("dấu chỉ độ mật");
        await page.SavedAsync();
        await page.Words().FillAsync("Đang viết.");
        await refused.GetByRole(AriaRole.Button, new() { Name = "Sửa" }).ClickAsync();
        await Expect(page.Words()).ToHaveValueAsync("MẬT\nCó dấu mật.");
        await Expect(page.Locator("[data-recorded]")).ToContainTextAsync("Đang viết.");
        await page.Words().FillAsync("Đã sửa, không còn dấu.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-recorded] .opinion").First).ToContainTextAsync("YK-12/XX-01-");
        await using var records = portal.Databases.NewRecords();
        Assert.Equal(2, await records.Opinions.CountAsync(o => o.Text == "Đã sửa, không còn dấu." || o.Text == "Ý kiến sau đó.", Cancel));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SharedMachine_KeepsNothing_SaysSo_AndAsksBeforeThePageIsLeft()
    {
        var page = await OpenAsync("quan-tri", desk: false);
        await page.GotoAsync("/quan-tri/may-nay");
        await page.PressAsync("Đánh dấu máy dùng chung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.WaitForURLAsync("**/dang-nhap");
        await page.SignInAsync("thu-ky");
        await page.OpenDeskAsync(await portal.Databases.AddressAsync());
        await Expect(page.Locator("[data-memory]")).ToContainTextAsync("Máy dùng chung");
        await page.Context.SetOfflineAsync(true);
        await page.RecordAsync("Chỉ trong trang.");
        await Expect(page.Status()).ToContainTextAsync("chờ gửi 1");
        Assert.Equal("", await page.StorageAsync());
        var asked = false;
        page.Dialog += (_, dialog) =>
        {
            asked = dialog.Type == DialogType.BeforeUnload;
            _ = dialog.DismissAsync();
        };
        await page.CloseAsync(new() { RunBeforeUnload = true });
        for (var i = 0; i < 50 && !asked; i++) await Task.Delay(100, Cancel);
        Assert.True(asked);
        await page.Context.SetOfflineAsync(false);
        await page.SavedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rows_OfASecondPerson_AppearWithinTwoSecondsBehindALine_AndMoveNothing()
    {
        await portal.Databases.AddSecretaryAsync();
        var (mine, theirs) = (await OpenAsync("thu-ky"), await OpenAsync(Desk.SecondSecretary));
        await mine.SetViewportSizeAsync(1366, 500);
        await mine.WriteAsync("Đang gõ dở");
        await mine.EvaluateAsync("scrollTo(0, 120)");
        var line = mine.GetByRole(AriaRole.Button, new() { Name = "2 ý kiến mới - Hiển thị" });
        const string Place = "() => `${scrollY} ${document.activeElement.id} ${document.activeElement.selectionStart} ${document.querySelector('[data-recorded]').getBoundingClientRect().height} ${document.querySelector('#Input_Text').getBoundingClientRect().top}`";
        var before = await mine.EvaluateAsync<string>(Place);
        await theirs.RecordAsync("Của người thứ hai, một.");
        await theirs.RecordAsync("Của người thứ hai, hai.");
        await theirs.SavedAsync();
        await Expect(theirs.Locator("[data-recorded]")).Not.ToContainTextAsync("chờ gửi");
        // The promise is two seconds; a busy machine gets more before this fails.
        var waited = Stopwatch.StartNew();
        await Expect(line).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows of a second person after {waited.Elapsed.TotalSeconds:0.0} s"));
        Assert.Equal(before, await mine.EvaluateAsync<string>(Place));
        await mine.Keyboard.TypeAsync(" tiếp");
        await Expect(mine.Words()).ToHaveValueAsync("Đang gõ dở tiếp");
        await line.ClickAsync();
        await Expect(mine.Locator("[data-recorded] .opinion").First).ToContainTextAsync("Của người thứ hai, hai.");
        await Expect(line).ToBeHiddenAsync();
        await mine.Context.CloseAsync();
        await theirs.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string person, bool desk = true)
    {
        var page = await browser.OpenAsync(portal);
        await page.SignInAsync(person);
        if (desk) await page.OpenDeskAsync(await portal.Databases.AddressAsync());
        return page;
    }
}
