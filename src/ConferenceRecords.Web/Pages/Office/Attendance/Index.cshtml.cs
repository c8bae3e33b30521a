using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Attendance;

/// <summary>Who came to a sitting: one form that saves all, or with script one click that saves one.</summary>
[RequestFormLimits(ValueCountLimit = 8 * PageSize)]
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    private const int PageSize = 300;

    /// <summary>All delegates of the sitting, on whatever page they stand.</summary>
    private List<AttendanceRow> everybody = [];

    private IReadOnlyDictionary<Guid, AttendanceChange> typed = new Dictionary<Guid, AttendanceChange>();

    private IReadOnlyDictionary<Guid, AttendanceNote> theirs = new Dictionary<Guid, AttendanceNote>();

    public IReadOnlyList<SittingRow> Sittings { get; private set; } = [];

    /// <summary>The sitting that is shown; null where the session has none.</summary>
    public SittingRow? Sitting { get; private set; }

    /// <summary>By given name, and not in the order of the list.</summary>
    [FromQuery(Name = "theo-ten")] public bool ByName { get; set; }

    [FromQuery(Name = "trang")] public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<AttendanceRow> Rows { get; private set; } = [];

    public int FirstNumber => ((Number - 1) * PageSize) + 1;

    public AttendanceTally Tally { get; private set; } = null!;

    public IReadOnlyList<DelegateLine> Uninvited { get; private set; } = [];

    /// <summary>What the form shows of a delegate: what was typed and not saved, or what is stored.</summary>
    public AttendanceNote Shown(AttendanceRow row) => typed.GetValueOrDefault(row.Person.Id)?.Note ?? Stored(row);

    public static AttendanceNote Stored(AttendanceRow row) => AttendanceNote.Of(row.State, row.ArrivedAt, row.Reason);

    /// <summary>What somebody else noted of a delegate in the meantime.</summary>
    public AttendanceNote? Theirs(Guid delegateId) => theirs.GetValueOrDefault(delegateId);

    /// <summary>A value for the address of this page.</summary>
    public Dictionary<string, string?> Address(SittingRow? sitting, bool byName, int number = 1) => new()
    {
        ["id"] = Session.Id.ToString(), ["buoi"] = sitting?.Id.ToString(), ["theo-ten"] = byName ? "true" : null, ["trang"] = number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null,
    };

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "buoi")] Guid? sittingId, CancellationToken cancel) => await LoadAsync(sittingId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "buoi")] Guid sittingId, CancellationToken cancel)
    {
        if (!await LoadAsync(sittingId, cancel)) return NotFound();
        if (!await WriteAsync(cancel)) return this.Refused();
        this.Say(this.Text()["Đã lưu điểm danh {0}.", VietnamTime.Clock(clock.GetUtcNow())]);
        return RedirectToPage(Address(Sitting, ByName, Number));
    }

    public async Task<IActionResult> OnPostAllAsync([FromQuery(Name = "buoi")] Guid sittingId, CancellationToken cancel)
    {
        if (!await LoadAsync(sittingId, cancel)) return NotFound();
        if (!await WriteAsync(cancel)) return this.Refused();
        var (count, mark) = await AttendanceBook.AllPresentAsync(Records, sittingId, [.. everybody.Select(r => r.Person.Id)], cancel);
        this.Say(
            this.Text()["Đã ghi {0} người chưa điểm danh là có mặt.", count],
            count == 0 ? null : Url.Page(null, "TakeBack", new Dictionary<string, string?>(Address(Sitting, ByName, Number)) { ["dau"] = mark.ToString(CultureInfo.InvariantCulture) }));
        return RedirectToPage(Address(Sitting, ByName, Number));
    }

    public async Task<IActionResult> OnPostTakeBackAsync([FromQuery(Name = "buoi")] Guid sittingId, [FromQuery(Name = "dau")] uint mark, CancellationToken cancel)
    {
        if (!await LoadAsync(sittingId, cancel)) return NotFound();
        this.Say(this.Text()["Đã bỏ ghi {0} người.", await AttendanceBook.TakeBackAsync(Records, sittingId, mark, cancel)]);
        return RedirectToPage(Address(Sitting, ByName, Number));
    }

    /// <summary>One delegate, as the script sends each click: 409 with what somebody else noted, 422 with what is wrong.</summary>
    public async Task<IActionResult> OnPostOneAsync([FromQuery(Name = "buoi")] Guid sittingId, [FromForm(Name = "dai-bieu")] Guid delegateId, CancellationToken cancel)
    {
        if (!await LoadAsync(sittingId, cancel) || !everybody.Any(r => r.Person.Id == delegateId)) return NotFound();
        var change = Read(delegateId);
        if (change.Note.Problem is { } problem) return new JsonResult(new { text = this.Text()[problem].Value }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var conflict = (await AttendanceBook.WriteAsync(Records, sittingId, new Dictionary<Guid, AttendanceChange> { [delegateId] = change }, cancel)).Values.FirstOrDefault();
        var tally = this.Text().Of((await Records.AttendanceTalliesAsync(Session.Id, [Sitting!], cancel))[sittingId]);
        return conflict is null
            ? new JsonResult(new { before = change.Note.Text, tally, text = this.Text()["Đã lưu {0}", VietnamTime.Clock(clock.GetUtcNow())].Value })
            : new JsonResult(new { before = conflict.Text, tally, text = this.Text()["Người khác vừa ghi: {0}. Chọn lại để ghi đè.", Words(conflict)].Value }) { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>A note in words: "Đến muộn, 08:15".</summary>
    public string Words(AttendanceNote note) => string.Join(", ", new[] { this.Text().Of(note.State), note.Arrived, note.Reason }.Where(part => !string.IsNullOrEmpty(part)));

    private string Name(Guid delegateId) => everybody.First(r => r.Person.Id == delegateId).Person.FullName;

    private AttendanceChange Read(Guid id) => new(Request.Form[$"truoc-{id}"].ToString(), AttendanceNote.Of(
        Request.Form[$"tt-{id}"], VietnameseText.Clean(Request.Form[$"gio-{id}"].ToString()), VietnameseText.Clean(Request.Form[$"ly-do-{id}"].ToString())));

    /// <summary>Writes what was changed on the form; what can't be written comes back with what was typed.</summary>
    private async Task<bool> WriteAsync(CancellationToken cancel)
    {
        var changed = everybody.Where(r => Request.Form.ContainsKey($"truoc-{r.Person.Id}")).Select(r => (r.Person.Id, Change: Read(r.Person.Id)))
            .Where(r => r.Change.Before != r.Change.Note.Text).ToDictionary(r => r.Id, r => r.Change);
        foreach (var (id, change) in changed) if (change.Note.Problem is { } problem) ModelState.AddModelError($"gio-{id}", $"{Name(id)}: {this.Text()[problem]}");
        var faulty = changed.Where(c => c.Value.Note.Problem is not null).ToDictionary();
        theirs = await AttendanceBook.WriteAsync(Records, Sitting!.Id, changed.Except(faulty).ToDictionary(), cancel);
        foreach (var id in theirs.Keys) ModelState.AddModelError($"tt-{id}", this.Text()["{0}: người khác vừa ghi. So hai bản ở dòng này rồi bấm lưu lần nữa để giữ bản của đồng chí.", Name(id)]);
        if (ModelState.IsValid) return true;
        if (theirs.Count > 0) Response.StatusCode = StatusCodes.Status409Conflict;
        typed = changed.Where(c => faulty.ContainsKey(c.Key) || theirs.ContainsKey(c.Key)).ToDictionary();
        await LoadAsync(Sitting.Id, cancel);
        return false;
    }

    /// <summary>The sitting of this half-day, or of today, or the first one.</summary>
    private SittingRow? Now(DateTimeOffset now)
    {
        var today = Sittings.Where(s => s.Date == VietnamTime.DateOf(now)).ToList();
        return (VietnamTime.IsAfternoon(now) ? today.LastOrDefault() : today.FirstOrDefault()) ?? (Sittings.Count > 0 ? Sittings[0] : null);
    }

    private async Task<bool> LoadAsync(Guid? sittingId, CancellationToken cancel)
    {
        Sittings = await Records.SittingRows(Session.Id).ToListAsync(cancel);
        Sitting = sittingId is null ? Now(clock.GetUtcNow()) : Sittings.FirstOrDefault(s => s.Id == sittingId);
        if (Sitting is null) return sittingId is null;
        everybody = await Records.AttendanceRowsAsync(Session.Id, Sitting, cancel);
        if (ByName) everybody = [.. everybody.OrderBy(r => PersonName.SortKey(r.Person.FullName), StringComparer.Ordinal).ThenBy(r => r.Person.Unit, VietnameseOrder.Comparer)];
        Pages = Math.Max(1, (everybody.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Rows = [.. everybody.Skip((Number - 1) * PageSize).Take(PageSize)];
        Tally = (await Records.AttendanceTalliesAsync(Session.Id, [Sitting], cancel))[Sitting.Id];
        Uninvited = await Records.UninvitedMembersAsync(Session.Id, Sitting.Date, cancel);
        return true;
    }
}
