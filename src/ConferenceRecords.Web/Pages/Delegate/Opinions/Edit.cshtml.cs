using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Opinions;

/// <summary>Changes an opinion that the delegate sent himself, up to the deadline.</summary>
public sealed class EditModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [BindProperty] public OpinionInput Input { get; set; } = new(Guid.Empty, null, null, 0);

    /// <summary>The opinion as it is stored.</summary>
    public DelegateOpinion Opinion { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid opinionId, CancellationToken cancel)
    {
        if (await FindAsync(opinionId, cancel) is not { } version) return NotFound();
        Input = new(opinionId, Opinion.Kind, Opinion.Text, version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid opinionId, CancellationToken cancel)
    {
        ModelState.Remove("Input.Version");
        if (await FindAsync(opinionId, cancel) is null) return NotFound();
        if (!Opinion.MayChange(Now))
        {
            ModelState.AddModelError("", Opinion.HasAnswer
                ? this.Text()["Ý kiến {0} đã có người trả lời nên không đổi được nữa. Nếu cần, đồng chí gửi ý kiến mới hoặc báo Văn phòng Tỉnh ủy.", Opinion.Number]
                : this.Text()["Chưa lưu được vì đã hết hạn góp ý. Nội dung đồng chí nhập vẫn còn ở dưới để sao chép."]);
            return this.Refused();
        }
        if (!this.Validate(Input, new OpinionInput.Validator())) return this.Refused();

        var opinion = await records.OwnOpinionsOf(User.UserId()).SingleAsync(o => o.Id == opinionId, cancel);
        records.Entry(opinion).Property(o => o.Version).OriginalValue = Input.Version;
        if (!this.Try(() => opinion.Change(Input.Facts(opinion.ParagraphId is not null), User.UserId(), Now))) return this.Refused();
        if (await this.SaveAsync(records, cancel) == SaveResult.Saved)
        {
            this.Say(this.Text()["Đã lưu ý kiến {0}.", opinion.Number]);
            return RedirectToPage("/Delegate/Opinions/Receipt", new { opinionId });
        }
        if (await FindAsync(opinionId, cancel) is not { } version) return NotFound();
        (IsStale, Input) = (true, Input with { Version = version });
        return this.Refused();
    }

    /// <summary>Reads the opinion anew; answers its version, or null when the delegate may not change it at any time.</summary>
    private async Task<uint?> FindAsync(Guid opinionId, CancellationToken cancel)
    {
        if (await records.DelegateOpinionsQuery(User.UserId(), opinionId).SingleOrDefaultAsync(cancel) is not { IsSent: true, Place: not null } opinion) return null;
        Opinion = opinion;
        return await records.OwnOpinionsOf(User.UserId()).Where(o => o.Id == opinionId).Select(o => (uint?)o.Version).SingleOrDefaultAsync(cancel);
    }
}
