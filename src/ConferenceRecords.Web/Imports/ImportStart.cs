using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Imports;

/// <summary>What became of handing a file over to be read.</summary>
public enum ImportStarted
{
    /// <summary>It is being read, from this request or from an equal one before it.</summary>
    Reading,

    /// <summary>The record of the job could not be stored; the page says why.</summary>
    Refused,

    /// <summary>Too many wait; nothing was stored.</summary>
    Busy,
}

/// <summary>Hands a file or a list over to be read in the background.</summary>
public sealed class ImportStart(RecordsContext records, ImportQueue queue, PortalConnections connections, TimeProvider clock)
{
    public async Task<ImportStarted> TryAsync(PageModel page, ImportJob job, Func<ImportHold, ImportUpload> upload, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(upload);
        var hold = await ImportHold.TakeAsync(connections.Records!, job.Id, cancel);
        var isQueued = false;
        try
        {
            records.Add(job);
            if (await page.SaveAsync(records, cancel) != SaveResult.Saved) return ImportStarted.Refused;

            // The other one of two equal requests was first: its list is read.
            if (records.Entry(job).State != EntityState.Unchanged) return ImportStarted.Reading;
            isQueued = queue.TryAdd(upload(hold));
            if (isQueued) return ImportStarted.Reading;
        }
        finally
        {
            if (!isQueued) await hold.DisposeAsync();
        }
        await records.CancelImportAsync(job.Id, clock.GetUtcNow(), cancel);
        return ImportStarted.Busy;
    }
}
