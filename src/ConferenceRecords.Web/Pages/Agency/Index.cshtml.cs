using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Agencies;

/// <summary>The agency's start: the opinions that are assigned to it, open ones first.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    /// <summary>Short and full name of the agency; null for an account without one.</summary>
    public string? Agency { get; private set; }

    public IReadOnlyList<AssignedOpinion> Opinions { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        Agency = await records.Users.Where(u => u.Id == userId).Select(u => records.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.Name).FirstOrDefault()).SingleOrDefaultAsync(cancel);
        Opinions = await records.AssignedOpinionQuery(records.OpinionsAssignedTo(userId)).ToListAsync(cancel);
        if (Opinions.Count == 0) return;
        records.Note("opinions.read", nameof(Domain.Committees.Agency), Opinions[0].AgencyId);
        await records.SaveChangesAsync(cancel);
    }
}
