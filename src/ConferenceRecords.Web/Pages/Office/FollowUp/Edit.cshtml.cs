using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.FollowUp;

/// <summary>The public report on how the directives of a session are carried out: its introduction and its day; which tasks are in it is said at each task.</summary>
public sealed class EditModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public ReportInput Input { get; set; } = null!;

    /// <summary>What the public would see now.</summary>
    public FollowUpBundle Preview { get; private set; } = null!;

    public ReleaseState? State { get; private set; }

    public string? ReturnReason { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var report = await LoadAsync(cancel);
        Input = report is null ? new(Guid.CreateVersion7(), 0, VietnamTime.Day(Today), null) : new(report.Id, report.Version, VietnamTime.Day(report.AsOf), report.Introduction);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var report = await LoadAsync(cancel);
        if (!this.Validate(Input, new ReportInput.Validator(Today))) return this.Refused();
        var asOf = TextRules.ToDate(Input.AsOf)!.Value;
        if (report is null)
        {
            if (!this.Try(() => Records.Add(new FollowUpReport(Input.Id, Session.Id, asOf, Input.Introduction, User.UserId())))) return this.Refused();
        }
        else
        {
            Records.Entry(report).Property(r => r.Version).OriginalValue = Input.Version;
            if (!this.Try(() => report.Write(asOf, Input.Introduction, User.UserId()))) return this.Refused();
        }
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved)
        {
            this.Say(this.Text()["Đã lưu báo cáo tình hình thực hiện."]);
            return RedirectToPage(new { Session.Id });
        }
        Records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is { } now) Input = Input with { Id = now.Id, Version = now.Version };
        ModelState.Remove("Input.Id");
        ModelState.Remove("Input.Version");
        return this.Refused();
    }

    private DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    private async Task<FollowUpReport?> LoadAsync(CancellationToken cancel)
    {
        var report = await Records.FollowUpReports.SingleOrDefaultAsync(r => r.SessionId == Session.Id, cancel);
        (State, ReturnReason) = (report?.State, report?.ReturnReason);
        Preview = await Records.BuildAsync(report ?? new FollowUpReport(Guid.CreateVersion7(), Session.Id, Today, null, User.UserId()), (report?.EditionCount ?? 0) + 1, clock.GetUtcNow(), cancel);
        return report;
    }

    public sealed record ReportInput(Guid Id, uint Version, string? AsOf, string? Introduction)
    {
        public sealed class Validator : AbstractValidator<ReportInput>
        {
            public Validator(DateOnly today)
            {
                RuleFor(x => x.AsOf).Date();
                RuleFor(x => x.AsOf).Must(text => !(TextRules.ToDate(text) > today)).WithMessage("Ngày của báo cáo chưa đến");
                RuleFor(x => x.Introduction).OptionalText(FollowUpReport.IntroductionLength, "Lời dẫn dài quá 5.000 ký tự. Hãy rút gọn").NotStamped();
            }
        }
    }
}
