using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

public sealed class WidthTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    [Theory]
    [MemberData(nameof(People))]
    public Task Page_NeverScrollsSideways(string person) => VisitAsync(person, async (page, address) =>
    {
        var problems = new List<string>();
        foreach (var width in (int[])[320, 390, 820, 1366])
        {
            await page.SetViewportSizeAsync(width, 768);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var needed && needed > width) problems.Add($"{address} needs {needed} at {width}");
        }
        return problems;
    });
}
