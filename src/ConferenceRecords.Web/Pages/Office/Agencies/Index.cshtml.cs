using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Web.FollowUp;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Office.Agencies;

/// <summary>The agencies and the classes that conclusions address.</summary>
public sealed class IndexModel(RecordsContext records) : PageModel
{
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Agencies = await records.AgenciesByNameAsync(cancel);
}
