using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>The same as a Word report to the session.</summary>
public sealed class BeforeWordModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancel)
    {
        var (today, tasks) = (VietnamTime.DateOf(clock.GetUtcNow()), Records.TasksBefore(Session.Id));
        var table = new TaskRegister(
            await Records.TaskRowsAsync(tasks.Where(t => t.DoneOn == null), today, null, null, cancel), await Records.Agencies.ToDictionaryAsync(a => a.Id, a => a.Name, cancel), today);
        Response.Headers.CacheControl = "no-store";
        return File(
            table.ToReport(await Records.CommitteeNameAsync(Session.Id, cancel), Session.Title, await tasks.TaskCountsAsync(today, cancel)),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"Tình hình thực hiện kết luận - {VietnameseText.CleanLine(Session.Title).Replace('/', '-')}.docx");
    }
}
