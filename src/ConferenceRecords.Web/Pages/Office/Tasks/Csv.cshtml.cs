using ConferenceRecords.Data.Records;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>The register as CSV.</summary>
public sealed class CsvModel(RecordsContext records, TimeProvider clock) : TablePage(records, clock)
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancel) => Taken((await TableAsync(cancel)).ToCsv(), "text/csv; charset=utf-8", "csv");
}
