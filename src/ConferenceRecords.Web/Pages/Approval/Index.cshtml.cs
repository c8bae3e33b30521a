using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>What waits for a second person, and what was published.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Line> Waiting { get; private set; } = [];

    /// <summary>Approved for a later time.</summary>
    public IReadOnlyList<Line> Scheduled { get; private set; } = [];

    /// <summary>Of which something is public.</summary>
    public IReadOnlyList<Line> Published { get; private set; } = [];

    public IReadOnlyList<Emergency> Emergencies { get; private set; } = [];

    /// <summary>Sessions with opinions, whose answering the chair follows.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Answered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (me, now) = (User.UserId(), clock.GetUtcNow());
        var heads = await records.ReleaseHeadsAsync(null, cancel);
        var sessions = await records.Sessions.OrderByDescending(s => s.Ordinal)
            .Select(s => new { s.Id, s.Title, HasOpinions = records.Opinions.Any(o => o.SessionId == s.Id && o.WithdrawnAt == null) }).ToListAsync(cancel);
        var titles = sessions.ToDictionary(s => s.Id, s => s.Title);
        var conclusions = await records.Conclusions.Select(c => new { c.Id, c.Title }).ToDictionaryAsync(c => c.Id, c => c.Title, cancel);
        var submitters = heads.Select(h => h.SubmittedById).ToHashSet();
        var names = await records.Users.Where(u => submitters.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var lines = heads.OrderByDescending(h => h.ApprovedAt).ThenBy(h => titles[h.SessionId], StringComparer.Ordinal).Select(h => (Head: h, Line: new Line(
            h, this.Text().Name(h.Kind, conclusions.GetValueOrDefault(h.Id), titles[h.SessionId]), titles[h.SessionId],
            h.SubmittedById is { } id ? names.GetValueOrDefault(id) : null, h.AuthorIds.Contains(me) || h.SubmittedById == me))).ToList();
        Waiting = [.. lines.Where(l => l.Head.State == ReleaseState.Submitted).Select(l => l.Line)];
        Scheduled = [.. lines.Where(l => l.Head.IsScheduled(now)).Select(l => l.Line)];
        Published = [.. lines.Where(l => l.Head.EditionCount > l.Head.WithdrawnThrough && l.Head.State != ReleaseState.Submitted && !l.Head.IsScheduled(now)).Select(l => l.Line)];
        Emergencies = await Emergency.WaitingAsync(records, me, cancel);
        Answered = [.. sessions.Where(s => s.HasOpinions).Take(12).Select(s => (s.Id, s.Title))];
    }

    public sealed record Line(ReleaseHead Head, string Title, string Session, string? SubmittedBy, bool IsOwn);
}
