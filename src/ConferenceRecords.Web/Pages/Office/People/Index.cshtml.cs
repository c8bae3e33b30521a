using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>The directory: everybody by given name, found by name, position or unit without marks.</summary>
public sealed class IndexModel(RecordsContext records) : PageModel
{
    private const int PageSize = 50;

    public SearchTerms? Terms { get; private set; }

    public bool Removed { get; private set; }

    public IReadOnlyList<DelegateLine> People { get; private set; } = [];

    public int Found { get; private set; }

    public int Number { get; private set; }

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);

    public int Members { get; private set; }

    public int Guests { get; private set; }

    public int RemovedCount { get; private set; }

    public async Task OnGetAsync(
        [FromQuery(Name = "tim")] string? typed, [FromQuery(Name = "da-bo")] bool removed, [FromQuery(Name = "trang")] int number, CancellationToken cancel)
    {
        (Terms, Removed) = (SearchTerms.Read(typed), removed);
        var counts = await records.Delegates.GroupBy(d => new { d.IsMember, IsRemoved = d.RemovedAt != null }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        Members = counts.Where(c => c.Key is { IsRemoved: false, IsMember: true }).Sum(c => c.Count);
        Guests = counts.Where(c => c.Key is { IsRemoved: false, IsMember: false }).Sum(c => c.Count);
        RemovedCount = counts.Where(c => c.Key.IsRemoved).Sum(c => c.Count);
        var found = await records.DirectoryAsync(Terms, removed, cancel);
        Found = found.Count;
        Number = Math.Clamp(number, 1, Pages);
        People = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
    }
}
