using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Capture;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>The desk of a discussion group, for the delegate who keeps its record; for everybody else it is not there.</summary>
public sealed class GroupModel(RecordsContext records, TimeProvider clock) : CapturePage(records, clock)
{
    public override string Here => $"~/dai-bieu/to/{Group!.Id}";

    public override string? AddressOf(Guid opinionId) => null;

    public override IQueryable<Draft> Drafts => Records.DraftsFor(User.UserId());

    protected override async Task<SessionHead?> FindAsync(CancellationToken cancel)
    {
        if (!Guid.TryParse(RouteData.Values["groupId"] as string, out var id)) return null;
        var group = await Records.GroupsKeptBy(User.UserId()).Where(g => g.Id == id).Select(g => new { g.Id, g.Name, g.SessionId }).SingleOrDefaultAsync(cancel);
        if (group is null) return null;
        Group = new(group.Id, group.Name);
        return await Records.SessionHeadAsync(group.SessionId, cancel);
    }
}
