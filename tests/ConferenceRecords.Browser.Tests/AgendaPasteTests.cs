using ConferenceRecords.TestSupport;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests;

/// <summary>Ctrl+C in Word, Ctrl+V in the portal, on a phone and on an office laptop.</summary>
public sealed class AgendaPasteTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(390, 844, "Hội nghị thử dán trên điện thoại")]
    [InlineData(1366, 768, "Hội nghị thử dán trên máy tính")]
    public async Task PastedWordList_IsPreviewed_Counted_Imported_AndUndone(int width, int height, string title)
    {
        var page = await browser.OpenAsync(portal, width, height);
        await page.SignInAsync("thu-ky");
        await page.GotoAsync("/van-phong/hoi-nghi/tao");
        await page.GetByLabel("Tên hội nghị").FillAsync(title);
        await page.GetByLabel("Cơ quan họp").SelectOptionAsync(new SelectOptionValue { Label = "Ban Chấp hành Đảng bộ tỉnh" });
        await page.PressAsync("Tạo hội nghị");
        await page.FollowAsync("Dán danh sách từ Word");

        await PasteAsync(page, await FixtureAsync("word-list.txt"), await FixtureAsync("word-list.html"));
        await Expect(page.GetByText("Đã nhận 25 dòng từ Word.")).ToBeVisibleAsync();
        await page.GetByLabel("Tài liệu này không mật").CheckAsync();
        await page.PressAsync("Xem trước");

        // The button is in sight without scrolling, counts what is ticked, and the groups count with it.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nhập 21 nội dung" })).ToBeInViewportAsync();
        Assert.Empty(await page.ViolationsAsync(page.Url));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await Expect(page.GetByText("Văn bản nêu 14, đếm được 14")).ToHaveAttributeAsync("data-state", "done");
        await page.GetByLabel("Nhập dòng 3", new() { Exact = true }).UncheckAsync();
        await Expect(page.GetByText("Văn bản nêu 14, đếm được 13")).ToHaveAttributeAsync("data-state", "late");
        await page.GetByLabel("Tên nội dung, dòng 1", new() { Exact = true }).FillAsync("Dự thảo Nghị quyết đã sửa tại chỗ");
        await page.PressAsync("Nhập 20 nội dung");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã thêm 20 nội dung.");
        await Expect(page.GetByText("1. Dự thảo Nghị quyết đã sửa tại chỗ")).ToBeVisibleAsync();

        await page.PressAsync("Hoàn tác");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã hoàn tác: bỏ 20 nội dung vừa nhập.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TextTypedAfterAPaste_IsWhatCounts()
    {
        var page = await browser.OpenAsync(portal);
        await page.SignInAsync("thu-ky");
        await page.GotoAsync("/van-phong/hoi-nghi");
        await page.GetByRole(AriaRole.Main).Locator("a.row-title").First.ClickAsync();
        await page.FollowAsync("Dán danh sách từ Word");
        await PasteAsync(page, "", await FixtureAsync("word-list.html"));
        await page.GetByLabel("Danh sách nội dung").PressSequentiallyAsync("1. Gõ tay");
        await Expect(page.Locator("#Source_Html")).ToHaveValueAsync("");
        await page.GetByLabel("Tài liệu này không mật").CheckAsync();
        await page.PressAsync("Xem trước");
        await Expect(page.GetByLabel("Tên nội dung, dòng 1")).ToHaveValueAsync("Gõ tay");
        await page.Context.CloseAsync();
    }

    /// <summary>What Ctrl+V does: the event with both forms of the copy; the browser then inserts the text.</summary>
    private static async Task PasteAsync(IPage page, string text, string html) => await page.GetByLabel("Danh sách nội dung").EvaluateAsync(
        """
        (area, [text, html]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          clipboardData.setData('text/html', html);
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
          area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
          area.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
        }
        """,
        new[] { text, html });

    private static Task<string> FixtureAsync(string name) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Agenda", name));
}
