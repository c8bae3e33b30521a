using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Publishing;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>A page about one release of a session, named in the address by <c>{kind}</c>.</summary>
public abstract class ReleasePage(RecordsContext records) : SessionPage(records)
{
    /// <summary>What is released.</summary>
    public ReleaseKind Kind { get; private set; }

    protected override async Task<SessionHead?> FindAsync(CancellationToken cancel)
    {
        if (ReleaseWords.KindOf(RouteData.Values["kind"] as string) is not { } kind) return null;
        Kind = kind;
        return await base.FindAsync(cancel);
    }

    /// <summary>The release with what belongs to it, tracked; null while nobody opened it.</summary>
    protected Task<Release?> FindReleaseAsync(CancellationToken cancel) => Records.ReleaseAsync(Session.Id, Kind, cancel);
}
