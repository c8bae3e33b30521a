using ConferenceRecords.Data.Publication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>What the page at an address says whose editions were withdrawn.</summary>
/// <param name="Withdrawal">When and why.</param>
/// <param name="Replacement">Number of the newest edition that holds today; null where there is none.</param>
public sealed record Withdrawn(Withdrawal Withdrawal, int? Replacement);

/// <summary>The answer 410 with a page that people can read.</summary>
internal static class WithdrawnAnswers
{
    private const string View = "/Pages/Public/_Withdrawn.cshtml";

    public static ViewResult Gone(this PageModel page, Withdrawal withdrawal, int? replacement) => new()
    {
        ViewName = View, StatusCode = StatusCodes.Status410Gone,
        ViewData = new ViewDataDictionary<Withdrawn>(page.ViewData, new Withdrawn(withdrawal, replacement)), TempData = page.TempData,
    };
}
