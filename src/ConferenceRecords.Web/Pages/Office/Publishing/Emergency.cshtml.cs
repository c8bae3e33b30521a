using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>Publishing without waiting for the second person: with a reason that stays, and a banner until one has looked.</summary>
public sealed class EmergencyModel(RecordsContext records, TimeProvider clock) : ReleasePage(records)
{
    [BindProperty] public EmergencyInput Input { get; set; } = new(null, null, null);

    public EditionCandidate Candidate { get; private set; } = null!;

    public IReadOnlyList<string> Confirmations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is null) return NotFound();
        Input = new(Candidate.Fingerprint, null, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindReleaseAsync(cancel) is not { } release) return NotFound();

        // The same form once more: it went out already.
        if (release is { State: ReleaseState.Approved, EmergencyReason: not null } && release.ApprovedById == User.UserId()) return Sent();
        var confirmations = this.Text().Confirmations(release, Session);
        if (!this.Validate(Input, new EmergencyInput.Validator(confirmations))) return await AgainAsync(cancel);
        var sent = await this.SendAsync(
            Records, release, Input.Fingerprint, () => Records.PublishInEmergencyAsync(release, User.UserId(), Input.Reason, clock.GetUtcNow(), cancel), cancel);
        if (sent == SendResult.Sent) return Sent();
        if (sent == SendResult.Changed)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", this.Text()["Nội dung đã thay đổi sau khi đồng chí mở trang này, nên chưa công bố. Hãy xem lại bản mới ở dưới."]);
        }
        return await AgainAsync(cancel);
    }

    private RedirectToPageResult Sent()
    {
        this.Say(this.Text()["Đã công bố khẩn. Người thứ hai được nhắc xem lại."]);
        return RedirectToPage("Release", new { Session.Id, kind = Kind.Slug() });
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is null) return NotFound();
        ModelState.Remove("Input.Fingerprint");
        Input = Input with { Fingerprint = Candidate.Fingerprint };
        return this.Refused();
    }

    private async Task<Release?> LoadAsync(CancellationToken cancel)
    {
        if (await FindReleaseAsync(cancel) is not { State: ReleaseState.Drafting or ReleaseState.Submitted } release) return null;
        Candidate = await Records.CandidateAsync(release, clock.GetUtcNow(), cancel);
        Confirmations = this.Text().Confirmations(release, Session);
        return release;
    }

    public sealed record EmergencyInput(string? Fingerprint, string? Reason, string? Typed)
    {
        public sealed class Validator : AbstractValidator<EmergencyInput>
        {
            public Validator(IReadOnlyList<string> confirmations)
            {
                RuleFor(x => x.Reason).Must(r => (r?.Trim().Length ?? 0) >= Release.ShortestEmergencyReason).WithMessage("Nêu lý do công bố khẩn, ít nhất 20 ký tự")
                    .OptionalText(Release.ReasonLength, "Lý do dài quá 2.000 ký tự. Hãy rút gọn");
                RuleFor(x => x.Typed).Must(confirmations.Confirms).WithMessage("Gõ lại đúng tên hoặc số, ký hiệu nêu ở trên để xác nhận");
            }
        }
    }
}
