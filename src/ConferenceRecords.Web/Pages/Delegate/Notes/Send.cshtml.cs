using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Notes;

/// <summary>
/// Notes (<c>?ghi-chu=</c>) looked at once more and sent together; afterwards the same address is their receipt. The key of a note becomes that of its
/// opinion, so that none is sent twice.
/// </summary>
public sealed class SendModel(RecordsContext records, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    [FromQuery(Name = "ghi-chu")] public Guid[] Chosen { get; set; } = [];

    /// <summary>What each note asks for, by its key.</summary>
    [BindProperty] public Dictionary<Guid, OpinionKind?> Kinds { get; set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<DelegateNote> Waiting { get; private set; } = [];

    /// <summary>Those that can't be sent any more.</summary>
    public IReadOnlyList<DelegateNote> Closed { get; private set; } = [];

    public IReadOnlyList<DelegateNote> Sent { get; private set; } = [];

    private Guid UserId => User.UserId();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Chosen.Length == 0)
        {
            this.Warn(this.Text()["Chưa chọn ghi chú nào. Đánh dấu ít nhất một ghi chú rồi bấm Xem lại và gửi."]);
            return RedirectToPage("/Delegate/Notes/Index");
        }
        if (!await FindAsync(cancel)) return NotFound();
        Kinds = Waiting.ToDictionary(n => n.Id, n => n.Kind);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        foreach (var note in Waiting.Where(n => Kinds.GetValueOrDefault(n.Id) is null)) ModelState.AddModelError($"Kinds[{note.Id}]", this.Text()["Chọn loại ý kiến"]);
        if (!ModelState.IsValid) return this.Refused();
        await SendAsync(cancel);

        // Also where another request was first: the receipt then shows what that one sent.
        return LocalRedirect($"{Request.PathBase}{Request.Path}{Request.QueryString}");
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        var delegateId = await records.DelegateOf(UserId).Select(d => d.Id).SingleOrDefaultAsync(cancel);
        var places = new Dictionary<Guid, DelegateVersion>();
        foreach (var draftId in Waiting.Select(n => n.Place!.DraftId).Distinct())
            foreach (var version in await records.DelegateVersionsQuery(UserId, draftId).ToListAsync(cancel)) places[version.Id] = version;
        var ids = Waiting.Select(n => n.Id).ToList();
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        var opinions = new List<Opinion>();

        // In the order of the series: two who send at once wait for each other in one direction only.
        foreach (var note in (await records.NotesOf(UserId).Where(n => ids.Contains(n.Id) && n.OpinionId == null).ToListAsync(cancel)).OrderBy(n => places[n.VersionId].SessionId).ThenBy(n => places[n.VersionId].ItemCode).ThenBy(n => n.CreatedAt))
        {
            var place = places[note.VersionId];
            var session = (await records.SessionHeadAsync(place.SessionId, cancel))!;
            var sequence = await records.NextNumberAsync(OpinionNumber.Series(place.SessionId, place.ItemCode), cancel);
            var number = OpinionNumber.Write(session.Ordinal, session.TermLabel, place.ItemCode, sequence);
            opinions.Add(new(
                note.Id, place.SessionId, place.ItemId, number, new(delegateId), new(Kinds[note.Id]!.Value, OpinionChannel.Portal, note.Text), UserId, Now, note.VersionId, note.ParagraphId));
            note.Sent(note.Id);
        }
        records.AddRange(opinions);
        if (await this.SaveAsync(records, cancel) == SaveResult.Saved && opinions.TrueForAll(o => records.Entry(o).State == EntityState.Unchanged)) await transaction.CommitAsync(cancel);
        else await transaction.RollbackAsync(cancel);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var ids = Chosen.Distinct().Take(Most).ToList();
        var notes = await records.DelegateNotesQuery(UserId, records.NotesOf(UserId).Where(n => ids.Contains(n.Id))).ToListAsync(cancel);
        (Waiting, Sent) = ([.. notes.Where(n => n.MayBeSent(Now))], [.. notes.Where(n => n.OpinionId is not null)]);
        Closed = [.. notes.Except(Waiting).Except(Sent)];
        return notes.Count > 0;
    }
}
