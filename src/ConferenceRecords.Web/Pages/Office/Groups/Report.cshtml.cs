using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>"Báo cáo tổng hợp thảo luận tổ" as a Word file.</summary>
public sealed class ReportModel(RecordsContext records) : SessionPage(records)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var report = GroupDiscussionReport.Write(await GroupDiscussion.LoadAsync(Records, Session, cancel));
        Records.Note("opinions.read", nameof(Session), Session.Id);
        Records.Note("opinions.exported", nameof(Session), Session.Id);
        await Records.SaveChangesAsync(cancel);
        Response.Headers.CacheControl = "no-store";
        return File(report, Word, $"Báo cáo tổng hợp thảo luận tổ - {VietnameseText.CleanLine(Session.Title).Replace('/', '-')}.docx");
    }
}
