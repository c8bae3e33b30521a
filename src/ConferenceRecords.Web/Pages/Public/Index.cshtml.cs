using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class IndexModel(PublicationContext publication) : PublicPage
{
    private const int MostConclusions = 3;

    public IReadOnlyList<SessionBundle> Latest { get; private set; } = [];

    /// <summary>The session held last; without dates the one published last.</summary>
    public SessionBundle? Nearest { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var editions = await publication.LatestAsync(null, MostConclusions, cancel);
        Latest = [.. editions.Select(e => e.Bundle)];
        Nearest = Latest.MaxBy(b => b.Session.Sittings is [.., var last] ? last.Date : default);
        return Answer(editions);
    }
}
