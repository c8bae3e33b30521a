using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>One opinion: its words, the delegate behind a free name, its withdrawal. It is never deleted and keeps its number.</summary>
public sealed class EditModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [BindProperty] public EditInput Input { get; set; } = null!;

    public OpinionLine Opinion { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    /// <summary>The opinions that say the same: the one that stands for all and those behind it.</summary>
    public MergedOpinion? Same { get; private set; }

    /// <summary>What somebody else saved in the meantime, against what was written here.</summary>
    public OpinionMerge? Merge { get; private set; }

    /// <summary>The words before each change, the newest first.</summary>
    public IReadOnlyList<EarlierWords> Earlier { get; private set; } = [];

    /// <summary>What a delegate sent stays in the delegate's own words; a withdrawn opinion is put back first, unless words were typed that must not be lost.</summary>
    public bool CanChange => Opinion.Channel != OpinionChannel.Portal && (Opinion.WithdrawnAt is null || !ModelState.IsValid);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!Guid.TryParse(RouteData.Values["opinionId"] as string, out var id) || await FindAsync(id) is not { } opinion)
        {
            context.Result = new NotFoundResult();
            return;
        }
        Opinion = opinion;
        ViewData["Session"] = await records.SessionHeadAsync(opinion.SessionId, HttpContext.RequestAborted);
        await next();
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var opinion = await records.Opinions.AsNoTracking().Where(o => o.Id == Opinion.Id).Select(o => new { o.DelegateId, o.Revision }).SingleAsync(cancel);
        Input = new(Opinion.Version, opinion.Revision, Opinion.Kind, Opinion.Channel, opinion.DelegateId, Opinion.Text);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Opinion.Channel == OpinionChannel.Portal) return NotFound();
        this.Validate(Input, new EditInput.Validator());
        var opinion = await records.Opinions.SingleAsync(o => o.Id == Opinion.Id, cancel);
        var resolves = opinion.SpeakerName is not null && Input.DelegateId is not null && Input.DelegateId != opinion.DelegateId;
        if (resolves) await CheckDelegateAsync(opinion, cancel);
        if (!ModelState.IsValid) return await AgainAsync(cancel);

        var facts = new OpinionFacts(Input.Kind!.Value, Input.Channel!.Value, Input.Text!);
        if (await OpinionMerge.IsDueAsync(records, opinion, Input.Revision, facts, cancel)) return await ConflictAsync(opinion, facts, cancel);
        if (!this.Try(() => opinion.Change(facts, User.UserId(), clock.GetUtcNow()))) return await AgainAsync(cancel);
        if (resolves) opinion.Resolve(Input.DelegateId!.Value);
        if (await this.SaveAsync(records, cancel) != SaveResult.Saved) return await OnceMoreAsync(cancel);
        this.Say(this.Text()["Đã lưu ý kiến {0}.", Opinion.Number]);
        return RedirectToPage(null, null, new { opinionId = Opinion.Id });
    }

    /// <summary>Puts the text together from the parts that were chosen and saves it like any other.</summary>
    public async Task<IActionResult> OnPostMergeAsync(MergeInput merge, CancellationToken cancel)
    {
        var opinion = await records.Opinions.AsNoTracking().SingleAsync(o => o.Id == Opinion.Id, cancel);
        if (await OpinionMerge.ComposeAsync(records, opinion, merge, Input.Revision, cancel) is not { } text) return NotFound();
        Input = Input with { Text = text };
        ModelState.Remove("Input.Text");
        return await OnPostAsync(cancel);
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => ActAsync(
        opinion => opinion.Withdraw(clock.GetUtcNow()), this.Text()["Đã rút ý kiến {0}. Số ý kiến được giữ.", Opinion.Number], Url.Page("Edit", "Restore", new { opinionId = Opinion.Id }), cancel);

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) =>
        ActAsync(opinion => opinion.Restore(), this.Text()["Đã khôi phục ý kiến {0}.", Opinion.Number], undo: null, cancel);

    private async Task<IActionResult> ActAsync(Action<Opinion> act, string done, string? undo, CancellationToken cancel)
    {
        act(await records.Opinions.SingleAsync(o => o.Id == Opinion.Id, cancel));
        await records.SaveChangesAsync(cancel);
        this.Say(done, undo);
        return RedirectToPage(new { opinionId = Opinion.Id });
    }

    private async Task CheckDelegateAsync(Opinion opinion, CancellationToken cancel)
    {
        if (!await records.IsInvitedAsync(Opinion.SessionId, Input.DelegateId!.Value, cancel))
            ModelState.AddModelError("Input.DelegateId", this.Text()["Đại biểu này không được mời dự hội nghị. Chọn lại đại biểu"]);
        if (Input.Version == opinion.Version || opinion.DelegateId is null) return;
        ModelState.AddModelError("Input.DelegateId", this.Text()["Người khác vừa gắn ý kiến này với {0}. Bấm lưu lần nữa nếu vẫn đổi", Opinion.Speaker]);
        Input = Input with { Version = opinion.Version };
        ModelState.Remove("Input.Version");
    }

    /// <summary>Somebody saved in this very moment: the same again, now with what is stored.</summary>
    private Task<IActionResult> OnceMoreAsync(CancellationToken cancel)
    {
        records.ChangeTracker.Clear();
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status200OK;
        return OnPostAsync(cancel);
    }

    private async Task<IActionResult> ConflictAsync(Opinion opinion, OpinionFacts mine, CancellationToken cancel)
    {
        try
        {
            Merge = await OpinionMerge.KeepAsync(records, opinion, Input.Revision, mine, User.UserId(), clock.GetUtcNow(), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await OnceMoreAsync(cancel);
        }
        Opinion = (await FindAsync(Opinion.Id))!;
        Input = Input with { Version = Opinion.Version, Revision = opinion.Revision, Text = ParagraphMerge.Compose(Merge.Parts, []) };
        foreach (var key in (string[])["Input.Version", "Input.Revision", "Input.Text"]) ModelState.Remove(key);
        ModelState.AddModelError("", this.Text()["Người khác đã sửa ý kiến này sau khi đồng chí mở. Cả hai lời đều được giữ; chọn từng đoạn hoặc sửa tự do rồi lưu."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await AgainAsync(cancel);
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancel)
    {
        records.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        if (Opinion.SpeakerName is not null) Delegates = DelegateChoices.Of(await records.InvitedDelegatesAsync(Opinion.SessionId, cancel));
        Same = await records.SameOpinionAsync(Opinion.Id, cancel);
        Earlier = await EarlierWords.OfAsync(records, Opinion.Id, cancel);
        records.Note("opinions.read", nameof(Opinion), Opinion.Id);
        await records.SaveChangesAsync(cancel);
    }

    private Task<OpinionLine?> FindAsync(Guid id) => records.OpinionLineQuery(records.Opinions.Where(o => o.Id == id)).SingleOrDefaultAsync(HttpContext.RequestAborted);
}
