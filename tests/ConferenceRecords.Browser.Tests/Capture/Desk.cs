using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ConferenceRecords.Browser.Tests.Capture;

/// <summary>What a secretary does at the desk, by the keyboard alone.</summary>
internal static class Desk
{
    public const string SecondSecretary = "thu-ky-2";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Address of the desk of Conference 12, with its first content chosen.</summary>
    public static async Task<string> AddressAsync(this TestDatabases databases, int item = 1)
    {
        await using var records = databases.NewRecords();
        var session = await records.Sessions.SingleAsync(s => s.Ordinal == 12, Cancel);
        var chosen = await records.AgendaItems.SingleAsync(i => i.SessionId == session.Id && i.Position == item && i.WithdrawnAt == null, Cancel);
        return $"/van-phong/hoi-nghi/{session.Id}/y-kien?noi-dung={chosen.Id}";
    }

    /// <summary>A second secretary, with the password of the first.</summary>
    public static async Task AddSecretaryAsync(this TestDatabases databases)
    {
        await using var records = databases.NewRecords();
        if (await records.Users.AnyAsync(u => u.UserName == SecondSecretary, Cancel)) return;
        var first = await records.Users.AsNoTracking().SingleAsync(u => u.UserName == "thu-ky", Cancel);
        records.Add(new PortalUser
        {
            Id = Guid.CreateVersion7(), UserName = SecondSecretary, NormalizedUserName = SecondSecretary.ToUpperInvariant(), DisplayName = "Thư ký thứ hai (minh họa)",
            PasswordHash = first.PasswordHash, SecurityStamp = Guid.NewGuid().ToString("N"), Roles = [PortalRole.Secretariat], IsDemonstration = true, LockoutEnabled = true,
        });
        await records.SaveChangesAsync(Cancel);
    }

    /// <summary>Opens the desk and waits until its script is ready.</summary>
    public static async Task OpenDeskAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("[data-ready]", new() { State = WaitForSelectorState.Attached });
    }

    public static ILocator Speaker(this IPage page) => page.GetByRole(AriaRole.Combobox, new() { Name = "Đại biểu", Exact = true });

    public static ILocator Words(this IPage page) => page.Locator("#Input_Text");

    public static ILocator Status(this IPage page) => page.Locator("[data-status]");

    /// <summary>Fills the form by keys, the hand starting anywhere; it is not saved yet.</summary>
    public static async Task WriteAsync(this IPage page, string text, string speaker = "an")
    {
        await page.Keyboard.PressAsync("Control+Alt+d");
        await page.Keyboard.TypeAsync(speaker);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.InsertTextAsync(text);
    }

    public static async Task RecordAsync(this IPage page, string text, string speaker = "an")
    {
        await page.WriteAsync(text, speaker);
        await page.Keyboard.PressAsync("Control+Enter");
    }

    /// <summary>Signs in without leaving the page.</summary>
    public static async Task SignInAgainAsync(this IPage page, string userName)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập lại" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await dialog.GetByLabel("Mật khẩu").FillAsync(Seed.DemonstrationPassword);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
    }

    public static Task SavedAsync(this IPage page) => Expect(page.Status()).ToContainTextAsync("Đã lưu", new() { Timeout = 30_000 });

    /// <summary>Everything that IndexedDB holds, as text.</summary>
    public static Task<string> StorageAsync(this IPage page) => page.EvaluateAsync<string>(
        """
        async () => {
          const all = [];
          const wait = request => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
          for (const { name } of await indexedDB.databases()) {
            const database = await wait(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
              for (const row of await wait(database.transaction(store).objectStore(store).getAll())) {
                all.push(`${name}/${store}: ` + JSON.stringify(row, (key, value) => value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value));
                if (row instanceof CryptoKey) all.push(`extractable: ${row.extractable}`);
              }
            }
            database.close();
          }
          return all.join('\n');
        }
        """);
}
