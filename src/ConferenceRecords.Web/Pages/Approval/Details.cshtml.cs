using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>The second person compares what would become public with what is, and approves or returns it.</summary>
public sealed class DetailsModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [FromRoute] public Guid ConclusionId { get; set; }

    [BindProperty] public DecisionInput Input { get; set; } = new(null, false, null);

    public Review Review { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancel)
    {
        if (await Review.FindAsync(records, ConclusionId, cancel) is not { } conclusion) return NotFound();
        if (await IsRepeatedAsync(conclusion, cancel)) return Published();
        if (!Input.Seen) return await RefuseAsync("Input.Seen", this.Text()["Đánh dấu “Tôi đã xem trước và so sánh” sau khi đã xem bản sẽ công bố"], cancel);
        // What is being changed in the session at this moment is in before the bundle is built, or waits until it is frozen.
        await using var transaction = await records.LockSessionAsync(conclusion.SessionId, cancel);
        OutboxMessage message;
        try
        {
            message = await records.ApproveAsync(conclusion, User.UserId(), clock.GetUtcNow(), cancel);
        }
        catch (Domain.DomainException broken)
        {
            return await RefuseAsync("", this.Text()[BrokenRules.Message(broken.Code)], cancel);
        }

        // The very bytes that were frozen are compared with what this person saw: nothing can slip in between.
        if (BundleFormat.Read<SessionBundle>(message.Bundle).Fingerprint() != Input.Fingerprint) return await ConflictAsync(cancel);
        try
        {
            await records.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || problem.InnerException is Npgsql.PostgresException { SqlState: "23505" })
        {
            records.ChangeTracker.Clear();
            var now = await Review.FindAsync(records, ConclusionId, cancel);
            return now is not null && await IsRepeatedAsync(now, cancel) ? Published() : await ConflictAsync(cancel);
        }
        return Published();
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancel)
    {
        if (await Review.FindAsync(records, ConclusionId, cancel) is not { } conclusion) return NotFound();
        if (!this.Validate(Input, new DecisionInput.ReturnRules()) || !this.Try(() => conclusion.Return(User.UserId(), Input.Reason))) return await AgainAsync(cancel);
        records.Note("release.returned", nameof(Conclusion), conclusion.Id);
        if (await this.SaveAsync(records, cancel) != SaveResult.Saved) return await AgainAsync(cancel);
        this.Say(this.Text()["Đã trả lại cho người soạn."]);
        return RedirectToPage("Index");
    }

    /// <summary>The same approval by the same person: its edition is there already.</summary>
    private async Task<bool> IsRepeatedAsync(Conclusion conclusion, CancellationToken cancel) =>
        conclusion.State == ReleaseState.Approved && conclusion.ApprovedById == User.UserId()
        && (await records.NewestEditionAsync(conclusion.SessionId, ReleaseKind.Conclusion, cancel))?.Fingerprint() == Input.Fingerprint;

    private RedirectToPageResult Published()
    {
        this.Say(this.Text()["Đã duyệt. Bản này đang lên trang công khai."]);
        return RedirectToPage(new { ConclusionId });
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
        if (await Review.FindAsync(records, ConclusionId, cancel) is not { } conclusion) return false;
        Review = await Review.LoadAsync(records, conclusion, User.UserId(), clock.GetUtcNow(), cancel);
        ViewData["Session"] = Review.Session;
        return true;
    }

    public sealed record DecisionInput(string? Fingerprint, bool Seen, string? Reason)
    {
        public sealed class ReturnRules : AbstractValidator<DecisionInput>
        {
            public ReturnRules() => RuleFor(x => x.Reason).Text(2000, "Nhập lý do trả lại", "Lý do dài quá 2.000 ký tự. Hãy rút gọn");
        }
    }
}
