using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ConferenceRecords.Browser.Tests;

/// <summary>axe in a page. It answers there with what is wrong and not with the thousands of elements that are right: those cost more on their way here than axe itself.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds in the page as it stands now, by all its rules or by some; a line for each rule that is broken.</summary>
    public static async Task<string[]> ViolationsAsync(this IPage page, string what, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async ([what, rules]) => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules.length && { runOnly: rules } });
              return violations.map(({ id, help, nodes }) => `${what}: ${id}: ${help}: ${nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
            }
            """,
            new object[] { what, rules });
    }
}
