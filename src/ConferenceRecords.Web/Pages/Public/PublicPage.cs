using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A page made of editions: as long as these and the program stay the same, a reader who has the page gets 304.</summary>
public abstract class PublicPage : PageModel
{
    private static readonly byte[] Program = typeof(PublicPage).Module.ModuleVersionId.ToByteArray();

    /// <summary>The page, or 304 when the reader has it already.</summary>
    protected IActionResult Answer(IReadOnlyList<PublishedEdition<SessionBundle>> editions)
    {
        var tag = Tag(editions);
        var headers = Response.GetTypedHeaders();
        headers.ETag = tag;
        if (editions.Count > 0) headers.LastModified = editions.Max(e => e.Newest.PublishedAt);
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? StatusCode(StatusCodes.Status304NotModified)
            : Page();
    }

    private static EntityTagHeaderValue Tag(IReadOnlyList<PublishedEdition<SessionBundle>> editions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Program);
        hash.AppendData(Encoding.UTF8.GetBytes(CultureInfo.CurrentUICulture.Name));
        foreach (var edition in editions)
        {
            hash.AppendData(edition.Sha256);

            // An older edition says which is the newest.
            hash.AppendData(BitConverter.GetBytes(edition.Newest.Number));
        }
        return new($"\"{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 16))}\"", isWeak: true);
    }
}
