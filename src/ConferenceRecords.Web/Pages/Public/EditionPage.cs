using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.OpenData;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A page about one session as an edition shows it: the newest one, unless the address names another. Programs get the same in their formats.</summary>
public abstract class EditionPage(PublicationContext publication) : PublicPage
{
    public PublishedEdition<SessionBundle> Edition { get; private set; } = null!;

    public SessionBundle Bundle => Edition.Bundle;

    /// <summary>What else of the session is public.</summary>
    public IReadOnlyList<LiveAddress> Others { get; private set; } = [];

    /// <summary>What the page is about.</summary>
    protected abstract PublicPart Part { get; }

    // From the route alone: a query must not put an older edition under the address of the newest.
    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, [FromRoute] int? number, [FromServices] PortalAddress portal, CancellationToken cancel)
    {
        Response.Headers.AppendCommaSeparatedValues("Vary", "Accept");
        if (!Representation.TryChoose(Request, out var format)) return StatusCode(StatusCodes.Status406NotAcceptable);
        if (await publication.EditionAsync<SessionBundle>(slug, number, cancel) is not { } answer) return NotFound();
        var addresses = portal.Addresses(Request);
        if (answer.Edition is not { } edition)
            return format is null ? StatusCode(StatusCodes.Status410Gone) : this.Bury(format, new(Part, answer.Withdrawal!, answer.Replacement, addresses));
        Edition = edition;
        Open = new(Part, edition.Bundle, edition.Sha256, edition.All, addresses);
        if (format is not null) return this.Write(format, Open);
        Others = await publication.LiveAsync(slug, Enum.GetValues<ReleaseKind>().Length, cancel);
        return Answer([edition], Others);
    }
}
