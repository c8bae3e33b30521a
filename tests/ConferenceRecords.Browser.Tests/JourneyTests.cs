using System.Diagnostics;
using ConferenceRecords.TestSupport;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests;

/// <summary>A new conference from its first line to the published conclusion, by the four people it takes, with and without script.</summary>
public sealed class JourneyTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    private const string Title = "Hội nghị lần thứ 13 Ban Chấp hành Đảng bộ tỉnh khóa XX (minh họa)";

    private static readonly (string Group, string Title)[] Contents =
    [
        ("Cho ý kiến trước khi Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh", "Kế hoạch đầu tư công (minh họa)"),
        ("Cho ý kiến để hoàn thiện trước khi ban hành", "Đề án cải cách hành chính (minh họa)"),
        ("Thông qua và báo cáo tại hội nghị", "Báo cáo quý I (minh họa)"),
    ];

    [Theory]
    [InlineData(true, "13")]
    [InlineData(false, "14")]
    public async Task Conference_FromTheFirstLineToThePublicPage(bool hasScript, string ordinal)
    {
        var title = Title.Replace("13", ordinal, StringComparison.Ordinal);
        var secretary = await browser.OpenAsync(portal, hasScript: hasScript);
        await secretary.SignInAsync("thu-ky");
        var session = await CreateSessionAsync(secretary, title, ordinal);
        foreach (var (group, content) in Contents) await AddContentAsync(secretary, session, group, content, hasScript);
        await Expect(secretary.GetByRole(AriaRole.Main)).ToContainTextAsync("3 nội dung theo nhóm");
        var draft = await SendDraftAsync(secretary, session);

        var member = await browser.OpenAsync(portal, width: 820, height: 1180, hasScript: hasScript);
        await member.SignInAsync("dai-bieu-1");
        await member.GotoAsync($"/dai-bieu/du-thao/{draft}");
        await member.GetByRole(AriaRole.Link, new() { Name = "Góp ý đoạn 2" }).ClickAsync();
        await member.GetByLabel("Đề nghị sửa").CheckAsync();
        await member.GetByLabel(hasScript ? "Nội dung" : "Nội dung ý kiến", new() { Exact = true }).FillAsync("Đề nghị nêu rõ nguồn vốn của từng dự án.");
        await member.PressAsync("Gửi Văn phòng");
        await Expect(member.GetByRole(AriaRole.Main)).ToContainTextAsync($"YK-{ordinal}/XX-01-001");

        var stranger = await browser.OpenAsync(portal, hasScript: hasScript);
        await stranger.SignInAsync("dai-bieu-khach");
        Assert.Equal(404, (await stranger.GotoAsync($"/dai-bieu/du-thao/{draft}"))!.Status);

        await secretary.GotoAsync($"{session}/y-kien");
        await Expect(secretary.GetByRole(AriaRole.Main)).ToContainTextAsync("Đề nghị nêu rõ nguồn vốn của từng dự án.");
        await WriteConclusionAsync(secretary, session, title);

        var approver = await browser.OpenAsync(portal, hasScript: hasScript);
        await approver.SignInAsync("nguoi-duyet");
        await approver.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await approver.GetByRole(AriaRole.Link, new() { Name = "Xem trước", Exact = true }).ClickAsync();
        await Expect(approver.GetByRole(AriaRole.Main)).ToContainTextAsync("Giao các cơ quan hoàn thiện dự thảo.");
        await approver.GetByRole(AriaRole.Link, new() { Name = "Về trang duyệt" }).ClickAsync();
        await approver.GetByRole(AriaRole.Checkbox).CheckAsync();
        var pressed = Stopwatch.StartNew();
        await approver.PressAsync("Duyệt và công bố");

        var reader = await browser.OpenAsync(portal, width: 390, height: 844, hasScript: hasScript);
        await SeeAsync(reader, $"/ket-luan/ban-chap-hanh-khoa-xx-lan-{ordinal}", "Giao các cơ quan hoàn thiện dự thảo.", pressed);
        await Expect(reader.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("nguồn vốn");
        Assert.Empty(await reader.Context.CookiesAsync());
    }

    private static async Task<string> CreateSessionAsync(IPage page, string title, string ordinal)
    {
        await page.GotoAsync("/van-phong/hoi-nghi/tao");
        await page.GetByLabel("Tên hội nghị").FillAsync(title);
        await page.GetByLabel("Lần thứ").FillAsync(ordinal);
        await page.GetByLabel("Cơ quan họp").SelectOptionAsync(new SelectOptionValue { Label = "Ban Chấp hành Đảng bộ tỉnh" });
        await page.GetByLabel("Tổng số nội dung").FillAsync("3");
        await page.PressAsync("Tạo hội nghị");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã tạo hội nghị");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task AddContentAsync(IPage page, string session, string group, string title, bool hasScript)
    {
        await page.GotoAsync($"{session}/noi-dung/tao");
        await page.GetByLabel("Tên nội dung").FillAsync(title);
        await page.GetByLabel("Nhóm nội dung").SelectOptionAsync(new SelectOptionValue { Label = group });
        if (hasScript) await page.GetByLabel("Tên nội dung").PressAsync("Control+Enter");
        else await page.PressAsync("Lưu và thêm tiếp");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Đã thêm nội dung");
        await page.GotoAsync(session);
    }

    private static async Task<string> SendDraftAsync(IPage page, string session)
    {
        await page.GotoAsync($"{session}/dai-bieu");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Nguyễn Minh Họa An" }).First.CheckAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Mời người đã chọn" }).ClickAsync();
        await page.GotoAsync(session);
        await page.GetByRole(AriaRole.Link, new() { Name = Contents[0].Title }).First.ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Thêm dự thảo" }).First.ClickAsync();
        await page.GetByLabel("Tên dự thảo").FillAsync("Dự thảo kế hoạch (minh họa)");
        await page.GetByLabel("Nội dung dự thảo").FillAsync("I. MỤC TIÊU\n1. Hoàn thành các dự án chuyển tiếp.\n2. Khởi công ba dự án mới.");
        await page.GetByLabel("Tài liệu này không mật").CheckAsync();
        await page.PressAsync("Lưu dự thảo");
        var draft = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{draft}/gui");
        await page.PressAsync("Gửi đại biểu");
        return draft.Split('/')[^1];
    }

    private static async Task WriteConclusionAsync(IPage page, string session, string title)
    {
        await page.GotoAsync($"{session}/ket-luan");
        await page.GetByLabel("Tên kết luận").FillAsync("Kết luận " + title);
        await page.GetByLabel("Nội dung kết luận").FillAsync("Hội nghị thống nhất các nội dung.\nGiao các cơ quan hoàn thiện dự thảo.");
        await page.PressAsync("Lưu kết luận");
        await page.GotoAsync($"{session}/cong-bo/ket-luan");
        await page.PressAsync("Trình duyệt");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Chờ duyệt");
    }

    /// <summary>Loads an address until it shows a text. The promise is a second; a busy machine gets more before this fails.</summary>
    private static async Task SeeAsync(IPage page, string address, string text, Stopwatch since)
    {
        while (true)
        {
            var answer = await page.GotoAsync(address);
            if (answer!.Ok && await page.GetByText(text).First.IsVisibleAsync()) return;
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(10), $"{address} does not show the conclusion after {since.Elapsed}");
            await Task.Delay(50);
        }
    }
}
