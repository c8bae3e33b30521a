using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Opinions;

/// <summary>The delegate's own opinions (D4), over all sessions; withdraws one and undoes it.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public bool IsDelegate { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<DelegateOpinion> Opinions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        IsDelegate = await records.DelegateOf(userId).AnyAsync(cancel);
        Opinions = await records.DelegateOpinionsQuery(userId).ToListAsync(cancel);
    }

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, opinion =>
    {
        opinion.Withdraw(Now);
        this.Say(this.Text()["Đã rút ý kiến {0}.", opinion.Number], Url.Page("/Delegate/Opinions/Index", "Restore", new { id }));
    }, cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, opinion =>
    {
        opinion.Restore();
        this.Say(this.Text()["Đã khôi phục ý kiến {0}.", opinion.Number]);
    }, cancel);

    private async Task<IActionResult> ChangeAsync(Guid id, Action<Opinion> act, CancellationToken cancel)
    {
        var shown = await records.DelegateOpinionsQuery(User.UserId(), id).SingleOrDefaultAsync(cancel);
        if (shown is null || await records.OwnOpinionsOf(User.UserId()).SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } opinion) return NotFound();
        if (shown.MayChange(Now))
        {
            act(opinion);
            if (await this.SaveAsync(records, cancel) == SaveResult.Saved) return RedirectToPage();
            TempData.Clear();
        }
        else
        {
            ModelState.AddModelError("", this.Text()["Đã hết hạn góp ý nên không đổi được ý kiến {0}. Nếu cần, đề nghị đồng chí báo Văn phòng Tỉnh ủy.", shown.Number]);
        }
        await OnGetAsync(cancel);
        return this.Refused();
    }
}
