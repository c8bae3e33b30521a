using System.Globalization;
using AngleSharp.Html.Dom;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>What a secretary does on the way to a test: always through the pages.</summary>
internal static class OfficeForms
{
    /// <summary>Creates a session of the first body and returns its address.</summary>
    public static async Task<string> CreateSessionAsync(this Visitor secretary, params (string Name, string Value)[] values)
    {
        var form = (await secretary.OpenAsync("/van-phong/hoi-nghi/tao")).Form("Input.Title");
        var answer = await secretary.SubmitAsync(form, [("Input.BodyId", form.FirstChoice("Input.BodyId")), .. values]);
        Assert.Matches("^/van-phong/hoi-nghi/[0-9a-f-]{36}$", answer.Path);
        return answer.Path;
    }

    /// <summary>Adds a content to one of the three groups, 0 to 2, and returns the page that comes then.</summary>
    public static async Task<Answer> AddItemAsync(this Visitor secretary, string session, int group, string title, params (string Name, string Value)[] values)
    {
        var form = (await secretary.OpenAsync(session + "/noi-dung/tao")).Form("Input.Title");
        (string, string)[] category = Array.Exists(values, v => v.Name == "Input.CategoryId") ? [] : [("Input.CategoryId", form.Choices("Input.CategoryId")[group])];
        return await secretary.SubmitAsync(form, "Lưu", [("Input.Title", title), .. category, .. values]);
    }

    /// <summary>Addresses of the contents on the page of a session, in its order.</summary>
    public static async Task<IReadOnlyList<string>> ItemsAsync(this Visitor secretary, string session) =>
        [.. (await secretary.OpenAsync(session)).Document.QuerySelectorAll("li[id^=noi-dung] a").Select(a => a.GetAttribute("href")!)];

    /// <summary>Numbers and titles on the page of a session.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(this Visitor secretary, string session) =>
        [.. (await secretary.OpenAsync(session)).Document.QuerySelectorAll("li[id^=noi-dung] a").Select(a => a.TextContent.Trim())];

    public static IReadOnlyList<string> Choices(this IHtmlFormElement form, string field) =>
        [.. form.QuerySelectorAll($"select[name='{field}'] option").Select(o => o.GetAttribute("value")!).Where(value => value.Length > 0)];

    public static string FirstChoice(this IHtmlFormElement form, string field) => form.Choices(field)[0];

    public static string Value(this Answer page, string field) => page.Document.QuerySelector($"[name='{field}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement list => list.Value ?? "",
        _ => throw new InvalidOperationException($"{page.Path} has no {field}"),
    };

    public static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"Nội dung thử {number}");
}
