using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>The second person compares what would become public with what is, and approves or returns it; later calls it off before its time, or looks at what went out in an emergency.</summary>
public sealed class DetailsModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [FromRoute] public Guid ReleaseId { get; set; }

    [BindProperty] public DecisionInput Input { get; set; } = new(null, false, null);

    public Review Review { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancel)
    {
        if (await records.ReleaseAsync(ReleaseId, cancel) is not { } release) return NotFound();
        if (await IsRepeatedAsync(release, cancel)) return Approved(release);
        if (!Input.Seen) return await RefuseAsync("Input.Seen", this.Text()["Đánh dấu “Tôi đã xem trước và so sánh” sau khi đã xem bản sẽ công bố"], cancel);
        if (!await records.HasSeenAsync(User.UserId(), release, Input.Fingerprint, cancel))
        {
            var now = await records.BuildAsync(release, release.EditionCount + 1, clock.GetUtcNow(), cancel);
            return now.Fingerprint() == Input.Fingerprint ? await RefuseAsync("", this.Text()["Mở “Xem trước” của đúng bản này rồi mới duyệt"], cancel) : await ConflictAsync(cancel);
        }
        switch (await this.SendAsync(records, release, Input.Fingerprint, () => records.ApproveAsync(release, User.UserId(), clock.GetUtcNow(), cancel), cancel))
        {
            case SendResult.Sent:
                return Approved(release);
            case SendResult.Refused:
                return await AgainAsync(cancel);
            default:
                records.ChangeTracker.Clear();
                return await records.ReleaseAsync(ReleaseId, cancel) is { } stored && await IsRepeatedAsync(stored, cancel) ? Approved(stored) : await ConflictAsync(cancel);
        }
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancel)
    {
        if (await records.ReleaseAsync(ReleaseId, cancel) is not { } release) return NotFound();
        if (!this.Validate(Input, new DecisionInput.ReturnRules()) || !this.Try(() => release.Return(User.UserId(), Input.Reason))) return await AgainAsync(cancel);
        return await StoreAsync(release, "release.returned", this.Text()["Đã trả lại cho người soạn."], toList: true, cancel);
    }

    /// <summary>Calls off what waits for its time; the row is held, so that it either goes out or is called off.</summary>
    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel)
    {
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        if (await records.ReleaseAsync(ReleaseId, cancel) is not { } release) return NotFound();
        if (release.State == ReleaseState.Submitted || !await records.CancelScheduleAsync(release, clock.GetUtcNow(), cancel))
            return await RefuseAsync("", this.Text()["Không hủy được nữa: bản này đã công khai hoặc đã được hủy."], cancel);
        if (await this.SaveAsync(records, cancel) != SaveResult.Saved) return await AgainAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã hủy lịch công bố. Bản này trở lại trạng thái soạn."]);
        return RedirectToPage(new { ReleaseId });
    }

    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancel)
    {
        if (await records.ReleaseAsync(ReleaseId, cancel) is not { } release) return NotFound();
        if (release is { EmergencyReason: not null } && release.ReviewedById == User.UserId()) return RedirectToPage(new { ReleaseId });
        if (!this.Try(() => release.Review(User.UserId()))) return await AgainAsync(cancel);
        return await StoreAsync(release, "release.reviewed", this.Text()["Đã ghi nhận: người thứ hai đã xem bản công bố khẩn."], toList: false, cancel);
    }

    private async Task<IActionResult> StoreAsync(Release release, string action, string done, bool toList, CancellationToken cancel)
    {
        records.Note(action, release.GetType().Name, release.Id);
        if (await this.SaveAsync(records, cancel) != SaveResult.Saved) return await AgainAsync(cancel);
        this.Say(done);
        return toList ? RedirectToPage("Index") : RedirectToPage(new { ReleaseId });
    }

    /// <summary>The same approval by the same person: its edition is there already.</summary>
    private async Task<bool> IsRepeatedAsync(Release release, CancellationToken cancel) =>
        release.State == ReleaseState.Approved && release.ApprovedById == User.UserId()
        && (await records.NewestEditionAsync(release.SessionId, release.Kind, cancel))?.Fingerprint() == Input.Fingerprint;

    private RedirectToPageResult Approved(Release release)
    {
        this.Say(release.PublishAt > clock.GetUtcNow()
            ? this.Text()["Đã duyệt. Công bố lúc {0}.", ReleaseWords.WithWeekday(release.PublishAt.Value)] : this.Text()["Đã duyệt. Bản này đang lên trang công khai."]);
        return RedirectToPage(new { ReleaseId });
    }

    private Task<IActionResult> ConflictAsync(CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        Input = Input with { Seen = false };
        ModelState.Remove("Input.Seen");
        return RefuseAsync("", this.Text()["Nội dung đã thay đổi sau khi đồng chí mở trang này, nên chưa công bố. Hãy xem lại bản mới ở dưới rồi duyệt."], cancel);
    }

    private Task<IActionResult> RefuseAsync(string field, string message, CancellationToken cancel)
    {
        ModelState.AddModelError(field, message);
        return AgainAsync(cancel);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel) => await LoadAsync(cancel) ? this.Refused() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        records.ChangeTracker.Clear();
        if (await records.ReleaseAsync(ReleaseId, cancel) is not { } release) return false;
        Review = await Review.LoadAsync(records, release, User.UserId(), clock.GetUtcNow(), cancel);
        ViewData["Session"] = Review.Session;
        return true;
    }

    public sealed record DecisionInput(string? Fingerprint, bool Seen, string? Reason)
    {
        public sealed class ReturnRules : AbstractValidator<DecisionInput>
        {
            public ReturnRules() => RuleFor(x => x.Reason).Text(Release.ReasonLength, "Nhập lý do trả lại", "Lý do dài quá 2.000 ký tự. Hãy rút gọn");
        }
    }
}
