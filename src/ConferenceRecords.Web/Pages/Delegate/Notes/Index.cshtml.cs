using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Notes;

/// <summary>The delegate's private notes (D4): ticked ones go to the Office together; one is taken away and brought back.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<DelegateNote> Notes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        Notes = await records.DelegateNotesQuery(userId, records.NotesOf(userId).Where(n => n.OpinionId == null)).ToListAsync(cancel);
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid id, bool doc, CancellationToken cancel) => ChangeAsync(id, doc, note =>
    {
        note.Remove(Now);
        this.Say(this.Text()["Đã bỏ ghi chú."], Url.Page("/Delegate/Notes/Index", "Restore", new { id, doc }));
    }, cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, bool doc, CancellationToken cancel) => ChangeAsync(id, doc, note =>
    {
        note.Restore();
        this.Say(this.Text()["Đã khôi phục ghi chú."]);
    }, cancel);

    private async Task<IActionResult> ChangeAsync(Guid id, bool toText, Action<DraftNote> act, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (await records.DraftNotes.SingleOrDefaultAsync(n => n.Id == id && n.OpinionId == null && records.DelegateOf(userId).Any(d => d.Id == n.DelegateId), cancel) is not { } note) return NotFound();
        act(note);
        if (await this.SaveAsync(records, cancel) != SaveResult.Saved)
        {
            TempData.Clear();
            await OnGetAsync(cancel);
            return this.Refused();
        }
        var version = await records.DraftVersions.Where(v => v.Id == note.VersionId).Select(v => new { v.DraftId, v.Ordinal }).SingleAsync(cancel);
        if (!toText || !await records.DraftsFor(userId).AnyAsync(d => d.Id == version.DraftId, cancel)) return RedirectToPage();
        var number = await records.Paragraphs.Where(p => p.Id == note.ParagraphId).Select(p => (int?)p.Number).SingleOrDefaultAsync(cancel);
        return RedirectToPage("/Delegate/Drafts/Read", null, new { draftId = version.DraftId, ban = version.Ordinal }, number is null ? null : $"doan-{number}");
    }
}
