using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>
/// Takes the pictures of the README. They go into <c>docs/images</c> when <c>CONFERENCE_RECORDS_PICTURES</c> is set to <c>docs</c>; otherwise only their taking is tried.
/// </summary>
public sealed class PictureTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("home", "nobody", "/", 390, 844)]
    [InlineData("conclusion", "nobody", "/ket-luan/{slug}", 390, 844)]
    [InlineData("draft", "dai-bieu-1", "/dai-bieu/du-thao/{draftId}", 820, 1180)]
    [InlineData("office-session", "thu-ky", "/van-phong/hoi-nghi/{id}", 1366, 768)]
    public async Task Picture_OfThePage_IsTaken(string name, string person, string pattern, int width, int height)
    {
        var page = await browser.OpenAsync(portal, width, height);
        if (person != "nobody") await page.SignInAsync(person);
        var answer = await page.GotoAsync(AccessMatrix.Fill(pattern, await AccessMatrix.ValuesAsync(portal.Databases, TestContext.Current.CancellationToken)));
        Assert.Equal(200, answer!.Status);
        var intoDocs = Environment.GetEnvironmentVariable("CONFERENCE_RECORDS_PICTURES") == "docs";
        var picture = await page.ScreenshotAsync(new() { Path = intoDocs ? Path.Combine(Checkout.Folder, "docs", "images", name + ".png") : null });
        Assert.True(picture.Length > 10_000, $"{name} is blank");
        await page.Context.CloseAsync();
    }
}
