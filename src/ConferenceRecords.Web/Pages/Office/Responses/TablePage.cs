using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Responses;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>The table of responses as a file, with the rows that the address's filter admits; it names people, so that both its reading and its leaving are noted.</summary>
public abstract class TablePage(RecordsContext records, VersionComparisons comparisons) : SessionPage(records)
{
    private static readonly IReadOnlySet<Guid> NoAlarms = new HashSet<Guid>();

    protected async Task<FileContentResult> FileAsync(Func<ResponseTable, byte[]> write, string type, string extension, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        var filter = LedgerFilter.Of(Request.Query);
        var alarms = filter.State == LedgerFilter.Alarm ? (await Records.LedgerAlarmsAsync(comparisons, Records.DraftsOfSession(Session.Id), cancel)).Unchanged : NoAlarms;
        var file = write(await ResponseTable.LoadAsync(Records, Session, row => filter.Admits(row, alarms), cancel));
        Records.Note("opinions.read", nameof(Session), Session.Id);
        Records.Note("responses.exported", nameof(Session), Session.Id);
        await Records.SaveChangesAsync(cancel);
        Response.Headers.CacheControl = "no-store";
        return File(file, type, $"Bảng tổng hợp tiếp thu, giải trình ý kiến - {VietnameseText.CleanLine(Session.Title).Replace('/', '-')}.{extension}");
    }
}
