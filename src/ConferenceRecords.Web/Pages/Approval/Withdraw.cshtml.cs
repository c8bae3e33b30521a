using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>Withdraws everything that is public of a release. Its addresses say so, with the reason, for ever.</summary>
public sealed class WithdrawModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [FromRoute] public Guid ReleaseId { get; set; }

    [BindProperty] public WithdrawInput Input { get; set; } = new(0, null, null);

    public Review Review { get; private set; } = null!;

    public IReadOnlyList<string> Confirmations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } release || !Review.CanBeWithdrawn) return NotFound();
        Input = new(release.Version, null, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } release) return NotFound();
        if (!Review.CanBeWithdrawn) return RedirectToPage("Details", new { ReleaseId });
        if (!this.Validate(Input, new WithdrawInput.Validator(Confirmations))) return this.Refused();
        records.Entry((object)release).Property(nameof(Release.Version)).OriginalValue = Input.Version;
        if (!this.Try(() => records.Withdraw(release, Review.Session.Slug, Input.Reason, clock.GetUtcNow()))) return this.Refused();
        if (await this.SaveAsync(records, cancel) != SaveResult.Saved)
        {
            records.ChangeTracker.Clear();
            if (await LoadAsync(cancel) is not { } now) return NotFound();
            ModelState.Remove("Input.Version");
            Input = Input with { Version = now.Version };
            return this.Refused();
        }
        this.Say(this.Text()["Đã thu hồi. Các địa chỉ công khai nay nêu lý do thu hồi."]);
        return RedirectToPage("Details", new { ReleaseId });
    }

    private async Task<Release?> LoadAsync(CancellationToken cancel)
    {
        if (await records.ReleaseAsync(ReleaseId, cancel) is not { } release) return null;
        Review = await Review.LoadAsync(records, release, User.UserId(), clock.GetUtcNow(), cancel);
        Confirmations = this.Text().Confirmations(release, Review.Session);
        ViewData["Session"] = Review.Session;
        return release;
    }

    public sealed record WithdrawInput(uint Version, string? Reason, string? Typed)
    {
        public sealed class Validator : AbstractValidator<WithdrawInput>
        {
            public Validator(IReadOnlyList<string> confirmations)
            {
                RuleFor(x => x.Reason).Text(Release.ReasonLength, "Nhập lý do thu hồi; người dân đọc được lý do này", "Lý do dài quá 2.000 ký tự. Hãy rút gọn").NotStamped();
                RuleFor(x => x.Typed).Must(confirmations.Confirms).WithMessage("Gõ lại đúng tên hoặc số, ký hiệu nêu ở trên để xác nhận");
            }
        }
    }
}
