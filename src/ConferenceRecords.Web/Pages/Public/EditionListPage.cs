using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A list of the newest edition of each session, the latest first, page by page.</summary>
public abstract class EditionListPage(PublicationContext publication) : PublicPage
{
    private const int PageSize = 20;

    public IReadOnlyList<PublishedEdition<SessionBundle>> Editions { get; private set; } = [];

    /// <summary>Whether this is not the beginning.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>The session after which the next page goes on; null on the last page.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "sau")] string? after, CancellationToken cancel)
    {
        IsContinued = after is not null;
        var found = await publication.LatestAsync(after, PageSize + 1, cancel);
        if (IsContinued && found.Count == 0) return NotFound();
        Editions = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Editions[^1].Bundle.Slug : null;
        return Answer(found);
    }
}
