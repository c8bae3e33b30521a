using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class DetailsModel(RecordsContext records) : SessionPage(records)
{
    public SessionOverview Overview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Overview = await Records.SessionOverviewAsync(Session.Id, cancel);

    /// <summary>A part of a whole as an SVG length.</summary>
    public static string Percent(double part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100 * part / whole:0.##}%");
}
