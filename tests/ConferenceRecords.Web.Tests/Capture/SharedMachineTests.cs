using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Xunit;

namespace ConferenceRecords.Web.Tests.Capture;

/// <summary>An administrator decides whether a browser may keep what is not sent yet.</summary>
public sealed class SharedMachineTests(Portal portal, PostgresFixture postgres) : IClassFixture<Portal>
{
    [Fact]
    public async Task Mark_OfAMachine_OutlivesTheSignIn_AndIsTakenOff()
    {
        // One browser: first the administrator's, then the secretary's.
        using var browser = portal.Visit();
        await SignInAsync(browser, "quan-tri");
        await browser.SubmitAsync((await browser.OpenAsync("/quan-tri/may-nay")).FormWithButton("Đánh dấu máy dùng chung"));
        var cookie = Assert.Single(browser.Cookies, c => c.Name == "may-dung-chung");
        Assert.True(cookie.HttpOnly);
        Assert.True(cookie.Expires > DateTime.UtcNow.AddDays(300));
        Assert.Equal("off", await OutboxAsync(browser));

        await SignInAsync(browser, "quan-tri");
        await browser.SubmitAsync((await browser.OpenAsync("/quan-tri/may-nay")).FormWithButton("Bỏ dấu máy dùng chung"));
        Assert.Equal("on", await OutboxAsync(browser));
    }

    [Fact]
    public async Task Setting_OfThePortal_ForbidsItEverywhere()
    {
        await using var strict = new Portal(postgres) { Settings = ["--Portal:LocalDrafts=false"] };
        await strict.InitializeAsync();
        using var secretary = await strict.SignInAsync("thu-ky");
        var page = await secretary.OpenAsync($"{(await strict.PlacesAsync()).Session}/y-kien");
        Assert.Equal("off", page.Document.QuerySelector("[data-capture]")!.GetAttribute("data-outbox"));
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task SignOut_ClearsTheStorage_UnlessAnotherPersonsOpinionsWaitInIt(string keep, bool clears)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.OpenAsync("/dang-xuat");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() };
        handler.CookieContainer.Add(secretary.Cookies);
        using var client = new HttpClient(handler) { BaseAddress = portal.Address };
        var token = page.Form("keep").QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("keep", keep), new("__RequestVerificationToken", token)]);
        var answer = await client.PostAsync(new Uri("/dang-xuat", UriKind.Relative), form, Office.Office.Cancel);
        Assert.Equal(clears, Assert.Single(answer.Headers.GetValues("Clear-Site-Data")).Contains("storage", StringComparison.Ordinal));
    }

    private async Task<string?> OutboxAsync(Visitor browser)
    {
        await SignInAsync(browser, "thu-ky");
        return (await browser.OpenAsync($"{(await portal.PlacesAsync()).Session}/y-kien")).Document.QuerySelector("[data-capture]")!.GetAttribute("data-outbox");
    }

    private static async Task SignInAsync(Visitor browser, string userName)
    {
        if (browser.Cookies.Any(c => c.Name == "ho-so")) await browser.SubmitAsync((await browser.OpenAsync("/dang-xuat")).Form("keep"));
        await browser.SubmitAsync((await browser.OpenAsync("/dang-nhap")).Form("Input.Password"), ("Input.UserName", userName), ("Input.Password", Data.Seeding.Seed.DemonstrationPassword));
    }
}
