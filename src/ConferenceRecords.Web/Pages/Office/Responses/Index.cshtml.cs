using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using ConferenceRecords.Web.Responses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>The ledger of a session (S7): what became of every opinion, who is asked, what alarms.</summary>
public sealed class IndexModel(RecordsContext records, VersionComparisons comparisons, MailWriter mails, TimeProvider clock) : SessionPage(records)
{
    private const int PageSize = 50;

    [BindProperty] public AssignInput Input { get; set; } = null!;

    public LedgerFilter Filter { get; private set; } = new();

    /// <summary>Every row of the session; the page shows <see cref="Shown"/>.</summary>
    public IReadOnlyList<ResponseRow> Rows { get; private set; } = [];

    public IReadOnlyList<ResponseRow> Shown { get; private set; } = [];

    public int Pages { get; private set; }

    public ResponsePicture Picture { get; private set; } = null!;

    public LedgerAlarms Alarms { get; private set; } = null!;

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Opinions that came after the completion.</summary>
    public int Grown { get; private set; }

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>The rows that were ticked when the form was refused.</summary>
    public IReadOnlySet<Guid> Ticked { get; private set; } = new HashSet<Guid>();

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    public string Here => $"~/van-phong/hoi-nghi/{Session.Id}/tiep-thu";

    public int Count(LedgerFilter filter) => Rows.Count(r => filter.Admits(r, Alarms.Unchanged));

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAssignAsync([FromForm(Name = "y-kien")] List<string> ticked, CancellationToken cancel)
    {
        var ids = OpinionTick.Keys(ticked);
        if (ids.Count == 0) ModelState.AddModelError("", this.Text()["Chọn ít nhất một ý kiến để giao"]);
        this.Validate(Input, new AssignInput.Validator());
        if (!ModelState.IsValid) return await RefusedAsync(ids, cancel);
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        if (await Assignment.AssignAsync(Records, Session.Id, ids, Input, clock.GetUtcNow(), cancel) is not { } done)
        {
            ModelState.AddModelError("Input.Agency", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
            return await RefusedAsync(ids, cancel);
        }
        await Records.SaveChangesAsync(cancel);
        await mails.AssignedAsync(done.Agencies, cancel);
        await transaction.CommitAsync(cancel);
        this.Say(done.WithoutLead > 0
            ? this.Text()["Đã giao {0} ý kiến. {1} ý kiến thuộc nội dung chưa có cơ quan chủ trì nên chưa giao.", done.Count, done.WithoutLead]
            : Input.Agency == AssignInput.Nobody ? this.Text()["Đã thu hồi {0} ý kiến.", done.Count] : this.Text()["Đã giao {0} ý kiến.", done.Count]);
        return Back();
    }

    /// <summary>Confirms the agencies' answers that were ticked, as they were seen; one that changed since waits for another look.</summary>
    public async Task<IActionResult> OnPostConfirmAsync([FromForm(Name = "y-kien")] List<string> ticked, CancellationToken cancel)
    {
        var seen = OpinionTick.ReadAll(ticked);
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        var responses = await Records.Responses.Where(r => seen.Keys.Contains(r.OpinionId) && r.Disposition != null && r.ConfirmedAt == null
            && Records.Opinions.Any(o => o.Id == r.OpinionId && o.SessionId == Session.Id && o.WithdrawnAt == null)).ToListAsync(cancel);
        var same = responses.Where(r => r.Version == seen[r.OpinionId]).ToList();
        if (responses.Count == 0)
        {
            ModelState.AddModelError("", this.Text()["Chọn ít nhất một ý kiến đang chờ Văn phòng xác nhận"]);
            return await RefusedAsync(seen.Keys.ToHashSet(), cancel);
        }
        foreach (var response in same) response.Confirm(User.UserId(), clock.GetUtcNow());
        await Records.SaveChangesAsync(cancel);
        await mails.AnsweredAsync(same.ConvertAll(r => r.OpinionId), cancel);
        await transaction.CommitAsync(cancel);
        this.Say(same.Count == responses.Count
            ? this.Text()["Đã xác nhận {0} câu trả lời.", same.Count]
            : this.Text()["Đã xác nhận {0} câu trả lời. {1} câu trả lời vừa được sửa nên chưa xác nhận; hãy đọc lại.", same.Count, responses.Count - same.Count]);
        return Back();
    }

    public async Task<IActionResult> OnPostCompleteAsync(CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        var counts = (await Records.ItemResponsesAsync(Session.Id, cancel)).Total();
        if (counts.Left > 0) ModelState.AddModelError("", this.Text()["Còn {0}/{1} ý kiến chưa xử lý xong nên chưa hoàn thành được. Lọc “Còn lại” để xem từng ý kiến.", counts.Left, counts.Opinions]);
        if (counts.Opinions == 0) ModelState.AddModelError("", this.Text()["Hội nghị chưa có ý kiến nào."]);
        if (!ModelState.IsValid) return await RefusedAsync(new HashSet<Guid>(), cancel);
        var ledger = await LedgerAsync(cancel);
        ledger.Complete(counts.Opinions, counts.Left, User.UserId(), clock.GetUtcNow());
        await Records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã hoàn thành tiếp thu, giải trình {0} ý kiến.", counts.Opinions], Url.Page("Index", "Reopen", new { id = Session.Id }));
        return Back();
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        (await LedgerAsync(cancel)).Reopen();
        await Records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã mở lại việc tiếp thu, giải trình."]);
        return Back();
    }

    private async Task<ResponseLedger> LedgerAsync(CancellationToken cancel)
    {
        if (await Records.ResponseLedgers.SingleOrDefaultAsync(l => l.SessionId == Session.Id, cancel) is { } there) return there;
        var ledger = new ResponseLedger(Session.Id);
        Records.Add(ledger);
        return ledger;
    }

    private LocalRedirectResult Back() => LocalRedirect(Url.Content(Here) + LedgerFilter.Of(Request.Query).Query);

    private async Task<IActionResult> RefusedAsync(IReadOnlySet<Guid> ticked, CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        if (Records.Database.CurrentTransaction is { } open) await open.RollbackAsync(cancel);
        Ticked = ticked;
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Input ??= new(null, null);
        Filter = LedgerFilter.Of(Request.Query);
        Rows = await Records.ResponseRowsAsync(Session.Id, cancel);
        Alarms = await Records.LedgerAlarmsAsync(comparisons, Records.DraftsOfSession(Session.Id), cancel);
        Picture = new(await Records.ItemResponsesAsync(Session.Id, cancel), item => Url.Content(Here) + new LedgerFilter(item.ItemId?.ToString() ?? LedgerFilter.WholeSession).Query);
        var admitted = Rows.Where(r => Filter.Admits(r, Alarms.Unchanged)).ToList();
        Pages = Math.Max(1, (admitted.Count + PageSize - 1) / PageSize);
        Filter = Filter with { Page = Math.Min(Filter.Page, Pages) };
        Shown = [.. admitted.Skip((Filter.Page - 1) * PageSize).Take(PageSize)];
        Agencies = await Assignment.ChoicesAsync(Records, this.Text(), cancel);
        if (await Records.ResponseLedgers.AsNoTracking().SingleOrDefaultAsync(l => l.SessionId == Session.Id, cancel) is { } ledger)
            (CompletedAt, Grown) = (ledger.CompletedAt, ledger.CompletedAt is null ? 0 : Math.Max(0, Picture.Total.Opinions - ledger.CompletedCount));
        Records.Note("opinions.read", nameof(Session), Session.Id);
        await Records.SaveChangesAsync(cancel);
    }
}
