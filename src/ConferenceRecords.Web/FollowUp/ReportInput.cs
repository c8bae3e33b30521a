using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.FollowUp;

/// <summary>What the form of a report on a task brings.</summary>
public sealed record ReportInput(Guid Id, string? Text, string? DoneOn, IFormFile? File, bool IsNotSecret)
{
    public static ReportInput New => new(Guid.CreateVersion7(), null, null, null, false);

    public sealed class Validator : AbstractValidator<ReportInput>
    {
        public Validator(DateOnly today)
        {
            RuleFor(x => x.Text).Text(TaskReport.TextLength, "Nhập kết quả thực hiện", "Báo cáo dài quá 5.000 ký tự. Hãy rút gọn").NotStamped();
            RuleFor(x => x.DoneOn).OptionalDate();
            RuleFor(x => x.DoneOn).Must(text => !(TextRules.ToDate(text) > today)).WithMessage("Ngày hoàn thành chưa đến. Để trống nếu chưa hoàn thành");
            RuleFor(x => x.IsNotSecret).Declared().When(x => x.File is not null);
        }
    }
}

/// <summary>Stores a report together with its file.</summary>
public sealed class TaskReports(RecordsContext records, EvidenceFiles evidence, TimeProvider clock)
{
    /// <summary>Adds a report; the Office's own is confirmed with it.</summary>
    /// <returns>Whether it is stored, by this request or by an earlier one with the same key; the errors are in the model state.</returns>
    public async Task<bool> AddAsync(PageModel page, FollowUpTask task, ReportInput input, Guid? agencyId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(input);
        if (task.Reports.Any(r => r.Id == input.Id && r.AgencyId == agencyId)) return true;
        if (!page.Validate(input, new ReportInput.Validator(VietnamTime.DateOf(clock.GetUtcNow())))) return false;
        var file = input.File is null ? null : await evidence.CheckAsync(page, input.File, cancel);
        if (!page.ModelState.IsValid) return false;
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        var (at, by) = (clock.GetUtcNow(), page.User.UserId());
        var stored = await evidence.StoreAsync(file, cancel);
        var added = page.Try(() =>
        {
            var report = new TaskReport(input.Id, task.Id, agencyId, VietnameseText.Clean(input.Text!).Trim(), TextRules.ToDate(input.DoneOn), stored, by, at);
            task.Add(report);
            if (agencyId is null) task.Confirm(report.Id, by, at);
        });
        if (!added) return false;

        // The row of the task is written too: two people who decide on it at once do not pass each other by.
        records.Entry(task).Property(t => t.Text).IsModified = true;
        if (await page.SaveAsync(records, cancel) != SaveResult.Saved) return false;
        await transaction.CommitAsync(cancel);
        return true;
    }
}
