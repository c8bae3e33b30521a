using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.FollowUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>The register as a file, with the tasks that the address's filter admits.</summary>
public abstract class TablePage(RecordsContext records, TimeProvider clock) : PageModel
{
    protected async Task<TaskRegister> TableAsync(CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var rows = await records.TaskRowsAsync(TaskFilter.Of(Request.Query).Tasks(records, today), today, null, null, cancel);
        return new(rows, await records.Agencies.ToDictionaryAsync(a => a.Id, a => a.Name, cancel), today);
    }

    protected FileContentResult Taken(byte[] file, string type, string extension)
    {
        Response.Headers.CacheControl = "no-store";
        return File(file, type, $"Theo dõi nhiệm vụ.{extension}");
    }
}
