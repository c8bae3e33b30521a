using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>
/// What holds on every page, for each person whom it is made for: axe finds nothing, nothing scrolls sideways, nothing is loaded from elsewhere, no error is reported.
/// </summary>
public abstract class EveryPage(Browser browser, Portal portal)
{
    private static readonly int[] Widths = [320, 390, 820, 1366];

    protected Portal Portal { get; } = portal;

    protected async Task VisitAsync(string person, IReadOnlyList<string>? addresses = null)
    {
        var problems = new List<string>();
        var page = await browser.OpenAsync(Portal);
        page.Request += (_, request) => { if (new Uri(request.Url).Host != Portal.Address.Host && !request.Url.StartsWith("data:", StringComparison.Ordinal)) problems.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => problems.Add($"{page.Url}: {error}");
        var own = await AddressesAsync(page, person);
        foreach (var address in addresses ?? own)
        {
            await page.GotoAsync(address);
            problems.AddRange(await page.ViolationsAsync(address));
            // axe's other rules do not depend on colours.
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            problems.AddRange(await page.ViolationsAsync($"{address} in the dark", "color-contrast"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 768);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var needed && needed > width) problems.Add($"{address} needs {needed} at {width}");
            }
        }
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
        await page.Context.CloseAsync();
    }

    /// <summary>The pages of a person; those that are the same for everybody only once, for somebody without an account.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(IPage page, string person)
    {
        if (person != AccessMatrix.Persons[0]) await page.SignInAsync(person);
        var values = await AccessMatrix.ValuesAsync(Portal.Databases, TestContext.Current.CancellationToken);
        var column = AccessMatrix.Persons.ToList().IndexOf(person);
        return
        [
            .. AccessMatrix.Lines
                .Where(line => line.Answers[column] == "200" && (column == 0 || line.Answers[0] != "200") && !line.Pattern.StartsWith("/health", StringComparison.Ordinal)
                    && !AccessMatrix.IsFile(line.Pattern))
                .Select(line => AccessMatrix.Fill(line.Pattern, values)),
        ];
    }
}

/// <summary>The pages of the secretariat, which are most of them: in a class of their own, side by side with the others.</summary>
public sealed class OfficePagesTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    private const string Secretary = "thu-ky";

    public static TheoryData<string> Others => [.. AccessMatrix.Persons.Where(person => person != Secretary)];

    [Fact]
    public Task Page_IsAccessible_FitsEveryWidth_AndReportsNothing() => VisitAsync(Secretary);
}

/// <inheritdoc cref="OfficePagesTests"/>
public sealed class OtherPagesTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    [Theory]
    [MemberData(nameof(OfficePagesTests.Others), MemberType = typeof(OfficePagesTests))]
    public Task Page_IsAccessible_FitsEveryWidth_AndReportsNothing(string person) => VisitAsync(person);
}
