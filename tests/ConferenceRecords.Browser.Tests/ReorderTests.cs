using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.TestSupport;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests;

/// <summary>The order of an agenda by finger on a phone, by buttons, by number and by keyboard alone; numbers that were sent out are asked about.</summary>
public sealed class ReorderTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    private const int Phone = 390;

    private static readonly string[] Titles = ["Một", "Hai", "Ba", "Bốn", "Năm"];

    [Fact]
    public async Task Finger_OnAPhone_DragsByTheHandle_AndTheOrderIsSavedAndUndone()
    {
        var page = await browser.OpenAsync(portal, Phone, 844);
        var session = await SessionAsync(page);
        await page.GotoAsync(session + "/sap-xep");
        await DragByFingerAsync(page, "Năm", "Hai");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Năm chuyển đến vị trí 2");
        await ShowsAsync(page, "Một", "Năm", "Hai", "Ba", "Bốn");
        await page.ReloadAsync();
        await ShowsAsync(page, "Một", "Năm", "Hai", "Ba", "Bốn");

        // A finger on the text scrolls the page: only the handle drags.
        await DragByFingerAsync(page, "Bốn", "Một", "strong");
        await ShowsAsync(page, "Một", "Năm", "Hai", "Ba", "Bốn");

        await DragByFingerAsync(page, "Năm", "Bốn");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Năm chuyển đến vị trí 5");
        await page.PressAsync("Hoàn tác");
        await Expect(page.GetByText("Đã trở lại thứ tự trước.")).ToBeVisibleAsync();
        await ShowsAsync(page, "Một", "Năm", "Hai", "Ba", "Bốn");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task SentNumbers_DraggedMovesAreGathered_AndListedBeforeTheyCount()
    {
        var page = await browser.OpenAsync(portal, Phone, 844);
        var session = await SessionAsync(page);
        await page.GotoAsync(session + "/chuong-trinh");
        await page.PressAsync("Duyệt chương trình");
        await page.GotoAsync(session + "/sap-xep");
        await DragByFingerAsync(page, "Năm", "Hai");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Năm chuyển đến vị trí 2. Chưa lưu.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lên: Năm" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Năm chuyển đến vị trí 1. Chưa lưu.");
        await page.PressAsync("Giữ thứ tự cũ");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã giữ thứ tự cũ.");
        await ShowsAsync(page, Titles);

        await page.GetByRole(AriaRole.Button, new() { Name = "Lên: Năm" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lên: Năm" }).ClickAsync();
        await page.Locator("[data-sortable] summary").First.ClickAsync();
        await IsAccessibleAsync(page);
        await page.PressAsync("Xem lại và đổi số");
        await IsAccessibleAsync(page);
        await Expect(page.Locator("[data-renumbering] strong")).ToHaveTextAsync(["5 → 3", "3 → 4", "4 → 5"]);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Số đã gửi trong chương trình bản A");
        await page.FollowAsync("Giữ nguyên");
        await ShowsAsync(page, Titles);

        await page.GetByRole(AriaRole.Button, new() { Name = "Lên: Năm" }).ClickAsync();
        await page.PressAsync("Xem lại và đổi số");
        await page.PressAsync("Đổi số thứ tự");
        await ShowsAsync(page, "Một", "Hai", "Ba", "Năm", "Bốn");
        await page.PressAsync("Hoàn tác");
        await Expect(page.GetByText("Đã trở lại thứ tự trước.")).ToBeVisibleAsync();
        await ShowsAsync(page, Titles);

        // A list of changes with everything on it that a page of one version never has.
        await page.GotoAsync("/van-phong/noi-dung/" + await page.Locator("[data-sortable] > li").First.GetAttributeAsync("data-id"));
        await page.PressAsync("Hoãn nội dung");
        await IsAccessibleAsync(page);
        await page.GotoAsync(session + "/chuong-trinh");
        await Expect(page.Locator("[data-changes] > li")).ToHaveCountAsync(1);
        await page.Locator("[data-changes] + details > summary").ClickAsync();
        await IsAccessibleAsync(page);
    }

    private static async Task IsAccessibleAsync(IPage page) => Assert.Empty(string.Join('\n', await page.ViolationsAsync(page.Url)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keyboard_Alone_MovesByButtonAndByNumber(bool hasScript)
    {
        var page = await browser.OpenAsync(portal, hasScript: hasScript);
        var session = await SessionAsync(page);
        await page.GotoAsync(session + "/sap-xep");
        await TabToAsync(page, "Xuống: Một");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Một chuyển đến vị trí 2");
        await ShowsAsync(page, "Hai", "Một", "Ba", "Bốn", "Năm");

        // The hand goes on where it was: the button kept its focus.
        if (hasScript)
        {
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Một chuyển đến vị trí 3");
            await ShowsAsync(page, "Hai", "Ba", "Một", "Bốn", "Năm");
        }
        await page.GotoAsync(session + "/sap-xep");
        await TabToAsync(page, "Chuyển đến vị trí…: Năm");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Năm chuyển đến vị trí 1");
        await Expect(page.Locator("[data-sortable] > li").First).ToContainTextAsync("Năm");
    }

    /// <summary>A session of its own with five contents in one group.</summary>
    private static async Task<string> SessionAsync(IPage page)
    {
        await page.SignInAsync("thu-ky");
        await page.GotoAsync("/van-phong/hoi-nghi/tao");
        await page.GetByLabel("Tên hội nghị").FillAsync("Hội nghị sắp xếp " + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        await page.GetByLabel("Cơ quan họp").SelectOptionAsync(new SelectOptionValue { Label = "Ban Chấp hành Đảng bộ tỉnh" });
        await page.PressAsync("Tạo hội nghị");
        await Expect(page).ToHaveURLAsync(new Regex("/van-phong/hoi-nghi/[0-9a-f-]{36}$"));
        var session = new Uri(page.Url).AbsolutePath;
        foreach (var title in Titles)
        {
            await page.GotoAsync($"{session}/noi-dung/tao");
            await page.GetByLabel("Tên nội dung").FillAsync(title);
            await page.GetByLabel("Nhóm nội dung").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.PressAsync("Lưu");
            await Expect(page.GetByText("Đã thêm nội dung.")).ToBeVisibleAsync();
        }
        return session;
    }

    /// <summary>Drags one row to the place of another with touch events of the browser itself, as a finger makes them.</summary>
    private static async Task DragByFingerAsync(IPage page, string row, string target, string grip = "[data-handle]")
    {
        await page.EvaluateAsync(
            "names => { const tops = names.map(name => document.querySelector(`[data-name='${name}']`).getBoundingClientRect()).map(box => box.top + box.height / 2); scrollBy(0, (tops[0] + tops[1] - innerHeight) / 2); }",
            new[] { row, target });
        var from = (await page.Locator($"[data-sortable] > li[data-name='{row}'] {grip}").First.BoundingBoxAsync())!;
        var to = (await page.Locator($"[data-sortable] > li[data-name='{target}']").BoundingBoxAsync())!;
        var (x, start) = (from.X + (from.Width / 2), from.Y + (from.Height / 2));
        var end = to.Y + (start < to.Y ? to.Height - 4 : 4);
        var touch = await page.Context.NewCDPSessionAsync(page);
        await touch.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true });
        async Task SendAsync(string type, float y) => await touch.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = type == "touchEnd" ? Array.Empty<object>() : new object[] { new Dictionary<string, object> { ["x"] = x, ["y"] = y } },
        });
        await SendAsync("touchStart", start);
        for (var step = 1; step <= 12; step++) await SendAsync("touchMove", start + ((end - start) * step / 12));
        await SendAsync("touchEnd", end);
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var i = 0; i < 100; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.getAttribute('aria-label')") == name) return;
        }
        Assert.Fail($"Tab never reaches {name}");
    }

    private static Task ShowsAsync(IPage page, params string[] titles) =>
        Expect(page.Locator("[data-sortable] > li > span:nth-child(2)")).ToHaveTextAsync(titles.Select((title, index) => new Regex($@"^\s*{index + 1}\s*\.\s*{title}\s*$")).ToArray());
}
