using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>The table of responses as a file; it names people, so that both its reading and its leaving are noted.</summary>
public abstract class TablePage(RecordsContext records) : SessionPage(records)
{
    protected async Task<FileContentResult> FileAsync(Func<ResponseTable, byte[]> write, string type, string extension, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        var file = write(await ResponseTable.LoadAsync(Records, Session, null, cancel));
        Records.Note("opinions.read", nameof(Session), Session.Id);
        Records.Note("responses.exported", nameof(Session), Session.Id);
        await Records.SaveChangesAsync(cancel);
        Response.Headers.CacheControl = "no-store";
        return File(file, type, $"Bảng tổng hợp tiếp thu, giải trình ý kiến - {VietnameseText.CleanLine(Session.Title).Replace('/', '-')}.{extension}");
    }
}
