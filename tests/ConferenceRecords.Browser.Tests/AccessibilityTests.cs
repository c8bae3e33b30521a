using ConferenceRecords.TestSupport;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>
/// axe finds nothing on any page, which loads nothing from elsewhere and reports no error. In the dark only the contrast is asked for again: axe's other rules
/// do not depend on colours.
/// </summary>
public sealed class AccessibilityTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    [Theory]
    [MemberData(nameof(People))]
    public Task Page_IsAccessible_AndKeepsItsContrastInTheDark(string person) => VisitAsync(person, async (page, address) =>
    {
        var light = await ViolationsAsync(page, address, new());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await ViolationsAsync(page, $"{address} in the dark", new() { RunOnly = RunOnlyOptions.Rules("color-contrast") });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return light.Concat(dark);
    });

    internal static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string address, AxeRunOptions options)
    {
        // What passed is thousands of elements, which nobody reads.
        options.ResultTypes = [ResultType.Violations];
        var result = await page.RunAxe(options);
        return result.Violations.Select(v => $"{address}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
    }
}
