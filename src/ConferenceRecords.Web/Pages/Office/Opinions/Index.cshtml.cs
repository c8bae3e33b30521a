using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Capture;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>The office's desk: a whole session, or with <c>?to=</c> one of its discussion groups.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : CapturePage(records, clock)
{
    public override string Here => $"~/van-phong/hoi-nghi/{Session.Id}/y-kien" + (Group is null ? "" : $"?to={Group.Id}");

    public override string? AddressOf(Guid opinionId) => $"~/van-phong/y-kien/{opinionId}";

    public override IQueryable<Draft> Drafts => Records.Drafts;

    protected override async Task<SessionHead?> FindAsync(CancellationToken cancel)
    {
        var session = await base.FindAsync(cancel);
        if (session is null || !Request.Query.TryGetValue("to", out var typed)) return session;
        Group = Guid.TryParse(typed, out var id)
            ? await Records.DiscussionGroups.Where(g => g.Id == id && g.SessionId == session.Id && g.RemovedAt == null).Select(g => new CaptureGroup(g.Id, g.Name)).SingleOrDefaultAsync(cancel)
            : null;
        return Group is null ? null : session;
    }
}
