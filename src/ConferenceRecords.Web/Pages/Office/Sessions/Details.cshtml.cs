using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class DetailsModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public SessionOverview Overview { get; private set; } = null!;

    /// <summary>Contents of earlier sessions that wait to be taken up.</summary>
    public int Waiting { get; private set; }

    /// <summary>Who came to each sitting, in figures.</summary>
    public IReadOnlyDictionary<Guid, AttendanceTally> Attendance { get; private set; } = null!;

    /// <summary>How the conclusions of earlier sessions of the body are carried out.</summary>
    public TaskCounts Before { get; private set; } = null!;

    public AnnouncedFigures Announced { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Overview = await Records.SessionOverviewAsync(Session.Id, cancel);
        Waiting = await Records.WaitingFor(Session.Id).CountAsync(cancel);
        Attendance = await Records.AttendanceTalliesAsync(Session.Id, Overview.Sittings, cancel);
        Before = await Records.TasksBefore(Session.Id).TaskCountsAsync(VietnamTime.DateOf(clock.GetUtcNow()), cancel);
        Announced = await Records.AnnouncedFiguresAsync(Session.Id, cancel);
    }
}
