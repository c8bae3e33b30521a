using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.OpenData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A page made of editions: as long as these and the program stay the same, a reader who has the page gets 304.</summary>
public abstract class PublicPage : PageModel
{
    private static readonly byte[] Program = typeof(PublicPage).Module.ModuleVersionId.ToByteArray();

    /// <summary>The edition that the page shows, as programs read it; null on a page of several or none.</summary>
    public OpenEdition? Open { get; private protected set; }

    /// <summary>The page, or 304 when the reader has it already.</summary>
    /// <param name="editions">The editions that it shows.</param>
    /// <param name="linked">What else of the session it links to, because it is public.</param>
    protected IActionResult Answer<TBundle>(IReadOnlyList<PublishedEdition<TBundle>> editions, IReadOnlySet<ReleaseKind>? linked = null)
        where TBundle : EditionBundle
    {
        var tag = Tag(editions, linked);
        var headers = Response.GetTypedHeaders();
        headers.ETag = tag;
        if (editions.Count > 0) headers.LastModified = editions.Max(e => e.Newest.PublishedAt);
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? StatusCode(StatusCodes.Status304NotModified)
            : Page();
    }

    private EntityTagHeaderValue Tag<TBundle>(IReadOnlyList<PublishedEdition<TBundle>> editions, IReadOnlySet<ReleaseKind>? linked)
        where TBundle : EditionBundle
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Program);
        hash.AppendData(Encoding.UTF8.GetBytes(CultureInfo.CurrentUICulture.Name));

        // On paper the page says on which day it was fetched.
        var clock = HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        hash.AppendData(BitConverter.GetBytes(VietnamTime.DateOf(clock.GetUtcNow()).DayNumber));

        // Links and the QR picture begin with the address of the portal; what the operator says of it stands at the foot.
        var portal = HttpContext.RequestServices.GetRequiredService<PortalAddress>();
        hash.AppendData(Encoding.UTF8.GetBytes($"{portal.Canonical(Request, inEnglish: false)}\n{portal.Contact}\n{portal.Licence}"));
        foreach (var edition in editions)
        {
            hash.AppendData(edition.Sha256);

            // A page says which editions there are, which is the newest and which were withdrawn.
            foreach (var head in edition.All) hash.AppendData(BitConverter.GetBytes(head.IsWithdrawn ? -head.Number : head.Number));

            // A PDF comes some seconds after its edition.
            foreach (var file in edition.Files) hash.AppendData(file.Sha256);
        }
        foreach (var kind in (linked ?? new HashSet<ReleaseKind>()).Order()) hash.AppendData(BitConverter.GetBytes((int)kind));
        return new($"\"{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 16))}\"", isWeak: true);
    }
}
