using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests.Capture;

/// <summary>The desk under the hand: Vietnamese keyboards, keys alone, everything in sight.</summary>
public sealed partial class KeyboardTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    /// <summary>What UniKey sends for a word typed in Telex: letters, then Backspaces and the letters anew. "&lt;" is a Backspace.</summary>
    private static readonly (string Keys, string Word)[] Typed = [("nguye<ên<<ễn", "nguyễn"), ("d<đo<ô<ỗ", "đỗ"), ("thuy<ỷ", "thuỷ")];

    [Theory]
    [InlineData("thu-ky")]
    [InlineData("dai-bieu-1")]
    [InlineData("quan-tri")]
    public async Task UniKey_InEveryFieldWithAList_LeavesTheWordsWhole(string person)
    {
        var page = await browser.OpenAsync(portal);
        await page.SignInAsync(person);
        var values = new Dictionary<string, string>(await AccessMatrix.ValuesAsync(portal.Databases, TestContext.Current.CancellationToken));
        var column = AccessMatrix.Persons.ToList().IndexOf(person);
        var fields = 0;
        foreach (var (pattern, _) in AccessMatrix.Lines.Where(line => line.Answers[column] == "200" && line.Answers[0] == "in" && !AccessMatrix.IsFile(line.Pattern)))
        {
            // Only where there is one to type in: scripts make such a field out of one that is named in the page as it comes.
            var address = AccessMatrix.Fill(pattern, values);
            var answer = await page.APIRequest.GetAsync(address);
            if (!FieldWithAList().IsMatch(await answer.TextAsync())) continue;
            await page.GotoAsync(address);
            foreach (var field in await page.Locator("input[list]:visible, [role=combobox]:visible").AllAsync())
            {
                await field.FillAsync("");
                await field.FocusAsync();
                foreach (var (keys, word) in Typed)
                {
                    await TypeAsync(page, keys);
                    await Expect(field).ToHaveValueAsync(word);
                    for (var i = 0; i < word.Length; i++) await page.Keyboard.PressAsync("Backspace");
                }
                fields++;
            }
        }
        Assert.True(person == "quan-tri" || fields > 0, $"{person} has no field with a list");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task JumpToTheSpeaker_MarksTheNameThere_SoThatTypingReplacesIt()
    {
        var page = await OpenAsync();
        await page.Keyboard.PressAsync("Control+Alt+d");
        await page.Keyboard.TypeAsync("duc");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Speaker()).ToHaveValueAsync(new Regex("^Mẫu Đức"));
        await page.Words().FocusAsync();
        await page.Keyboard.PressAsync("Control+Alt+d");
        await page.Keyboard.TypeAsync("khac");
        await Expect(page.Speaker()).ToHaveValueAsync("khac");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("duc", "Mẫu Đức")]
    [InlineData("đức", "Mẫu Đức")]
    [InlineData("mau đ", "Mẫu Đức")]
    [InlineData("nguyen minh hoa a", "Nguyễn Minh Họa An")]
    public async Task Speaker_IsFoundByAFewLetters(string typed, string expected)
    {
        var page = await OpenAsync();
        await page.Speaker().FillAsync(typed);
        await Expect(page.Locator(".choices [role=option]").First).ToContainTextAsync(expected);
        await Expect(page.Locator(".choices [role=option]").Last).ToHaveTextAsync($"Ghi tên tự do: {typed}");
        Assert.Equal(typed, await page.Speaker().InputValueAsync());
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Speaker_WhoIsNotInTheList_IsKeptAsAFreeName()
    {
        var page = await OpenAsync();
        await page.WriteAsync("Người ngoài danh sách nói.", "Đồng chí Ngoài Danh Sách");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-recorded] .opinion").Filter(new() { HasText = "Người ngoài danh sách nói." })).ToContainTextAsync("YK-12/XX-01-");
        await using var records = portal.Databases.NewRecords();
        var stored = await records.Opinions.SingleAsync(o => o.Text == "Người ngoài danh sách nói.", TestContext.Current.CancellationToken);
        Assert.Equal(("Đồng chí Ngoài Danh Sách", (Guid?)null), (stored.SpeakerName, stored.DelegateId));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Screen_At1366_ShowsAllThatIsNeededWithoutScrolling()
    {
        var page = await OpenAsync();
        foreach (var field in new[] { page.Speaker(), page.Locator("#Input_ItemId"), page.Locator("#Input_Kind"), page.Locator("#Input_Channel"), page.Words(), page.GetByRole(AriaRole.Button, new() { Name = "Lưu ý kiến" }) })
        {
            var box = (await field.BoundingBoxAsync())!;
            Assert.True(box.Y >= 0 && box.Y + box.Height <= 768, $"{field} ends at {box.Y + box.Height}");
        }
        var lines = await page.Words().EvaluateAsync<double>("area => (area.clientHeight - 16) / parseFloat(getComputedStyle(area).lineHeight)");
        Assert.True(lines >= 5, $"{lines} lines");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keyboard_Alone_RecordsTenOpinions()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync(
            """
            () => {
              window.times = [];
              addEventListener('keydown', event => { if (event.ctrlKey && event.key === 'Enter') window.pressed = performance.now(); }, true);
              document.querySelector('[role=combobox]').addEventListener('focus', () => requestAnimationFrame(() => setTimeout(() => {
                if (window.pressed) window.times.push(performance.now() - window.pressed);
                window.pressed = 0;
              })));
            }
            """);
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        for (var n = 1; n <= 10; n++)
        {
            await page.RecordAsync($"Bàn phím {n}.");
            await Expect(page.Speaker()).ToBeFocusedAsync();
            await Expect(page.Words()).ToHaveValueAsync("");
        }
        await page.SavedAsync();
        var times = (await page.EvaluateAsync<double[]>("window.times")).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ctrl+Enter to ready: median {times[times.Count / 2]:0.0} ms of {times.Count}, longest {times[^1]:0.0} ms"));
        Assert.Equal(10, times.Count);
        await using var records = portal.Databases.NewRecords();
        var stored = await records.Opinions.Where(o => o.Text.StartsWith("Bàn phím ")).OrderBy(o => o.Number).Select(o => o.Text).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"Bàn phím {n}."), stored);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Phrase_ByF2_SetsTheKindAndGoesToTheCaret()
    {
        var page = await OpenAsync();
        await page.Words().FillAsync("Trước. Sau.");
        await page.Words().PressAsync("Home");
        for (var i = 0; i < 7; i++) await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("F2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhất trí với dự thảo." }).PressAsync("Enter");
        await Expect(page.Words()).ToHaveValueAsync("Trước. Nhất trí với dự thảo.Sau.");
        await Expect(page.Words()).ToBeFocusedAsync();
        await Expect(page.Locator("#Input_Kind")).ToHaveValueAsync("Agree");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Fold_InTheBrowser_IsThatOfTheServer()
    {
        var page = await OpenAsync();
        string[] texts = ["Nguyễn Văn Đức", "ĐƯỜNG  dây\n500 kV ", "Ủy ban", "Ðại hội Ɖ ð", "I\u0307stanbul", "a\u0301\u0323 b\u00ADc\u200Bd", "Thuỷ\u00A0Lợi", "6,56% №", "가 ẞ K", "x\u0085y\vz"];
        var folded = await page.EvaluateAsync<string[]>("async texts => { const { fold } = await import('/js/fold.js'); return texts.map(fold); }", texts);
        Assert.Equal(texts.Select(VietnameseText.Fold), folded);
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@" list=|combobox")]
    private static partial Regex FieldWithAList();

    private static async Task TypeAsync(IPage page, string keys)
    {
        foreach (var key in keys)
        {
            if (key == '<') await page.Keyboard.PressAsync("Backspace");
            else if (char.IsAscii(key)) await page.Keyboard.PressAsync(key.ToString());
            else await page.Keyboard.InsertTextAsync(key.ToString());
        }
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync(portal);
        await page.SignInAsync("thu-ky");
        await page.OpenDeskAsync(await portal.Databases.AddressAsync());
        return page;
    }
}
