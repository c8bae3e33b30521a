using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
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
    public static TheoryData<string> Others => [.. AccessMatrix.Persons.Where(person => person != "thu-ky")];

    [Theory]
    [MemberData(nameof(Others))]
    public Task Page_IsAccessible_AndKeepsItsContrastInTheDark(string person) => VisitAsync(person, CheckAsync);

    internal static async Task<IEnumerable<string>> CheckAsync(IPage page, string address)
    {
        var light = await ViolationsAsync(page, address, new());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await ViolationsAsync(page, $"{address} in the dark", new() { RunOnly = RunOnlyOptions.Rules("color-contrast") });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return light.Concat(dark);
    }

    internal static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string address, AxeRunOptions options)
    {
        // What passed is thousands of elements, which nobody reads.
        options.ResultTypes = [ResultType.Violations];
        var result = await page.RunAxe(options);
        return result.Violations.Select(v => $"{address}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
    }
}

/// <summary>The same for the pages of the secretariat, which are most of them: side by side with the others.</summary>
public sealed class OfficeAccessibilityTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    [Fact]
    public Task Page_IsAccessible_AndKeepsItsContrastInTheDark() => VisitAsync("thu-ky", AccessibilityTests.CheckAsync);
}
