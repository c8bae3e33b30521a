using ConferenceRecords.Web.Hosting;
using ConferenceRecords.Web.OpenData;
using Microsoft.AspNetCore.WebUtilities;

namespace ConferenceRecords.Web.Caching;

/// <summary>What a public answer depends on, besides the publication and the day: nothing else that a request says may change it.</summary>
/// <param name="Path">The path with its language.</param>
/// <param name="Query">The query without what tells where a reader came from.</param>
/// <param name="Accept">What the reader wants, as few different values as possible.</param>
/// <param name="Host">The host: a page names its own address.</param>
/// <param name="IsSecure">Whether it was asked for over TLS.</param>
internal readonly record struct PageKey(string Path, string Query, string Accept, string Host, bool IsSecure)
{
    private const int LongestAccept = 60, LongestQuery = 200;
    private const string Page = "text/html";

    /// <summary>Files and checks, which have a way of their own.</summary>
    private static readonly string[] NoPages = ["/css", "/js", "/img", "/health", "/loi"];

    /// <summary>The questions whose answers are kept. What people search for is not: each question is another, and nobody's business a minute later.</summary>
    private static readonly string[] Kept = ["sau"];

    /// <summary>What other sites hang on a link to count their readers. A page is the same without it.</summary>
    private static readonly string[] Marks = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "fbclid", "gclid", "zarsrc"];

    /// <summary>The key of a request; false for one whose answer is not kept.</summary>
    public static bool TryRead(HttpRequest request, bool cookiesMatter, out PageKey key)
    {
        key = default;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        var headers = request.Headers;

        // A signed-in person is answered by the pages themselves; so is a part of a file, and a page of another site, whose rights an answer's headers tell: of open data
        // alone every answer tells them.
        if ((cookiesMatter && headers.Cookie.Count > 0) || headers.Authorization.Count > 0 || headers.Range.Count > 0 || (headers.Origin.Count > 0 && !DataAddresses.IsOpenData(request.Path))) return false;
        if (AcceptOf(headers.Accept) is not { } accept || QueryOf(request.QueryString) is not { } query || request.Path.Value is not { } path) return false;
        if (IsElsewhere(path)) return false;
        key = new(path, query, accept, request.Host.Value ?? "", request.IsHttps);
        return true;
    }

    private static bool IsElsewhere(string path)
    {
        var here = path.StartsWith("/en/", StringComparison.Ordinal) ? new PathString(path[3..]) : new PathString(path);
        if (PortalPaths.IsPrivate(here)) return true;
        foreach (var other in NoPages)
        {
            if (here.StartsWithSegments(other)) return true;
        }
        return false;
    }

    /// <summary>A browser wants a page; a program names one media type, or takes what there is. Whoever asks in another way is answered, but nothing is kept for him.</summary>
    private static string? AcceptOf(Microsoft.Extensions.Primitives.StringValues accept)
    {
        if (accept.Count == 0) return "";
        if (accept.Count > 1 || accept[0] is not { } value) return null;
        if (value.StartsWith(Page, StringComparison.Ordinal) && (value.Length == Page.Length || value[Page.Length] == ',')) return Page;
        return value == "*/*" ? "" : value.Length <= LongestAccept && value.AsSpan().IndexOfAny(",;") < 0 ? value : null;
    }

    private static string? QueryOf(QueryString query)
    {
        if (!query.HasValue || query.Value!.Length == 1) return "";
        if (query.Value.Length > LongestQuery) return null;
        var kept = "";
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var name = pair.DecodeName().ToString();
            if (Marks.Contains(name)) continue;
            if (!Kept.Contains(name)) return null;
            kept += $"{(kept.Length == 0 ? '?' : '&')}{pair.EncodedName}={pair.EncodedValue}";
        }
        return kept;
    }
}
