using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Drafts;

/// <summary>Gives back the file from which a version was converted: untouched, under its own name, to be saved and never shown by the browser.</summary>
public sealed class OriginalFile(RecordsContext records, FileStore files, KeptFiles kept)
{
    /// <summary>The answer; null where the version came from pasted text. Who may read the version was asked before.</summary>
    public async Task<FileContentResult?> OfAsync(Guid versionId, HttpResponse response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(response);
        var version = await records.DraftVersions.AsNoTracking().Where(v => v.Id == versionId).Select(v => v.File).SingleOrDefaultAsync(cancel);
        if (version is null || await kept.OfAsync(files, version.Sha256, cancel) is not { } content) return null;
        records.Note("draft.file", nameof(DraftVersion), versionId);
        await records.SaveChangesAsync(cancel);
        response.Headers.CacheControl = "no-store";
        return new(content, version.Kind == OriginalKind.Pdf ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document") { FileDownloadName = version.Name };
    }
}
