using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>The table as a Word document.</summary>
public sealed class WordModel(RecordsContext records, VersionComparisons comparisons) : TablePage(records, comparisons)
{
    public Task<FileContentResult> OnGetAsync(CancellationToken cancel) =>
        FileAsync(ResponseTableDocument.Write, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", cancel);
}
