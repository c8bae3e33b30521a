using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>The contents that earlier sessions put off; each goes on the agenda of one later session.</summary>
public sealed class PostponedModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public TakeUpInput Input { get; set; } = new(Guid.Empty, Guid.Empty);

    /// <summary>The contents, each with the key that it would get here.</summary>
    public IReadOnlyList<(ElsewhereItem Item, Guid Key)> Items { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var postponed = await Records.AgendaItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Input.PostponedId && i.DiscardedAt == null, cancel);
        if (postponed is null || Input.Id == Guid.Empty) return NotFound();
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel, postponed.SessionId);
        if (await Records.SuccessorAsync(postponed.Id, cancel) is { } taken)
        {
            // The same form sent twice: the first one stored it.
            if (taken.ItemId == Input.Id) return Taken();
            return await RefusedAsync(taken.SessionOrdinal is { } ordinal
                ? this.Text()["Nội dung này vừa được đưa vào chương trình hội nghị lần thứ {0}.", ordinal]
                : this.Text()["Nội dung này vừa được đưa vào chương trình: {0}.", taken.SessionTitle], cancel);
        }
        if (await Records.WaitingFor(Session.Id).SingleOrDefaultAsync(i => i.Id == postponed.Id, cancel) is not { } waiting)
            return await RefusedAsync(this.Text()["Nội dung này không còn chờ đưa vào chương trình: việc hoãn đã được hoàn tác."], cancel);
        if (await Records.AgendaItems.AnyAsync(i => i.Id == Input.Id, cancel)) return await RefusedAsync(this.Text()["Biểu mẫu đã cũ. Hãy bấm lần nữa."], cancel);
        await Records.TakeUpAsync(agenda.Order, Session.Id, Input.Id, waiting, cancel);
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await agenda.CommitAsync(cancel);
        return Taken();
    }

    /// <summary>Undoes the taking up while nothing depends on the new content; the postponed one waits again.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid newId, CancellationToken cancel)
    {
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        if (agenda.Order.All.FirstOrDefault(i => i.Id == newId && i.ContinuesId is not null) is not { } item) return NotFound();
        var isInUse = item.PostponedAt is not null || await Records.Drafts.AnyAsync(d => d.ItemId == newId, cancel) || await Records.Opinions.AnyAsync(o => o.ItemId == newId, cancel)
            || await Records.AgendaVersions.AnyAsync(v => v.Items.Any(i => i.ItemId == newId), cancel);
        if (isInUse) return await RefusedAsync(this.Text()[BrokenRules.Message("item.in-use")], cancel);
        agenda.Order.Withdraw(item, clock.GetUtcNow());
        item.Discard(clock.GetUtcNow());
        await Records.SaveChangesAsync(cancel);
        await agenda.CommitAsync(cancel);
        this.Say(this.Text()["Đã bỏ nội dung khỏi chương trình; nội dung lại chờ ở danh sách hoãn."]);
        return RedirectToPage(new { id = Session.Id });
    }

    private RedirectToPageResult Taken()
    {
        this.Say(this.Text()["Đã đưa nội dung vào chương trình, cùng các dự thảo đã có."], Url.Page("Postponed", "Undo", new { id = Session.Id, newId = Input.Id }));
        return RedirectToPage("Item", new { itemId = Input.Id });
    }

    private async Task<IActionResult> RefusedAsync(string message, CancellationToken cancel)
    {
        ModelState.AddModelError("", message);
        Response.StatusCode = StatusCodes.Status409Conflict;
        Records.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Items = [.. (await Records.Elsewhere(Records.WaitingFor(Session.Id)).ToListAsync(cancel)).Select(item => (item, Guid.CreateVersion7()))];

    public sealed record TakeUpInput(Guid Id, Guid PostponedId);
}
