using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Caching;
using ConferenceRecords.Web.OpenData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A page made of editions: as long as these and the program stay the same, a reader who has the page gets 304.</summary>
public abstract class PublicPage : PageModel
{
    /// <summary>The edition that the page shows, as programs read it; null on a page of several or none.</summary>
    public OpenEdition? Open { get; private protected set; }

    /// <summary>The page, or 304 when the reader has it already.</summary>
    /// <param name="editions">The editions that it shows.</param>
    protected IActionResult Answer<TBundle>(IReadOnlyList<PublishedEdition<TBundle>> editions)
        where TBundle : EditionBundle
    {
        var tag = Tag(editions);
        var headers = Response.GetTypedHeaders();
        headers.ETag = tag;
        if (editions.Count > 0) headers.LastModified = editions.Max(e => e.Newest.PublishedAt);
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? StatusCode(StatusCodes.Status304NotModified)
            : Page();
    }

    private EntityTagHeaderValue Tag<TBundle>(IReadOnlyList<PublishedEdition<TBundle>> editions)
        where TBundle : EditionBundle
    {
        var (services, language) = (HttpContext.RequestServices, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        var tag = new PageTag(language, services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<PortalAddress>(), Request, Request.Path);
        foreach (var edition in editions) tag.Add(new(edition.Sha256, edition.All, edition.Files, edition.PublicKinds));
        return new(tag.ToString(), isWeak: true);
    }
}
