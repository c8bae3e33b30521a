using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Notes;

/// <summary>Changes a private note.</summary>
public sealed class EditModel(RecordsContext records, TimeProvider clock) : PageModel
{
    [BindProperty] public OpinionInput Input { get; set; } = new(Guid.Empty, null, null, 0);

    /// <summary>The note as it is stored.</summary>
    public DelegateNote Note { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid noteId, CancellationToken cancel)
    {
        if (!await FindAsync(noteId, cancel)) return NotFound();
        if (Note.OpinionId is { } opinionId) return RedirectToPage("/Delegate/Opinions/Receipt", new { opinionId });
        Input = new(noteId, Note.Kind, Note.Text, Note.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid noteId, CancellationToken cancel)
    {
        ModelState.Remove("Input.Version");
        Input = Input with { IsPrivate = true };
        if (!await FindAsync(noteId, cancel)) return NotFound();
        if (!this.Validate(Input, new OpinionInput.Validator())) return this.Refused();
        var note = await records.NotesOf(User.UserId()).SingleAsync(n => n.Id == noteId, cancel);
        records.Entry(note).Property(n => n.Version).OriginalValue = Input.Version;
        if (!this.Try(() => note.Change(Input.Text!.Trim(), Input.Kind, clock.GetUtcNow()))) return this.Refused();
        if (await this.SaveAsync(records, cancel) == SaveResult.Saved)
        {
            this.Say(this.Text()["Đã lưu ghi chú riêng, chỉ đồng chí thấy."]);
            return RedirectToPage("/Delegate/Notes/Index");
        }
        if (!await FindAsync(noteId, cancel)) return NotFound();
        (IsStale, Input) = (true, Input with { Version = Note.Version });
        return this.Refused();
    }

    private async Task<bool> FindAsync(Guid noteId, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (await records.DelegateNotesQuery(userId, records.NotesOf(userId).Where(n => n.Id == noteId)).SingleOrDefaultAsync(cancel) is not { } note) return false;
        Note = note;
        return true;
    }
}
