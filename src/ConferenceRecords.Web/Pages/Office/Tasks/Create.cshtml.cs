using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Web.FollowUp;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>A task that is entered by hand.</summary>
public sealed class CreateModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public TaskInput Input { get; set; } = null!;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Agencies = await Records.AgenciesByNameAsync(cancel);
        Input = new(Guid.CreateVersion7(), 0, null, null, null, null, null, null, null, false);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Agencies = await Records.AgenciesByNameAsync(cancel);
        if (!this.Validate(Input, new TaskInput.Validator(Agencies))) return this.Refused();
        if (await Records.FollowUpTasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == Input.Id, cancel) is { } there)
            return there.SessionId == Session.Id && there.Text == Input.Text ? Done() : this.KeyTaken(id => Input = Input with { Id = id });
        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        var number = await Records.NextNumberAsync(FollowUpTask.Series(Session.Id), cancel);
        if (!this.Try(() => Records.Add(new FollowUpTask(Input.Id, Session.Id, number, null, Input.Facts, TextRules.ToDate(Input.DueOn))))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await transaction.CommitAsync(cancel);
        return Done();
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã lưu nhiệm vụ."]);
        return RedirectToPage("Details", new { taskId = Input.Id });
    }
}
