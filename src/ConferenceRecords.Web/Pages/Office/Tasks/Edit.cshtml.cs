using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Web.FollowUp;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>Corrects what a task says; its deadline is moved on its page, with a reason.</summary>
public sealed class EditModel(RecordsContext records, TimeProvider clock) : TaskPage(records, clock)
{
    [BindProperty] public TaskInput Input { get; set; } = null!;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>What somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid taskId, CancellationToken cancel)
    {
        if (await LoadAsync(taskId, cancel) is not { RemovedAt: null } task) return NotFound();
        Agencies = await Records.AgenciesByNameAsync(cancel);
        Input = new(task.Id, task.Version, task.DirectiveId, task.Text, task.LeadAgencyId, [.. task.CooperatingAgencyIds], task.Product, task.DeadlineNote, null, task.IsPublic);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId, CancellationToken cancel)
    {
        if (await LoadAsync(taskId, cancel) is not { RemovedAt: null } task) return NotFound();
        Agencies = await Records.AgenciesByNameAsync(cancel);
        if (!this.Validate(Input, new TaskInput.Validator(Agencies))) return this.Refused();
        Records.Entry(task).Property(t => t.Version).OriginalValue = Input.Version;
        if (!this.Try(() => task.Change(Input.Facts))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved)
        {
            this.Say(this.Text()["Đã lưu nhiệm vụ."]);
            return RedirectToPage("Details", new { taskId });
        }
        Records.ChangeTracker.Clear();
        if (await LoadAsync(taskId, cancel) is not { } now) return NotFound();
        Stored = [(this.Text()["Nội dung nhiệm vụ"], now.Text), (this.Text()["Cơ quan chủ trì"], Shown.Name(now.LeadAgencyId)), (this.Text()["Sản phẩm"], now.Product)];
        Input = Input with { Version = now.Version };
        ModelState.Remove("Input.Version");
        return this.Refused();
    }
}
