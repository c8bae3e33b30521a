using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>Where every session stands on its way to the public pages.</summary>
public sealed class IndexModel(RecordsContext records) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sessions = await records.SessionHeadQuery().ToListAsync(cancel);
        var states = await records.Conclusions.Select(c => new { c.SessionId, c.State }).ToDictionaryAsync(c => c.SessionId, c => (ReleaseState?)c.State, cancel);
        var editions = (await records.Outbox.OrderByDescending(m => m.Edition)
            .Select(m => new { m.SessionId, Line = new EditionLine(m.Edition, m.CreatedAt, m.DeliveredAt) }).ToListAsync(cancel)).ToLookup(e => e.SessionId, e => e.Line);
        Lines = [.. sessions.Select(s => new Line(s.Id, s.Slug, s.Title, states.GetValueOrDefault(s.Id), [.. editions[s.Id]]))];
    }

    public sealed record Line(Guid Id, string Slug, string Title, ReleaseState? State, IReadOnlyList<EditionLine> Editions);
}
