using System.Security.Cryptography;
using ConferenceRecords.Documents.OpenData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.OpenData;

/// <summary>Answers of a page in another format than HTML.</summary>
internal static class RepresentedPages
{
    /// <summary>The edition in a format, or 304 when the reader has it already.</summary>
    public static IActionResult Write(this PageModel page, Representation format, OpenEdition edition)
    {
        page.Response.Headers.Link = Links(edition.Address, format);
        var bytes = format.Write(edition);
        return new FileContentResult(bytes, ContentType(format.MediaType))
        {
            EntityTag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""),
            LastModified = edition.All.Count > 0 ? edition.All[0].PublishedAt : edition.Bundle.PublishedAt,
        };
    }

    /// <summary>That the edition was withdrawn, in a format.</summary>
    public static IActionResult Bury(this PageModel page, Representation format, OpenWithdrawal gone)
    {
        page.Response.StatusCode = StatusCodes.Status410Gone;
        return new FileContentResult(format.Bury(gone), ContentType(format.GoneType));
    }

    /// <summary>The header that leads from one format to the page and the others.</summary>
    private static string Links(string address, Representation own) => string.Join(", ",
    [
        $"<{address}>; rel=\"canonical\"; type=\"{Representation.Html}\"",
        .. Representation.All.Where(r => r != own).Select(r => $"<{address}{r.Suffix}>; rel=\"alternate\"; type=\"{r.MediaType}\""),
    ]);

    private static MediaTypeHeaderValue ContentType(string mediaType) => MediaTypeHeaderValue.Parse(mediaType is "text/plain" ? "text/plain; charset=utf-8" : mediaType);
}
