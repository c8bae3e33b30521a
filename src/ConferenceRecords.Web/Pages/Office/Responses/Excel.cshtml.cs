using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>The table as a workbook to be filled in and read back.</summary>
public sealed class ExcelModel(RecordsContext records, VersionComparisons comparisons) : TablePage(records, comparisons)
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancel)
    {
        var agencies = await Records.Agencies.Where(a => !a.IsClass).OrderBy(a => a.ShortName).Select(a => a.ShortName).Distinct().ToListAsync(cancel);
        return await FileAsync(table => ResponseTableSheet.Write(table, agencies), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", cancel);
    }
}
