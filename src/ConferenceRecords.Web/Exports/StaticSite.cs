using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceRecords.Web.OpenData;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Exports;

/// <summary>What was written of the public side.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">How many bytes.</param>
/// <param name="Gone">Addresses that must answer 410, with the file that they show.</param>
/// <param name="Broken">Addresses that something links to and that do not answer.</param>
internal sealed record StaticSiteResult(int Files, long Bytes, IReadOnlyList<GoneAddress> Gone, IReadOnlyList<string> Broken);

/// <summary>An address that must answer 410.</summary>
internal sealed record GoneAddress(string Address, string File);

/// <summary>
/// The complete public side as plain files: whatever can be reached from where it begins. A page is the <c>index.html</c> of a folder with its address, an answer for programs its
/// <c>index.json</c>; what has an ending keeps it.
/// </summary>
internal sealed class StaticSite(InProcessPortal portal, string folder, Action<int> progress)
{
    private const string Search = "/tim-kiem";

    private readonly Queue<(string Address, bool IsLinked)> waiting = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<GoneAddress> gone = [];
    private readonly List<string> broken = [];
    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);

    /// <summary>Writes everything.</summary>
    /// <param name="addresses">Where it begins; those that do not answer are left out.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task<StaticSiteResult> WriteAsync(IEnumerable<string> addresses, CancellationToken cancel)
    {
        foreach (var address in addresses) Await("/", address, isLinked: false);
        while (waiting.TryDequeue(out var next)) await TakeAsync(next.Address, next.IsLinked, cancel);
        var missing = await portal.GetAsync("/khong-co-trang-nay", cancel);
        // It names itself, and answers 404.
        known.Add("/404.html");
        await WriteAsync("/404.html", Page("/404.html", Encoding.UTF8.GetString(missing.Body)), cancel);
        while (waiting.TryDequeue(out var next)) await TakeAsync(next.Address, next.IsLinked, cancel);
        await WriteAsync("/may-chu.txt", Encoding.UTF8.GetBytes(ServerNotes.Of(gone)), cancel);
        return new(written.Count, written.Values.Sum(length => (long)length), gone, broken);
    }

    private async Task TakeAsync(string address, bool isLinked, CancellationToken cancel)
    {
        var answer = await portal.GetAsync(address, cancel);
        if (answer.Status is not (StatusCodes.Status200OK or StatusCodes.Status410Gone))
        {
            if (isLinked) broken.Add(address);
            return;
        }
        var (body, path) = (answer.Body, PathOf(address, answer.MediaType));
        if (answer.Status == StatusCodes.Status410Gone) gone.Add(new(AddressOf(address), path));
        if (answer.MediaType == "text/html")
        {
            body = Page(address, Encoding.UTF8.GetString(body));
        }
        else
        {
            if (answer.MediaType == "application/json" && answer.Status == StatusCodes.Status200OK && DataAddresses.IsOpenData(address)) body = await WholeAsync(address, body, cancel);
            foreach (var link in SiteLinks.OfFile(answer.MediaType, body)) Await(address, link, isLinked: answer.MediaType != "application/json");
        }
        await WriteAsync(path, body, cancel);
        if (written.Count % 25 == 0) progress(written.Count);
    }

    /// <summary>A page whose links lead to files: those with a query get a path, and the search says what it needs.</summary>
    private byte[] Page(string address, string html)
    {
        if (WithoutLanguage(address) == Search) html = WithoutSearch(address, html);
        foreach (var link in SiteLinks.OfPage(html).Distinct().ToList())
        {
            if (Await(address, link, isLinked: true) is { } target && target.Contains('?', StringComparison.Ordinal))
                html = html.Replace($"=\"{WebUtility.HtmlEncode(link)}\"", $"=\"{AddressOf(target)}\"", StringComparison.Ordinal);
        }
        return Encoding.UTF8.GetBytes(html);
    }

    private string WithoutSearch(string address, string html)
    {
        var (start, end) = (html.IndexOf("<main", StringComparison.Ordinal), html.IndexOf("</main>", StringComparison.Ordinal));
        if (start < 0 || end < 0) return html;
        var (text, before) = (portal.Services.GetRequiredService<IStringLocalizer<SharedText>>(), CultureInfo.CurrentUICulture);
        var prefix = address.StartsWith("/en/", StringComparison.Ordinal) ? "/en" : "";
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(prefix.Length > 0 ? "en-GB" : "vi-VN");
        try
        {
            var words = $"<h1>{text["Tìm kiếm"]}</h1><div class=\"notice warning\"><p>{text["Bản này gồm các tệp có sẵn nên không tìm kiếm được. Hãy tìm trên cổng đang chạy, hoặc mở danh sách."]}</p></div>";
            var lists = $"<ul><li><a href=\"{prefix}/hoi-nghi\">{text["Hội nghị"]}</a></li><li><a href=\"{prefix}/ket-luan\">{text["Kết luận"]}</a></li><li><a href=\"{prefix}/chi-tieu\">{text["Chỉ tiêu"]}</a></li></ul>";
            return html[..(html.IndexOf('>', start) + 1)] + words + lists + html[end..];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>A list for programs with all its parts: files take no cursor.</summary>
    private async Task<byte[]> WholeAsync(string address, byte[] body, CancellationToken cancel)
    {
        if (JsonNode.Parse(body) is not JsonObject list) return body;
        var (items, holder) = (list["items"] ?? list["data"]) is JsonArray array ? (array, list["links"] as JsonObject ?? list) : (null, null);
        if (items is null || holder is null) return body;
        var isWhole = true;
        for (var next = (string?)holder["next"]; next is not null; isWhole = false)
        {
            var part = JsonNode.Parse((await portal.GetAsync(new Uri(portal.Address, next).PathAndQuery, cancel)).Body)!.AsObject();
            foreach (var item in (part["items"] ?? part["data"])!.AsArray()) items.Add(item!.DeepClone());
            next = (string?)(part["links"] as JsonObject ?? part)["next"];
        }
        if (isWhole && !list.ContainsKey("resume")) return body;
        if (holder == list) holder["next"] = null;
        else holder.Remove("next");
        if (list.ContainsKey("resume")) list["resume"] = address;
        return JsonSerializer.SerializeToUtf8Bytes(list, DataJson.Options);
    }

    /// <summary>Notes what a link leads to, where that is within the site.</summary>
    /// <returns>Its address; null where it leads elsewhere.</returns>
    private string? Await(string from, string link, bool isLinked)
    {
        if (!Uri.TryCreate(new Uri(portal.Address, from), link, out var target) || target.Scheme is not ("http" or "https") || target.Authority != portal.Address.Authority) return null;
        var address = WithoutLanguage(target.AbsolutePath) == Search ? target.AbsolutePath : target.PathAndQuery;
        if (known.Add(address)) waiting.Enqueue((address, isLinked));
        return target.PathAndQuery;
    }

    private async Task WriteAsync(string path, byte[] body, CancellationToken cancel)
    {
        var file = Path.GetFullPath(Path.Combine(folder, path.TrimStart('/')));
        if (!file.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new InvalidOperationException($"{path} leads out of the folder");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, body, cancel);
        // "/en" and "/en/" are one file.
        written[file] = body.Length;
    }

    private static string PathOf(string address, string mediaType)
    {
        var path = AddressOf(address).TrimEnd('/');
        return mediaType switch
        {
            "text/html" when !path.EndsWith(".html", StringComparison.Ordinal) => path + "/index.html",
            "application/json" or "application/problem+json" when !path.EndsWith(".json", StringComparison.Ordinal) => path + "/index.json",
            _ => path,
        };
    }

    /// <summary>The address of a file instead of one with a query, which no folder has.</summary>
    private static string AddressOf(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0) return address;
        if (WithoutLanguage(address[..mark]) == Search) return address[..mark];
        var query = string.Concat(Uri.UnescapeDataString(address[(mark + 1)..]).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : c is '=' or '&' ? '/' : '_'));
        return $"{address[..mark].TrimEnd('/')}/_/{query.Replace("..", "__", StringComparison.Ordinal)}";
    }

    private static string WithoutLanguage(string path) => path.StartsWith("/en/", StringComparison.Ordinal) ? path[3..] : path;
}
