using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using ConferenceRecords.Web.Responses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>The answer to one opinion. One that stands behind another is answered there.</summary>
public sealed class AnswerModel(RecordsContext records, VersionComparisons comparisons, MailWriter mails, TimeProvider clock) : AnswerPage(records, comparisons, mails, clock)
{
    private const int MostEarlier = 3;

    private List<ResponseRow> ledger = [];

    [BindProperty] public string? ReturnNote { get; set; }

    public ResponseRow Row { get; private set; } = null!;

    public Guid SessionId { get; private set; }

    public AcceptedState Accepted { get; private set; }

    public IReadOnlyList<EarlierAnswer> Earlier { get; private set; } = [];

    /// <summary>The answers before each change, the newest first.</summary>
    public IReadOnlyList<PastAnswer> Past { get; private set; } = [];

    /// <summary>The opinions without an end before and after this one, in the order of the ledger.</summary>
    public ResponseRow? Previous => ledger.TakeWhile(r => r.Opinion.Lead.Id != Id).LastOrDefault(IsOpen);

    public ResponseRow? Next => ledger.SkipWhile(r => r.Opinion.Lead.Id != Id).Skip(1).FirstOrDefault(IsOpen);

    private Guid Id => Row.Opinion.Lead.Id;

    private IQueryable<Draft> Drafts => Row.Item is { } item ? Records.DraftsOf(item.Id) : Records.DraftsOfSession(SessionId);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var cancel = HttpContext.RequestAborted;
        var id = Guid.TryParse(RouteData.Values["opinionId"] as string, out var key) ? key : Guid.Empty;
        var opinion = await Records.Opinions.AsNoTracking().Where(o => o.Id == id && o.WithdrawnAt == null)
            .Select(o => new { o.SessionId, LeadId = Records.Opinions.Where(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null).Select(l => (Guid?)l.Id).FirstOrDefault() }).SingleOrDefaultAsync(cancel);
        if (opinion is null) context.Result = NotFound();
        else if (opinion.LeadId is { } lead) context.Result = RedirectToPage(new { opinionId = lead });
        if (context.Result is not null) return;
        SessionId = opinion!.SessionId;
        if (!await FindAsync(id, cancel))
        {
            context.Result = NotFound();
            return;
        }
        ViewData["Session"] = await Records.SessionHeadAsync(SessionId, cancel);
        await next();
    }

    public async Task OnGetAsync([FromQuery(Name = "dung")] Guid? example, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var response = Row.Response;
        Input = response?.Disposition is { } disposition
            ? new(response.Version, disposition, response.Text, await HandedToAsync(cancel), response.ChangedVersionId, response.ChangedParagraph is { } number ? $"{number}" : null)
            : Empty(response?.Version ?? 0);
        if (Earlier.FirstOrDefault(e => e.OpinionId == example) is { } used) Input = Input with { Disposition = used.Disposition, Text = used.Text };
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "roi")] string? then, CancellationToken cancel)
    {
        if (!await GiveAsync(Id, SessionId, isOffice: true, Drafts, cancel)) return await AgainAsync(cancel);
        this.Say(this.Text()["Đã lưu trả lời {0}.", Row.Opinion.Lead.Number]);
        return RedirectToPage(new { opinionId = then == "tiep" && Next is { } next ? next.Opinion.Lead.Id : Id });
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) =>
        ActAsync(response => response.Confirm(User.UserId(), Clock.GetUtcNow()), response => Mails.AnsweredAsync([response.OpinionId], cancel), this.Text()["Đã xác nhận trả lời {0}.", Row.Opinion.Lead.Number], cancel);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(ReturnNote)) ModelState.AddModelError("ReturnNote", this.Text()["Nhập điều cần bổ sung khi trả lại"]);
        else if (ReturnNote.Length > 2000) ModelState.AddModelError("ReturnNote", this.Text()["Ghi chú dài quá 2.000 ký tự. Hãy rút gọn"]);
        return ModelState.IsValid
            ? await ActAsync(
                response => response.Return(ReturnNote!, User.UserId(), Clock.GetUtcNow()), response => response.AgencyId is { } agency ? Mails.ReturnedAsync(agency, cancel) : Task.CompletedTask,
                this.Text()["Đã trả lại {0}. Câu trả lời cũ vẫn được lưu.", Row.Opinion.Lead.Number], cancel)
            : await AgainAsync(cancel);
    }

    /// <summary>Acts on the answer that the person saw; on another one only after another look.</summary>
    private async Task<IActionResult> ActAsync(Action<Response> act, Func<Response, Task> tell, string done, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(SessionId, cancel);
        if (await Records.Responses.SingleOrDefaultAsync(r => r.OpinionId == Row.Opinion.Lead.Id, cancel) is not { } response) return NotFound();
        if (response.Version != Input.Version)
        {
            ModelState.AddModelError("", this.Text()["Câu trả lời vừa được người khác sửa. Đọc lại rồi thực hiện lần nữa."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await AgainAsync(cancel);
        }
        if (!this.Try(() => act(response)) || await this.SaveAsync(Records, cancel) != SaveResult.Saved) return await AgainAsync(cancel);
        await tell(response);
        await transaction.CommitAsync(cancel);
        this.Say(done);
        return RedirectToPage(new { opinionId = Id });
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        if (Records.Database.CurrentTransaction is { } open) await open.RollbackAsync(cancel);

        // Withdrawn or merged meanwhile: its address says which.
        if (!await FindAsync(Id, cancel)) return RedirectToPage(new { opinionId = RouteData.Values["opinionId"] });
        await LoadAsync(cancel);

        // Confirming and sending back bring no answer: the form shows the stored one, with its version.
        if (Input.Disposition is null && Row.Response is { } stored && HttpContext.Request.Query["handler"].Count > 0)
        {
            Input = new(stored.Version, stored.Disposition, stored.Text, await HandedToAsync(cancel), stored.ChangedVersionId, stored.ChangedParagraph is { } number ? $"{number}" : null);
            ModelState.Remove("Input.Version");
        }
        return this.Refused();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        ledger = await Records.ResponseRowsAsync(SessionId, cancel);
        if (ledger.Find(r => r.Opinion.Lead.Id == id) is not { } row) return false;
        Row = row;
        return true;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        await LoadAnswerAsync(Id, Row.Response?.AgencyId, Drafts, cancel);
        Accepted = (await Records.LedgerAlarmsAsync(Comparisons, Drafts, cancel)).States.GetValueOrDefault(Id);
        Earlier = await Records.EarlierAnswersAsync(Id, MostEarlier, cancel);
        Past = await PastAnswer.OfAsync(Records, Id, cancel);
        Records.Note("opinions.read", nameof(Domain.Opinions.Opinion), Id);
        await Records.SaveChangesAsync(cancel);
    }

    private Task<Guid?> HandedToAsync(CancellationToken cancel) => Records.Responses.Where(r => r.OpinionId == Row.Opinion.Lead.Id).Select(r => r.HandedToId).SingleOrDefaultAsync(cancel);

    private static bool IsOpen(ResponseRow row) => row.State != ResponseState.Confirmed;
}
