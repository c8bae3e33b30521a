using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Opinions;

/// <summary>One opinion with its number and time: the receipt after sending, at an address that stays.</summary>
public sealed class ReceiptModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public DelegateOpinion Opinion { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid opinionId, CancellationToken cancel)
    {
        if (await records.DelegateOpinionsQuery(User.UserId(), opinionId).SingleOrDefaultAsync(cancel) is not { } opinion) return NotFound();
        Opinion = opinion;
        return Page();
    }
}
