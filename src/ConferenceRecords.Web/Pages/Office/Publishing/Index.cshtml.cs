using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>Where every session stands on its way to the public pages.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sessions = await records.SessionHeadQuery().ToListAsync(cancel);
        var heads = (await records.ReleaseHeadsAsync(null, cancel)).ToLookup(h => h.SessionId);
        var editions = (await EditionLine.OfAsync(records, null, null, cancel)).ToLookup(e => e.SessionId);
        Lines = [.. sessions.Select(s => new Line(s.Id, s.Slug, s.Title, [.. heads[s.Id]], [.. editions[s.Id].OrderBy(e => e.Kind)]))];
    }

    public sealed record Line(Guid Id, string Slug, string Title, IReadOnlyList<ReleaseHead> Heads, IReadOnlyList<EditionLine> Editions);
}
