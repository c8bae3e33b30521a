using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>What waits for a second person, and what was published.</summary>
public sealed class IndexModel(RecordsContext records) : PageModel
{
    public IReadOnlyList<Line> Waiting { get; private set; } = [];

    public IReadOnlyList<Line> Published { get; private set; } = [];

    /// <summary>Sessions with opinions, whose answering the chair follows.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Answered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = User.UserId();
        var conclusions = await (
            from c in records.Conclusions
            join s in records.Sessions on c.SessionId equals s.Id
            join u in records.Users on c.SubmittedById equals u.Id into submitters
            from u in submitters.DefaultIfEmpty()
            where c.State != ReleaseState.Drafting
            orderby c.ApprovedAt descending, s.Title
            select new { c.State, Line = new Line(c.Id, c.Title, s.Title, u == null ? null : u.DisplayName, c.AuthorIds.Contains(me) || c.SubmittedById == me, c.ApprovedAt) })
            .ToListAsync(cancel);
        Waiting = [.. conclusions.Where(c => c.State == ReleaseState.Submitted).Select(c => c.Line)];
        Answered = [.. (await records.Sessions.Where(s => records.Opinions.Any(o => o.SessionId == s.Id && o.WithdrawnAt == null)).OrderByDescending(s => s.Ordinal).Take(12).Select(s => new { s.Id, s.Title }).ToListAsync(cancel)).Select(s => (s.Id, s.Title))];
        Published = [.. conclusions.Where(c => c.State == ReleaseState.Approved).Select(c => c.Line)];
    }

    public sealed record Line(Guid Id, string Title, string Session, string? SubmittedBy, bool IsOwn, DateTimeOffset? ApprovedAt);
}
