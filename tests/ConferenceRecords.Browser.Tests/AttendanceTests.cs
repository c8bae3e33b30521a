using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests;

/// <summary>Calling up with script: each click is saved at once, by mouse and by keyboard, and what could not be sent is told and kept.</summary>
public sealed class AttendanceTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task EachClick_IsSavedAtOnce_AndWhatCannotBeSent_IsKept()
    {
        var page = await browser.OpenAsync(portal);
        await page.SignInAsync("thu-ky");
        var session = await SessionAsync();
        await page.GotoAsync(session + "/buoi");
        await page.GetByLabel("Ngày").FillAsync("03/12/2021");
        await page.PressAsync("Thêm buổi");
        await page.GotoAsync(session + "/diem-danh");
        var rows = page.Locator("[data-delegate]");

        await rows.Nth(0).GetByLabel("Có mặt").CheckAsync();
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Đã lưu");
        await Expect(page.Locator("[data-tally]")).ToContainTextAsync("Có mặt 1/");
        await rows.Nth(0).GetByLabel("Có mặt").PressAsync("ArrowRight");
        await Expect(rows.Nth(0).GetByLabel("Giờ đến")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[0-9]{2}:[0-9]{2}$"));
        await Expect(page.Locator("[data-tally]")).ToContainTextAsync("(1 đến muộn)");

        // Typed with marks or without, in any order; Unikey's Backspaces change nothing.
        var name = (await rows.Nth(3).Locator("strong").TextContentAsync())!.Split(". ")[1];
        var filter = page.GetByLabel("Tìm tên trong danh sách");
        await filter.PressSequentiallyAsync(Domain.Text.VietnameseText.Fold(name));
        await Expect(rows.Nth(3)).ToBeVisibleAsync();
        await Expect(rows.Nth(0)).ToBeHiddenAsync();
        await filter.FillAsync(name.ToUpperInvariant());
        await Expect(rows.Nth(3)).ToBeVisibleAsync();
        await filter.FillAsync("");

        await page.Context.SetOfflineAsync(true);
        await rows.Nth(1).GetByLabel("Vắng không lý do").CheckAsync();
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Mất kết nối");
        await page.Context.SetOfflineAsync(false);
        await page.PressAsync("Lưu điểm danh");
        await Expect(page.Locator("[data-tally]")).ToContainTextAsync("không lý do 1");
        await page.ReloadAsync();
        await Expect(rows.Nth(1).GetByLabel("Vắng không lý do")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task List_IsAccessible_WithTargetsOf44Pixels(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(portal, width: width, scheme: scheme);
        await page.SignInAsync("thu-ky");
        var session = await SessionAsync();
        await page.GotoAsync(session + "/buoi");
        await page.GetByLabel("Ngày").FillAsync($"0{width % 7 + 1}/12/2021");
        await page.PressAsync("Thêm buổi");
        await page.GotoAsync(session + "/diem-danh");
        Assert.Empty(await page.ViolationsAsync(page.Url));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('.attendance label.choice, .attendance input.short, main .button')].filter(e => e.offsetHeight > 0 && e.offsetHeight < 44).length"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task List_OfFiveThousand_ComesToItsPreviewByItself()
    {
        var page = await browser.OpenAsync(portal);
        await page.SignInAsync("thu-ky");
        await page.GotoAsync("/van-phong/dai-bieu/nhap");
        string[][] rows = [["Họ và tên", "Đơn vị"], .. Enumerable.Range(1, 5_000).Select(n => (string[])[$"Người Thử {n}", $"Đơn vị thử {n}"])];
        await page.GetByLabel("Tệp Excel (.xlsx)").SetInputFilesAsync(new FilePayload { Name = "danh-sach.xlsx", MimeType = "application/octet-stream", Buffer = Package.Workbook(rows).Bytes() });
        await page.GetByLabel("Tài liệu này không mật").CheckAsync();
        await page.PressAsync("Đọc danh sách");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nhập 5.000 đại biểu" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(100);
        await page.Context.CloseAsync();
    }

    private async Task<string> SessionAsync()
    {
        await using var records = portal.Databases.NewRecords();
        return $"/van-phong/hoi-nghi/{await records.Sessions.Select(s => s.Id).SingleAsync(TestContext.Current.CancellationToken)}";
    }
}
