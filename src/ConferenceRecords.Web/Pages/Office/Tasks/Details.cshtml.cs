using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.FollowUp;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>A task with its deadlines and reports: the Office extends, reports itself, confirms or sends back what agencies report.</summary>
[RequestSizeLimit(EvidenceFiles.LargestBody)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFiles.LargestBody, MemoryBufferThreshold = EvidenceFiles.LargestBody)]
public sealed class DetailsModel(RecordsContext records, TaskReports reports, TimeProvider clock) : TaskPage(records, clock)
{
    [BindProperty] public ReportInput Input { get; set; } = ReportInput.New;

    [BindProperty] public ExtendInput Extension { get; set; } = new(Guid.CreateVersion7(), null, null);

    /// <summary>What was typed to send a report back, and which one.</summary>
    public ReturnInput Returned { get; private set; } = new(Guid.Empty, null);

    public async Task<IActionResult> OnGetAsync(Guid taskId, CancellationToken cancel) => await LoadAsync(taskId, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostReportAsync(Guid taskId, CancellationToken cancel)
    {
        if (await LoadAsync(taskId, cancel) is not { } task) return NotFound();
        if (await reports.AddAsync(this, task, Input, null, cancel)) return Done(taskId, this.Text()["Đã lưu báo cáo."]);
        return await AgainAsync(taskId, cancel);
    }

    public async Task<IActionResult> OnPostExtendAsync(Guid taskId, CancellationToken cancel)
    {
        if (await LoadAsync(taskId, cancel) is not { } task) return NotFound();
        if (task.Extensions.Any(e => e.Id == Extension.Id)) return Extended(taskId);
        if (!this.Validate(Extension, new ExtendInput.Validator(), nameof(Extension))) return await AgainAsync(taskId, cancel);
        return await ActAsync(task, () => task.Extend(Extension.Id, TextRules.ToDate(Extension.DueOn)!.Value, Extension.Reason, User.UserId(), Now), () => Extended(taskId), cancel);
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid taskId, Guid report, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await LoadAsync(taskId, cancel) is not { } task) return NotFound();
        return await ActAsync(
            task, () => task.Confirm(report, User.UserId(), Now),
            () => Done(taskId, this.Text()["Đã xác nhận báo cáo."], task.DoneOn is null ? null : Url.Page("Details", "Reopen", new { taskId })), cancel);
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid taskId, ReturnInput returned, CancellationToken cancel)
    {
        ModelState.Clear();
        Returned = returned;
        if (await LoadAsync(taskId, cancel) is not { } task) return NotFound();
        if (!this.Validate(returned, new ReturnInput.Validator(), nameof(Returned))) return await AgainAsync(taskId, cancel);
        var (report, note) = returned;
        return await ActAsync(task, () => task.Return(report, note, User.UserId(), Now), () => Done(taskId, this.Text()["Đã trả lại báo cáo."]), cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid taskId, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await LoadAsync(taskId, cancel) is not { } task) return NotFound();
        return await ActAsync(task, task.Reopen, () => Done(taskId, this.Text()["Nhiệm vụ đang thực hiện trở lại; báo cáo chờ xác nhận."]), cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid taskId, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await LoadAsync(taskId, cancel) is not { } task) return NotFound();
        return await ActAsync(task, () => task.Remove(Now), () => Done(taskId, this.Text()["Đã bỏ nhiệm vụ."], Url.Page("Details", "Restore", new { taskId })), cancel);
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid taskId, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await LoadAsync(taskId, cancel) is not { } task) return NotFound();
        return await ActAsync(task, task.Restore, () => Done(taskId, this.Text()["Đã khôi phục nhiệm vụ."]), cancel);
    }

    private async Task<IActionResult> ActAsync(FollowUpTask task, Action act, Func<IActionResult> done, CancellationToken cancel)
    {
        if (!this.Try(act)) return await AgainAsync(task.Id, cancel);

        // The row of the task is written with every decision on it: two people who decide at once do not pass each other by.
        Records.Entry(task).Property(t => t.Text).IsModified = true;
        return await this.SaveAsync(Records, cancel) == SaveResult.Saved ? done() : await AgainAsync(task.Id, cancel);
    }

    private async Task<IActionResult> AgainAsync(Guid taskId, CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();

        // Of the two forms one was sent; the other one is a new one.
        if (Input.Id == Guid.Empty) Input = ReportInput.New;
        if (Extension.Id == Guid.Empty) Extension = new(Guid.CreateVersion7(), null, null);
        return await LoadAsync(taskId, cancel) is null ? NotFound() : this.Refused();
    }

    private RedirectToPageResult Extended(Guid taskId) => Done(taskId, this.Text()["Đã gia hạn. Hạn đầu vẫn được giữ."]);

    private RedirectToPageResult Done(Guid taskId, string word, string? undo = null)
    {
        this.Say(word, undo);
        return RedirectToPage(new { taskId });
    }

    public sealed record ExtendInput(Guid Id, string? DueOn, string? Reason)
    {
        public sealed class Validator : AbstractValidator<ExtendInput>
        {
            public Validator()
            {
                RuleFor(x => x.DueOn).Date();
                RuleFor(x => x.Reason).Text(2000, "Nhập lý do gia hạn", "Lý do dài quá 2.000 ký tự. Hãy rút gọn").NotStamped();
            }
        }
    }

    public sealed record ReturnInput(Guid Report, string? Note)
    {
        public sealed class Validator : AbstractValidator<ReturnInput>
        {
            public Validator() => RuleFor(x => x.Note).NotStamped();
        }
    }
}
