using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>The original of a version, for the office; of the newest one without <c>?ban=</c>.</summary>
public sealed class FileModel(RecordsContext records, OriginalFile original) : DraftPage(records)
{
    public async Task<IActionResult> OnGetAsync(int? ban, CancellationToken cancel)
    {
        var version = (await Records.DraftVersionHeadsAsync(Draft.Id, cancel)).FirstOrDefault(v => ban is null || v.Ordinal == ban);
        return version is not null && await original.OfAsync(version.Id, Response, cancel) is { } file ? file : NotFound();
    }
}
