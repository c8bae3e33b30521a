using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class DetailsModel(RecordsContext records) : SessionPage(records)
{
    public SessionOverview Overview { get; private set; } = null!;

    public AnnouncedFigures Announced { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Overview, Announced) = (await Records.SessionOverviewAsync(Session.Id, cancel), await Records.AnnouncedFiguresAsync(Session.Id, cancel));
}
