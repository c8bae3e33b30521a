using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>What has to hold on every page that somebody gets to see, for the person whom it is made for.</summary>
public sealed class EveryPageTests(Browser browser, Portal portal) : IClassFixture<Portal>
{
    public static TheoryData<string> People => [.. AccessMatrix.Persons];

    [Theory]
    [MemberData(nameof(People))]
    public Task Page_IsAccessible(string person) => AssertAccessibleAsync(person, ColorScheme.Light, new());

    [Theory]
    [MemberData(nameof(People))]
    public Task Page_InTheDark_KeepsItsContrast(string person) =>
        AssertAccessibleAsync(person, ColorScheme.Dark, new() { RunOnly = RunOnlyOptions.Rules("color-contrast") });

    [Theory]
    [MemberData(nameof(People))]
    public async Task Page_NeverScrollsSideways(string person)
    {
        var problems = new List<string>();
        var page = await browser.OpenAsync(portal);
        foreach (var address in await AddressesAsync(page, person))
        {
            await page.GotoAsync(address);
            foreach (var width in (int[])[320, 390, 820, 1366])
            {
                await page.SetViewportSizeAsync(width, 768);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var needed && needed > width) problems.Add($"{address} needs {needed} at {width}");
            }
        }
        Assert.Empty(string.Join('\n', problems));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Page_LoadsNothingFromElsewhere_AndReportsNoError(string person)
    {
        var problems = new List<string>();
        var page = await browser.OpenAsync(portal);
        page.Request += (_, request) => { if (new Uri(request.Url).Host != portal.Address.Host && !request.Url.StartsWith("data:", StringComparison.Ordinal)) problems.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => problems.Add($"{page.Url}: {error}");
        foreach (var address in await AddressesAsync(page, person)) await page.GotoAsync(address);
        Assert.Empty(string.Join('\n', problems));
        await page.Context.CloseAsync();
    }

    private async Task AssertAccessibleAsync(string person, ColorScheme scheme, AxeRunOptions options)
    {
        var violations = new List<string>();
        var page = await browser.OpenAsync(portal, scheme: scheme);
        foreach (var address in await AddressesAsync(page, person))
        {
            await page.GotoAsync(address);
            var result = await page.RunAxe(options);
            violations.AddRange(result.Violations.Select(v => $"{address}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        Assert.Empty(string.Join('\n', violations));
        await page.Context.CloseAsync();
    }

    /// <summary>The pages of a person; those that are the same for everybody only once, for somebody without an account.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(IPage page, string person)
    {
        if (person != AccessMatrix.Persons[0]) await page.SignInAsync(person);
        var values = await AccessMatrix.ValuesAsync(portal.Databases, TestContext.Current.CancellationToken);
        var column = AccessMatrix.Persons.ToList().IndexOf(person);
        return
        [
            .. AccessMatrix.Lines
                .Where(line => line.Answers[column] == "200" && (column == 0 || line.Answers[0] != "200") && !line.Pattern.StartsWith("/health", StringComparison.Ordinal))
                .Select(line => AccessMatrix.Fill(line.Pattern, values)),
        ];
    }
}
