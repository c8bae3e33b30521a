using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class SittingsModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public SittingInput Input { get; set; } = new(Guid.CreateVersion7(), null, DayPart.Morning, null);

    public IReadOnlyList<SittingRow> Sittings { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Validate(Input, new SittingInput.Validator())) return await RefusedAsync(cancel);
        var stored = await Records.Sittings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Input.Id, cancel);
        if (stored is not null && (stored.SessionId, stored.Date, stored.Part, stored.Place) != (Session.Id, Input.Day, Input.Part, TextRules.ToLine(Input.Place)))
        {
            await LoadAsync(cancel);
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        return await ChangeAsync(
            session => session.Sittings.SingleOrDefault(s => s.Id == Input.Id) ?? Add(session),
            name => this.Text()["Đã thêm: {0}.", name], undo: null, cancel);
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid sittingId, CancellationToken cancel)
    {
        ModelState.Clear();
        return ChangeAsync(
            session =>
            {
                var sitting = session.Sittings.SingleOrDefault(s => s.Id == sittingId);
                sitting?.Remove(clock.GetUtcNow());
                return sitting;
            },
            name => this.Text()["Đã bỏ: {0}.", name], Url.Page("Sittings", "Restore", new { id = Session.Id, sittingId }), cancel);
    }

    public Task<IActionResult> OnPostRestoreAsync(Guid sittingId, CancellationToken cancel)
    {
        ModelState.Clear();
        return ChangeAsync(
            session =>
            {
                var sitting = session.Sittings.SingleOrDefault(s => s.Id == sittingId);
                if (sitting is not null) session.RestoreSitting(sittingId);
                return sitting;
            },
            name => this.Text()["Đã đưa trở lại: {0}.", name], undo: null, cancel);
    }

    private Sitting Add(Session session)
    {
        var sitting = session.AddSitting(Input.Id, Input.Day, Input.Part, TextRules.ToLine(Input.Place));
        Records.Add(sitting);
        return sitting;
    }

    /// <summary>Changes the sittings while nobody else does; the word that is left for the next page echoes date and weekday.</summary>
    private async Task<IActionResult> ChangeAsync(Func<Session, Sitting?> change, Func<string, string> done, string? undo, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        var session = await Records.Sessions.Include(s => s.Sittings).SingleAsync(s => s.Id == Session.Id, cancel);
        Sitting? sitting = null;
        if (!this.Try(() => sitting = change(session))) return await RefusedAsync(cancel);
        if (sitting is null) return NotFound();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return await RefusedAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(done(this.Text().Of(new SittingRow(sitting.Id, sitting.Date, sitting.Part, sitting.Place))), undo);
        return RedirectToPage(new { id = Session.Id });
    }

    private async Task<IActionResult> RefusedAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel) => Sittings = await Records.SittingRows(Session.Id).ToListAsync(cancel);

    public sealed record SittingInput(Guid Id, string? Date, DayPart Part, string? Place)
    {
        /// <summary>The date of input that passed the rules.</summary>
        public DateOnly Day => TextRules.ToDate(Date)!.Value;

        public sealed class Validator : AbstractValidator<SittingInput>
        {
            public Validator()
            {
                RuleFor(x => x.Date).Date();
                RuleFor(x => x.Place).OptionalText(300, "Địa điểm dài quá 300 ký tự. Hãy rút gọn");
            }
        }
    }
}
