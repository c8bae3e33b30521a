using ConferenceRecords.TestSupport;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>axe finds nothing on any page, which loads nothing from elsewhere and reports no error.</summary>
public sealed class AccessibilityTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    [Theory]
    [MemberData(nameof(People))]
    public Task Page_IsAccessible(string person) => VisitAsync(person, (page, address) => ViolationsAsync(page, address, new()));

    internal static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string address, AxeRunOptions options)
    {
        // What passed is thousands of elements, which nobody reads.
        options.ResultTypes = [ResultType.Violations];
        var result = await page.RunAxe(options);
        return result.Violations.Select(v => $"{address}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
    }
}

/// <summary>The dark scheme keeps its contrast; axe's other rules do not depend on colours. One person for each kind of page is enough.</summary>
public sealed class DarkSchemeTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    [Theory]
    [InlineData("nobody")]
    [InlineData("thu-ky")]
    [InlineData("dai-bieu-1")]
    public Task Page_InTheDark_KeepsItsContrast(string person) => VisitAsync(
        person, (page, address) => AccessibilityTests.ViolationsAsync(page, address, new() { RunOnly = RunOnlyOptions.Rules("color-contrast") }), ColorScheme.Dark);
}
