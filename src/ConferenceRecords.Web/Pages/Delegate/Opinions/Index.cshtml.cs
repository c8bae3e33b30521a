using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Opinions;

/// <summary>The delegate's own opinions (D4), over all sessions; withdraws one and undoes it.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    public bool IsDelegate { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    [FromQuery(Name = "trang-thai")] public OpinionStage? Stage { get; set; }

    [FromQuery(Name = "trang")] public int Number { get; set; } = 1;

    /// <summary>One page of the opinions, the newest first.</summary>
    public IReadOnlyList<DelegateOpinion> Opinions { get; private set; } = [];

    /// <summary>How many there are at each stage, over all sessions.</summary>
    public IReadOnlyDictionary<OpinionStage, int> Counts { get; private set; } = new Dictionary<OpinionStage, int>();

    public int Notes { get; private set; }

    public int Pages => Math.Max(1, ((Stage is { } stage ? Counts[stage] : Counts.Values.Sum()) + PageSize - 1) / PageSize);

    /// <summary>Address of a page of the list.</summary>
    public string Address(OpinionStage? stage, int number = 1) => Url.Page("Index", new Dictionary<string, string?>
    {
        ["trang-thai"] = stage?.ToString(), ["trang"] = number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null,
    })!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (IsDelegate && Request.IsOpenedByAPerson()) await records.SeeAnswersAsync(User.UserId(), Now, cancel);
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
            ModelState.AddModelError("", shown.HasAnswer
                ? this.Text()["Ý kiến {0} đã có người trả lời nên không đổi được nữa. Nếu cần, đồng chí gửi ý kiến mới hoặc báo Văn phòng Tỉnh ủy.", shown.Number]
                : this.Text()["Đã hết hạn góp ý nên không đổi được ý kiến {0}. Nếu cần, đề nghị đồng chí báo Văn phòng Tỉnh ủy.", shown.Number]);
        }
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        IsDelegate = await records.DelegateOf(userId).AnyAsync(cancel);
        var all = records.OpinionsOf(userId);
        var counts = new Dictionary<OpinionStage, int>();
        foreach (var stage in Enum.GetValues<OpinionStage>()) counts[stage] = await records.At(all, stage).CountAsync(cancel);
        Counts = counts;
        Notes = await records.NotesOf(userId).CountAsync(n => n.OpinionId == null, cancel);
        Number = Math.Clamp(Number, 1, Pages);
        Opinions = await records.DelegateOpinionsQuery(userId, of: Stage is { } chosen ? records.At(all, chosen) : all).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
    }
}
