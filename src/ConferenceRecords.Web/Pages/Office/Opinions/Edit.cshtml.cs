using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
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

    /// <summary>What somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

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
        var delegateId = await records.Opinions.Where(o => o.Id == Opinion.Id).Select(o => o.DelegateId).SingleAsync(cancel);
        Input = new(Opinion.Version, Opinion.Kind, Opinion.Channel, delegateId, Opinion.Text);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Opinion.Channel == OpinionChannel.Portal) return NotFound();
        var opinion = await records.Opinions.SingleAsync(o => o.Id == Opinion.Id, cancel);
        this.Validate(Input, new EditInput.Validator());
        var resolves = opinion.SpeakerName is not null && Input.DelegateId is not null && Input.DelegateId != opinion.DelegateId;
        if (resolves && !await records.IsInvitedAsync(Opinion.SessionId, Input.DelegateId!.Value, cancel))
            ModelState.AddModelError("Input.DelegateId", this.Text()["Đại biểu này không được mời dự hội nghị. Chọn lại đại biểu"]);
        records.Entry(opinion).Property(o => o.Version).OriginalValue = Input.Version;
        if (!ModelState.IsValid || !this.Try(() =>
            {
                opinion.Change(new(Input.Kind!.Value, Input.Channel!.Value, Input.Text!), User.UserId(), clock.GetUtcNow());
                if (resolves) opinion.Resolve(Input.DelegateId!.Value);
            }))
        {
            return await AgainAsync(cancel);
        }
        switch (await this.SaveAsync(records, cancel))
        {
            case SaveResult.Saved:
                this.Say(this.Text()["Đã lưu ý kiến {0}.", Opinion.Number]);
                return RedirectToPage(new { opinionId = Opinion.Id });
            case SaveResult.Stale:
                Opinion = (await FindAsync(Opinion.Id))!;
                var text = this.Text();
                Stored = [(text["Người phát biểu"], Opinion.Speaker), (text["Loại ý kiến"], text.Of(Opinion.Kind)), (text["Kênh"], text.Of(Opinion.Channel)), (text["Ý kiến"], Opinion.Text)];
                Input = Input with { Version = Opinion.Version };
                ModelState.Remove("Input.Version");
                break;
        }
        return await AgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        (await records.Opinions.SingleAsync(o => o.Id == Opinion.Id, cancel)).Withdraw(clock.GetUtcNow());
        await records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã rút ý kiến {0}. Số ý kiến được giữ.", Opinion.Number], Url.Page("Edit", "Restore", new { opinionId = Opinion.Id }));
        return RedirectToPage(new { opinionId = Opinion.Id });
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel)
    {
        (await records.Opinions.SingleAsync(o => o.Id == Opinion.Id, cancel)).Restore();
        await records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã khôi phục ý kiến {0}.", Opinion.Number]);
        return RedirectToPage(new { opinionId = Opinion.Id });
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
        records.Note("opinions.read", nameof(Opinion), Opinion.Id);
        await records.SaveChangesAsync(cancel);
    }

    private Task<OpinionLine?> FindAsync(Guid id) => records.OpinionLineQuery(records.Opinions.Where(o => o.Id == id)).SingleOrDefaultAsync(HttpContext.RequestAborted);

    public sealed record EditInput(uint Version, OpinionKind? Kind, OpinionChannel? Channel, Guid? DelegateId, string? Text)
    {
        public sealed class Validator : AbstractValidator<EditInput>
        {
            public Validator()
            {
                RuleFor(x => x.Kind).NotNull().WithMessage("Chọn loại ý kiến");
                RuleFor(x => x.Channel).Must(channel => channel is { } c && OpinionInput.Channels.Contains(c)).WithMessage("Chọn kênh nhận ý kiến");
                RuleFor(x => x.Text).OpinionText();
            }
        }
    }
}
