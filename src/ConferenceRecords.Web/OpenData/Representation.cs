using ConferenceRecords.Documents.OpenData;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.OpenData;

/// <summary>A format in which the address of an edition answers beside HTML.</summary>
/// <param name="Suffix">What follows the address to ask for it without a header.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Write">Writes an edition.</param>
/// <param name="Bury">Writes what stays of a withdrawn one.</param>
/// <param name="GoneType">Media type of that.</param>
internal sealed record Representation(string Suffix, string Name, string MediaType, Func<OpenEdition, byte[]> Write, Func<OpenWithdrawal, byte[]> Bury, string GoneType)
{
    public const string Html = "text/html";

    public static readonly IReadOnlyList<Representation> All =
    [
        new(".json", "JSON", "application/json", OpenJson.Write, OpenJson.Write, "application/problem+json"),
        new(".jsonld", "JSON-LD", "application/ld+json", LinkedData.Write, LinkedData.Write, "application/ld+json"),
        new(".txt", "Văn bản thuần", "text/plain", PlainText.Write, PlainText.Write, "text/plain"),
        new(".akn.xml", "Akoma Ntoso", "application/akn+xml", AkomaNtoso.Write, AkomaNtoso.Write, "application/problem+xml"),
    ];

    // Whoever asks for XML, and not for a page, gets the only XML there is.
    private static readonly IReadOnlyList<(MediaTypeHeaderValue Type, Representation? Format)> Offers =
        [(new(Html), null), .. All.Select(r => (new MediaTypeHeaderValue(r.MediaType), (Representation?)r)), (new("application/xml"), All[^1]), (new("text/xml"), All[^1])];

    /// <summary>Chooses by the header <c>Accept</c> (RFC 9110, 12.5.1); among formats that are wished alike the page comes first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="chosen">The format; null for the page.</param>
    /// <returns>False where nothing fits.</returns>
    public static bool TryChoose(HttpRequest request, out Representation? chosen)
    {
        chosen = null;

        // What every browser sends: a page first, which nothing can be wished for more than.
        if (request.Headers.Accept is [{ } only] && only.StartsWith(Html, StringComparison.Ordinal) && only.AsSpan(Html.Length) is [] or [',', ..]) return true;
        var wishes = request.GetTypedHeaders().Accept;
        if (wishes.Count == 0) return true;
        var best = Offers.Select(o => (o.Format, Quality: Quality(wishes, o.Type))).MaxBy(o => o.Quality);
        chosen = best.Format;
        return best.Quality > 0;
    }

    /// <summary>The quality of the most exact range that an offer falls into.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> wishes, MediaTypeHeaderValue offer) => wishes
        .Where(w => w.MatchesAllTypes || (w.MatchesAllSubTypes ? w.Type.Equals(offer.Type, StringComparison.OrdinalIgnoreCase) : w.MediaType.Equals(offer.MediaType, StringComparison.OrdinalIgnoreCase)))
        .OrderBy(w => w.MatchesAllTypes ? 2 : w.MatchesAllSubTypes ? 1 : 0)
        .Select(w => w.Quality ?? 1).FirstOrDefault();
}

/// <summary>Addresses with a suffix: <c>/ket-luan/...json</c> is <c>/ket-luan/...</c> asked for as JSON, so that a format can be linked to and opened without a header.</summary>
internal static class RepresentationSuffix
{
    private static readonly IReadOnlyList<string> Folders = [.. Enum.GetValues<PublicPart>().Select(part => "/" + PublicAddresses.Folder(part))];

    public static IApplicationBuilder UseRepresentationSuffix(this IApplicationBuilder app) =>
        app.Use((context, next) => Of(context.Request.Path) is { } format ? AskAsync(context.Request, format, next) : next(context));

    private static async Task AskAsync(HttpRequest request, Representation format, RequestDelegate next)
    {
        var asked = request.Path;
        request.Path = asked.Value![..^format.Suffix.Length];
        request.Headers.Accept = format.MediaType;
        await next(request.HttpContext);

        // The log names the address that was asked for.
        request.Path = asked;
    }

    private static Representation? Of(PathString path)
    {
        // Files and bundles, four steps down, have names of their own; papers have numbers.
        if (path.Value is not { } text || !text.AsSpan(text.LastIndexOf('/') + 1).Contains('.') || !(text.Split('/') is ["", _, _] or ["", _, _, _] or ["", _, _, "ban", _] or ["", _, _, "ban", _, [>= '0' and <= '9', ..]])) return null;
        return Folders.Any(folder => path.StartsWithSegments(folder, StringComparison.Ordinal)) ? Representation.All.FirstOrDefault(r => text.EndsWith(r.Suffix, StringComparison.Ordinal)) : null;
    }
}
