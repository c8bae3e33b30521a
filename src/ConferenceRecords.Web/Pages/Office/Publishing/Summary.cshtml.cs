using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>The summary of opinions: filled from the confirmed ledger by one click, then worded line by line.</summary>
public sealed class SummaryModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public SummaryInput Input { get; set; } = new(default, 0, null);

    public OpinionSummary? Summary { get; private set; }

    public IReadOnlyDictionary<Guid, string> Items { get; private set; } = new Dictionary<Guid, string>();

    public bool IsOpen => Summary is not { State: ReleaseState.Submitted };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new(Summary?.Id ?? Guid.CreateVersion7(), Summary?.Version ?? 0, Summary?.Introduction);
        if (Summary is null) return;

        // Lines that nobody worded yet show words of the ledger.
        Records.Note("opinions.read", nameof(OpinionSummary), Summary.Id);
        await Records.SaveChangesAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Validate(Input, new SummaryInput.Validator())) return this.Refused();
        return await StoreAsync(
            Summary is null ? () => Records.Add(new OpinionSummary(Input.Id, Session.Id, Input.Introduction, User.UserId())) : () => Summary.Introduce(Input.Introduction, User.UserId()),
            this.Text()["Đã lưu phần mở đầu."], cancel);
    }

    /// <summary>Takes over what the Office confirmed since; nothing worded is overwritten.</summary>
    public async Task<IActionResult> OnPostFillAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var lines = await Records.ConfirmedLinesAsync(Session.Id, cancel);
        var taken = 0;
        return await StoreAsync(
            () =>
            {
                var summary = Summary ?? Records.Add(new OpinionSummary(Input.Id, Session.Id, null, User.UserId())).Entity;
                foreach (var line in lines) taken += summary.Take(line, User.UserId()) ? 1 : 0;
            },
            null, cancel, () => this.Text()["Đã lấy {0} dòng mới hoặc đổi từ sổ đã xác nhận.", taken]);
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid line, CancellationToken cancel) => ChangeAsync(
        summary => summary.Leave(line, clock.GetUtcNow(), User.UserId()), this.Text()["Đã bỏ dòng khỏi bản tổng hợp."], Url.Page("Summary", "Restore", new { Session.Id, line }), cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid line, CancellationToken cancel) =>
        ChangeAsync(summary => summary.Leave(line, null, User.UserId()), this.Text()["Đã đưa dòng trở lại."], null, cancel);

    private async Task<IActionResult> ChangeAsync(Action<OpinionSummary> act, string done, string? undo, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Summary is not { } summary) return NotFound();
        Input = Input with { Version = summary.Version };
        return await StoreAsync(() => act(summary), done, cancel, undo: undo);
    }

    private async Task<IActionResult> StoreAsync(Action act, string? done, CancellationToken cancel, Func<string>? word = null, string? undo = null)
    {
        if (!this.Try(act)) return this.Refused();
        if (Summary is not null) Records.MarkChanged(Summary, Input.Version);
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved)
        {
            this.Say(done ?? word!(), undo);
            return RedirectToPage(new { Session.Id });
        }
        Records.ChangeTracker.Clear();
        await LoadAsync(cancel);
        ModelState.Remove("Input.Version");
        Input = Input with { Version = Summary?.Version ?? 0 };
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Summary = await Records.OpinionSummaries.Include(s => s.Lines).SingleOrDefaultAsync(s => s.SessionId == Session.Id, cancel);
        Items = await Records.AgendaItems.Where(i => i.SessionId == Session.Id && i.DiscardedAt == null).ToDictionaryAsync(i => i.Id, i => $"{i.Position}. {i.Title}", cancel);
    }

    public sealed record SummaryInput(Guid Id, uint Version, string? Introduction)
    {
        public sealed class Validator : AbstractValidator<SummaryInput>
        {
            public Validator() => RuleFor(x => x.Introduction).OptionalText(20_000, "Phần mở đầu dài quá 20.000 ký tự").NotStamped();
        }
    }
}
