using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>One content with its drafts and opinions, and the acts on it.</summary>
public sealed class ItemModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public ItemFacts Item { get; private set; } = null!;

    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    /// <summary>The opinions that stand for themselves, each with those behind it.</summary>
    public IReadOnlyList<MergedOpinion> Opinions { get; private set; } = [];

    /// <summary>The content that takes this one up at a later session.</summary>
    public ElsewhereItem? Next { get; private set; }

    /// <summary>The postponed content that this one takes up.</summary>
    public ElsewhereItem? Previous { get; private set; }

    public Task OnGetAsync(Guid itemId, CancellationToken cancel) => LoadAsync(itemId, cancel);

    public Task<IActionResult> OnPostMarkInternalAsync(Guid itemId, CancellationToken cancel)
    {
        // The papers follow in the same save, those added a moment ago too: there is no moment at which an internal content has a public draft.
        List<Draft> drafts = [];
        return ActAsync(
            itemId,
            (_, item) =>
            {
                item.MarkInternal();
                drafts.ForEach(draft => draft.MarkInternal());
            },
            this.Text()["Đã đánh dấu nội bộ: nội dung và các dự thảo ra khỏi bản công bố."], undo: null, cancel,
            async () =>
            {
                drafts = await Records.DraftsOf(itemId).ToListAsync(cancel);
                return null;
            });
    }

    public Task<IActionResult> OnPostUnmarkInternalAsync(Guid itemId, CancellationToken cancel) =>
        ActAsync(itemId, (_, item) => item.UnmarkInternal(), this.Text()["Đã bỏ dấu nội bộ. Nội dung vẫn ở ngoài bản công bố."], undo: null, cancel);

    public Task<IActionResult> OnPostIncludeAsync(Guid itemId, CancellationToken cancel) =>
        ActAsync(itemId, (_, item) => item.IncludeInPublication(), this.Text()["Nội dung sẽ vào bản công bố tiếp theo."], undo: null, cancel);

    public Task<IActionResult> OnPostWithdrawAsync(Guid itemId, CancellationToken cancel) => ActAsync(
        itemId, (agenda, item) => agenda.Withdraw(item, clock.GetUtcNow()), this.Text()["Đã rút nội dung khỏi chương trình."],
        Url.Page("Item", "Restore", new { itemId }), cancel);

    /// <summary>
    /// Puts the content off. Not once a conclusion of the session is public: it says what the session decided, and the agenda must not say otherwise
    /// afterwards. What is still open then goes on as a new content of the same matter.
    /// </summary>
    public Task<IActionResult> OnPostPostponeAsync(Guid itemId, CancellationToken cancel) => ActAsync(
        itemId, (agenda, item) => agenda.Postpone(item, clock.GetUtcNow()), this.Text()["Đã hoãn nội dung sang hội nghị sau."],
        Url.Page("Item", "Restore", new { itemId }), cancel,
        async () => await Records.Conclusions.AnyAsync(c => c.SessionId == Session.Id && c.EditionCount > 0, cancel) ? "item.concluded" : null);

    public Task<IActionResult> OnPostRestoreAsync(Guid itemId, CancellationToken cancel) => ActAsync(
        itemId, (agenda, item) => agenda.Restore(item), this.Text()["Đã đưa nội dung trở lại chương trình."], undo: null, cancel,
        async () => await Records.SuccessorAsync(itemId, cancel) is not null ? "item.taken-up" : null);

    /// <summary>Acts on the content while nobody else changes the agenda; <paramref name="asked"/> looks first, and names the rule that is in the way.</summary>
    private async Task<IActionResult> ActAsync(
        Guid itemId, Action<AgendaOrder, AgendaItem> act, string done, string? undo, CancellationToken cancel, Func<Task<string?>>? asked = null)
    {
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        if (asked is not null && await asked() is { } code) ModelState.AddModelError("", this.Text()[BrokenRules.Message(code)]);
        else if (this.Try(() => act(agenda.Order, agenda.Order.All.Single(i => i.Id == itemId))) && await this.SaveAsync(Records, cancel) == SaveResult.Saved)
        {
            await agenda.CommitAsync(cancel);
            this.Say(done, undo);
            return RedirectToPage(new { itemId });
        }
        await agenda.DisposeAsync();
        Records.ChangeTracker.Clear();
        await LoadAsync(itemId, cancel);
        return this.Refused();
    }

    private async Task LoadAsync(Guid itemId, CancellationToken cancel)
    {
        Item = await Records.ItemFactsAsync(itemId, cancel);
        Drafts = await Records.DraftRows(itemId).ToListAsync(cancel);
        Opinions = (await Records.StandingOpinionQuery(Records.Opinions.Where(o => o.ItemId == itemId)).ToListAsync(cancel)).Merged();
        Next = Item.PostponedAt is null ? null : await Records.SuccessorAsync(itemId, cancel);
        Previous = await Records.PredecessorAsync(itemId, cancel);
        if (Opinions.Count == 0) return;
        Records.Note("opinions.read", nameof(AgendaItem), itemId);
        await Records.SaveChangesAsync(cancel);
    }
}
