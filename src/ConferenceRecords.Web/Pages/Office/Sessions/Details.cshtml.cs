using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class DetailsModel(RecordsContext records) : SessionPage(records)
{
    public SessionOverview Overview { get; private set; } = null!;

    /// <summary>Contents of earlier sessions that wait to be taken up.</summary>
    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Overview = await Records.SessionOverviewAsync(Session.Id, cancel);
        Waiting = await Records.WaitingFor(Session.Id).CountAsync(cancel);
    }
}
