using ConferenceRecords.Documents.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>The workbook into which a list of people is filled.</summary>
public sealed class TemplateModel : PageModel
{
    public FileContentResult OnGet() =>
        File(PeopleTemplate.Write(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "mau-nhap-dai-bieu.xlsx");
}
