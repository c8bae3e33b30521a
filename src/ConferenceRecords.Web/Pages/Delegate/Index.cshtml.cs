using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>The delegate's start (D1): what waits for an opinion, what is done, the sessions he is invited to.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public bool IsDelegate { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<DelegateDraftRow> Waiting { get; private set; } = [];

    public IReadOnlyList<DelegateDraftRow> Others { get; private set; } = [];

    /// <summary>Opinions that were answered since the delegate looked at them last.</summary>
    public int NewAnswers { get; private set; }

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    /// <summary>The discussion groups whose record the delegate keeps.</summary>
    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        IsDelegate = await records.DelegateOf(userId).AnyAsync(cancel);
        var drafts = (await records.DelegateInboxAsync(userId, cancel)).ToLookup(d => d.OpinionCount == 0 && d.Window.IsOpen(Now));
        (Waiting, Others) = ([.. drafts[true]], [.. drafts[false]]);
        NewAnswers = await records.NewAnswersAsync(userId, cancel);
        var sessions = new List<SessionRow>();
        foreach (var session in await records.DelegateAgendaQuery(userId).ToListAsync(cancel))
        {
            // Only a session with a new agenda is looked into: there is seldom more than one.
            var isNews = session.Seen > 0 && session.Newest > session.Seen;
            sessions.Add(new(session, isNews ? (await records.DelegateAgendaStoryAsync(userId, session.SessionId, session.Seen, session.Newest, cancel)).Changes.Count : 0));
        }
        Sessions = sessions;
        Groups = await records.GroupsKeptBy(userId).OrderBy(g => g.Id).Select(g => new GroupRow(g.Id, g.Name, records.Sessions.Single(s => s.Id == g.SessionId).Title)).ToListAsync(cancel);
    }

    /// <summary>A session with the number of contents that changed since the delegate looked at its agenda.</summary>
    public sealed record SessionRow(DelegateAgenda Agenda, int Changes);

    public sealed record GroupRow(Guid Id, string Name, string Session);
}
