using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ConferenceRecords.Web.Exports;

/// <summary>What the answers of the public side link to within it.</summary>
internal static partial class SiteLinks
{
    private static readonly string[] Attributes = ["href", "src", "action"];

    /// <summary>The links of a page as they are written, its forms included.</summary>
    public static IEnumerable<string> OfPage(string html) =>
        OfPage(new HtmlParser().ParseDocument(html));

    /// <summary>The links of an answer that is no page.</summary>
    public static IEnumerable<string> OfFile(string mediaType, byte[] body) => mediaType switch
    {
        "text/css" => Urls().Matches(Encoding.UTF8.GetString(body)).Select(m => m.Groups[1].Value),
        "text/javascript" or "application/javascript" => Imports().Matches(Encoding.UTF8.GetString(body)).Select(m => m.Groups[1].Value),
        "application/xml" or "application/atom+xml" => Locations().Matches(Encoding.UTF8.GetString(body)).Select(m => m.Groups[1].Value),
        "application/json" or "application/ld+json" => OfJson(JsonNode.Parse(body)),
        _ => [],
    };

    private static IEnumerable<string> OfPage(IHtmlDocument document) =>
        document.QuerySelectorAll("a[href], link[href], script[src], img[src], form[action]").SelectMany(e => Attributes.Select(e.GetAttribute)).OfType<string>();

    private static IEnumerable<string> OfJson(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => OfJson(member.Value)),
        JsonArray values => values.SelectMany(OfJson),
        JsonValue value when value.TryGetValue<string>(out var text) && Address().IsMatch(text) => [text],
        _ => [],
    };

    [GeneratedRegex("""url\(["']?([^"')]+)["']?\)""")]
    private static partial Regex Urls();

    [GeneratedRegex("""(?:from|import)\s*\(?\s*["']([^"']+)["']""")]
    private static partial Regex Imports();

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Locations();

    /// <summary>What stands for an address in data: a path from the root or a whole address, and nothing of a text that begins alike.</summary>
    [GeneratedRegex(@"^(https?://[a-z0-9.:-]+)?/[A-Za-z0-9./_-]*(#[a-z0-9-]+)?$")]
    private static partial Regex Address();
}
