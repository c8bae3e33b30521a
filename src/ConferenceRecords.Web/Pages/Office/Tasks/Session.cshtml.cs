using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.Conclusions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>The tasks of one session, and the directives that have become none yet.</summary>
public sealed class SessionModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public IReadOnlyList<TaskRow> Rows { get; private set; } = [];

    public ConclusionClauses? Text { get; private set; }

    /// <summary>The directives without a task.</summary>
    public IReadOnlyList<Domain.Conclusions.Directive> Waiting { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>Makes tasks of the ticked directives, each with what the directive says. One that has a task by now is left out: sent twice, it is done once.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "chi-dao")] List<Guid>? ticked, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        await LoadAsync(cancel);
        if (ticked is null or [])
        {
            ModelState.AddModelError("", this.Text()["Chọn ít nhất một chỉ đạo."]);
            return this.Refused();
        }
        var chosen = Waiting.Where(d => ticked.Contains(d.Id)).ToList();
        foreach (var directive in chosen)
        {
            Records.Add(new FollowUpTask(
                Guid.CreateVersion7(), Session.Id, await Records.NextNumberAsync(FollowUpTask.Series(Session.Id), cancel), directive.Id,
                new(directive.Text, directive.LeadAgencyId, directive.CooperatingAgencyIds, null, directive.DeadlineNote), directive.DueOn));
        }
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã lập {0} nhiệm vụ.", chosen.Count]);
        return RedirectToPage(new { Session.Id });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Text = await ConclusionClauses.LoadAsync(Records, Session.Id, cancel);
        var tasks = Records.StandingTasks().Where(t => t.SessionId == Session.Id);
        Rows = await Records.TaskRowsAsync(tasks, Today, null, null, cancel);
        var has = await tasks.Where(t => t.DirectiveId != null).Select(t => t.DirectiveId!.Value).ToListAsync(cancel);
        Waiting = Text is null ? [] : [.. Text.Directives.Where(d => !has.Contains(d.Id))];
    }
}
