using ConferenceRecords.Data.Records;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>The register as a workbook.</summary>
public sealed class ExcelModel(RecordsContext records, TimeProvider clock) : TablePage(records, clock)
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancel) =>
        Taken((await TableAsync(cancel)).ToWorkbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
}
