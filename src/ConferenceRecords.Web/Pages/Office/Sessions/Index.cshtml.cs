using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Sessions = await records.SessionLineQuery(VietnamTime.DateOf(clock.GetUtcNow())).ToListAsync(cancel);
}
