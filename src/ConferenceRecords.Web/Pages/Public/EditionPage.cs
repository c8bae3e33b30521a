using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A page about one session as an edition shows it: the newest one, unless the address names another.</summary>
public abstract class EditionPage(PublicationContext publication) : PublicPage
{
    public PublishedEdition<SessionBundle> Edition { get; private set; } = null!;

    public SessionBundle Bundle => Edition.Bundle;

    // From the route alone: a query must not put an older edition under the address of the newest.
    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, [FromRoute] int? number, CancellationToken cancel)
    {
        if (await publication.EditionAsync<SessionBundle>(slug, number, cancel) is not { } answer) return NotFound();
        if (answer.Edition is not { } edition) return StatusCode(StatusCodes.Status410Gone);
        Edition = edition;
        return Answer([edition]);
    }
}
