using System.Globalization;
using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>
/// Where the opinions on earlier versions belong in a later one: the program proposes, a person confirms, and what finds no place stays in sight. The opinions
/// themselves stay on their version.
/// </summary>
public sealed class PlacesModel(RecordsContext records, VersionComparisons comparisons, TimeProvider clock) : DraftPage(records)
{
    public IReadOnlyList<DraftVersionHead> Versions { get; private set; } = [];

    /// <summary>The later version.</summary>
    public DraftVersionHead Shown { get; private set; } = null!;

    public int ParagraphCount { get; private set; }

    /// <summary>The opinions with their places; see <see cref="PlaceRow"/>.</summary>
    public IReadOnlyList<PlaceRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? ban, CancellationToken cancel) => await FindAsync(ban, cancel) ? await ShownAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(int? ban, PlaceInput input, CancellationToken cancel)
    {
        if (!await FindAsync(ban, cancel)) return NotFound();
        await using var transaction = await Records.LockSessionAsync(Draft.SessionId, cancel);
        if ((await Records.OpinionPlacesAsync(comparisons, Shown.Id, input.OpinionId, cancel)).SingleOrDefault() is not { } place) return NotFound();
        var number = TextRules.ToCount(input.Paragraph);
        var paragraph = input.HasNone ? null : await Records.Paragraphs.Where(p => p.VersionId == Shown.Id && p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);
        if (paragraph is null && !input.HasNone)
            return await RefusedAsync(input, this.Text()["Nhập số đoạn của bản {0}, từ 1 đến {1}", Shown.Ordinal, ParagraphCount], StatusCodes.Status422UnprocessableEntity, cancel);
        var isThere = place.State == PlaceState.Confirmed && place.ParagraphId == paragraph;
        if (!isThere && place.Version != input.Version)
            return await RefusedAsync(input, this.Text()["Người khác vừa gắn ý kiến này. Xem vị trí đang lưu rồi gắn lại nếu cần"], StatusCodes.Status409Conflict, cancel);

        var now = Now();
        if (!isThere) await PutAsync(place, paragraph, now, cancel);
        await Records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(paragraph is null ? this.Text()["Đã ghi: ý kiến không còn đoạn tương ứng ở bản {0}.", Shown.Ordinal] : this.Text()["Đã gắn ý kiến vào đoạn {0} của bản {1}.", number!, Shown.Ordinal], isThere ? null : Undo(now));
        return Here();
    }

    /// <summary>Confirms every proposal beyond doubt that the person saw; what changed in the meantime stays to be looked at.</summary>
    public async Task<IActionResult> OnPostAllAsync(int? ban, [FromForm(Name = "de-xuat")] List<string> seen, CancellationToken cancel)
    {
        if (!await FindAsync(ban, cancel)) return NotFound();
        await using var transaction = await Records.LockSessionAsync(Draft.SessionId, cancel);
        var marks = seen.ToHashSet();
        var places = (await Records.OpinionPlacesAsync(comparisons, Shown.Id, null, cancel)).FindAll(p => p is { State: PlaceState.Proposed, Proposal.IsSure: true } && marks.Contains(PlaceRow.Mark(p)));
        var now = Now();
        foreach (var place in places) await PutAsync(place, place.ParagraphId, now, cancel);
        await Records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã gắn {0} ý kiến theo đề xuất.", places.Count], places.Count > 0 ? Undo(now) : null);
        return Here();
    }

    /// <summary>Takes back what this person confirmed at one moment.</summary>
    public async Task<IActionResult> OnPostUndoAsync(int? ban, long luc, CancellationToken cancel)
    {
        if (!await FindAsync(ban, cancel) || luc < 0 || luc > DateTimeOffset.MaxValue.UtcTicks) return NotFound();
        var (at, userId) = (new DateTimeOffset(luc, TimeSpan.Zero), User.UserId());
        var placed = await Records.Placements.Where(p => p.VersionId == Shown.Id && p.PlacedAt == at && p.PlacedById == userId && p.TakenBackAt == null).ToListAsync(cancel);
        return await TakeBackAsync(placed, cancel);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int? ban, PlaceInput input, CancellationToken cancel)
    {
        if (!await FindAsync(ban, cancel)) return NotFound();
        var placed = await Records.Placements.Where(p => p.VersionId == Shown.Id && p.OpinionId == input.OpinionId).ToListAsync(cancel);
        if (placed.Count == 0) return NotFound();
        if (placed[0].TakenBackAt is null && placed[0].Version != input.Version)
            return await RefusedAsync(input, this.Text()["Người khác vừa gắn ý kiến này. Xem vị trí đang lưu rồi gắn lại nếu cần"], StatusCodes.Status409Conflict, cancel);
        return await TakeBackAsync(placed, cancel);
    }

    private async Task<IActionResult> TakeBackAsync(List<Placement> placed, CancellationToken cancel)
    {
        foreach (var placement in placed) placement.TakeBack(clock.GetUtcNow());
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return await RefusedAsync(null, null, StatusCodes.Status409Conflict, cancel);
        this.Say(this.Text()["Đã bỏ gắn {0} ý kiến; các ý kiến này chờ gắn lại.", placed.Count]);
        return Here();
    }

    private async Task PutAsync(OpinionPlace place, Guid? paragraphId, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Records.Placements.SingleOrDefaultAsync(p => p.OpinionId == place.OpinionId && p.VersionId == Shown.Id, cancel) is { } stored) stored.Put(paragraphId, User.UserId(), now);
        else Records.Add(new Placement(place.OpinionId, Shown.Id, paragraphId, User.UserId(), now));
    }

    private async Task<bool> FindAsync(int? ban, CancellationToken cancel)
    {
        Versions = await Records.DraftVersionHeadsAsync(Draft.Id, cancel);
        if (!ModelState.IsValid || Versions.FirstOrDefault(v => ban is null || v.Ordinal == ban) is not { } shown) return false;
        (Shown, ParagraphCount) = (shown, await Records.Paragraphs.CountAsync(p => p.VersionId == shown.Id, cancel));
        return true;
    }

    private async Task<IActionResult> ShownAsync(CancellationToken cancel, PlaceInput? typed = null)
    {
        var places = await Records.OpinionPlacesAsync(comparisons, Shown.Id, null, cancel);
        var lines = await Records.OpinionLineQuery(Records.EarlierOpinions(Shown.Id)).ToDictionaryAsync(o => o.Id, cancel);
        Rows = [.. places.Where(p => lines.ContainsKey(p.OpinionId)).Select(p => new PlaceRow(p, lines[p.OpinionId], Shown.Ordinal, typed?.OpinionId == p.OpinionId ? typed.Paragraph : p.ParagraphNumber?.ToString(CultureInfo.InvariantCulture)))];
        Records.Note("draft.read", nameof(Draft), Draft.Id);
        if (Rows.Count > 0) Records.Note("opinions.read", nameof(Draft), Draft.Id);
        await Records.SaveChangesAsync(cancel);
        return Page();
    }

    private async Task<IActionResult> RefusedAsync(PlaceInput? typed, string? message, int status, CancellationToken cancel)
    {
        if (Records.Database.CurrentTransaction is { } open) await open.RollbackAsync(cancel);
        Records.ChangeTracker.Clear();
        if (message is not null) ModelState.AddModelError(PlaceRow.FieldOf(typed!.OpinionId), message);
        Response.StatusCode = status;
        return await ShownAsync(cancel, typed);
    }

    /// <summary>To the microsecond, as the database keeps it: by it the undoing finds what was placed.</summary>
    private DateTimeOffset Now() => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    private string? Undo(DateTimeOffset at) => Url.Page("Places", "Undo", new { draftId = Draft.Id, ban = Shown.Ordinal, luc = at.UtcTicks });

    private RedirectToPageResult Here() => RedirectToPage("Places", new { draftId = Draft.Id, ban = Shown.Ordinal });
}
