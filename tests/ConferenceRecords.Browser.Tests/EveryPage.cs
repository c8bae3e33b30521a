using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>Something that has to hold on every page, for each person whom it is made for. A class for each, so that they run side by side.</summary>
public abstract class EveryPage(Browser browser, Portal portal)
{
    public static TheoryData<string> People => [.. AccessMatrix.Persons];

    protected Portal Portal { get; } = portal;

    /// <summary>Opens every page of a person and gathers what is wrong with it.</summary>
    protected async Task VisitAsync(string person, Func<IPage, string, Task<IEnumerable<string>>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var problems = new List<string>();
        var page = await browser.OpenAsync(Portal);
        page.Request += (_, request) => { if (new Uri(request.Url).Host != Portal.Address.Host && !request.Url.StartsWith("data:", StringComparison.Ordinal)) problems.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => problems.Add($"{page.Url}: {error}");
        foreach (var address in await AddressesAsync(page, person))
        {
            await page.GotoAsync(address);
            problems.AddRange(await check(page, address));
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
