using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A file of an edition, to be saved: its hash is its tag, and the same address gives the same bytes for ever, or tells that it was withdrawn.</summary>
public sealed class EditionFileModel(PublicationContext publication) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, [FromRoute] int number, [FromRoute] string fileName, CancellationToken cancel)
    {
        if (await publication.FileAsync(ReleaseKind.Conclusion, slug, number, fileName, cancel) is not { } file) return NotFound();
        if (file.Withdrawal is { } withdrawal) return this.Gone(withdrawal, file.Replacement?.Number);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\"");

        // A file may be withdrawn on any day: whoever keeps it asks again.
        Response.Headers.CacheControl = "public, no-cache";
        Response.GetTypedHeaders().ETag = tag;
        if (Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            return StatusCode(StatusCodes.Status304NotModified);
        var content = await publication.Files.Where(f => f.EditionId == file.EditionId && f.Name == fileName).Select(f => f.Content).SingleAsync(cancel);
        return File(content, file.MediaType, $"{slug}-ban-{number}-{fileName}");
    }
}
