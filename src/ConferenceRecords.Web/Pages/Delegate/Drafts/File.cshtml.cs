using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>The original of a version that the delegate may read; of the newest one without <c>?ban=</c>. What he may not read is not there.</summary>
public sealed class FileModel(RecordsContext records, OriginalFile original) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid draftId, int? ban, CancellationToken cancel)
    {
        var version = await records.DelegateVersionsQuery(User.UserId(), draftId, ban).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancel);
        return version is { } id && await original.OfAsync(id, Response, cancel) is { } file ? file : NotFound();
    }
}
