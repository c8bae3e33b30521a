using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>One list of people on its way: how far it is read, what was read, and entering it. Only who started it sees it.</summary>
public sealed class ImportedModel(RecordsContext records, TimeProvider clock) : PageModel
{
    private const int PageSize = 100;

    private IReadOnlyDictionary<Guid, DelegateLine> candidates = new Dictionary<Guid, DelegateLine>();

    public ImportJob Job { get; private set; } = null!;

    public PeopleList List { get; private set; } = new([], []);

    public string? SessionTitle { get; private set; }

    /// <summary>Which rows are shown; empty for all.</summary>
    public string Filter { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public IReadOnlyList<PersonRow> Shown { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    public int EnteredCount { get; private set; }

    public int Seconds => (int)(clock.GetUtcNow() - Job.StartedAt).TotalSeconds;

    public DelegateLine? Candidate(Guid id) => candidates.GetValueOrDefault(id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await FindAsync(HttpContext.RequestAborted) is not { } job)
        {
            context.Result = new NotFoundResult();
            return;
        }
        Job = job;

        // In the address of what is looked at, in the form of what is sent.
        string? Given(string name) => Request.HasFormContentType ? Request.Form[name] : Request.Query[name];
        (Filter, Number) = (Given("loc") ?? "", TextRules.ToCount(Given("trang")) ?? 1);
        await next();
    }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public JsonResult OnGetProgress() => new(new
    {
        reading = Job.State == ImportState.Reading, done = Job.Done, total = Job.Total, text = this.Text().Progress(Job.Done, Job.Total), time = this.Text()["đã {0} giây", Seconds].Value,
    });

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel)
    {
        if (!await records.CancelImportAsync(Job.Id, clock.GetUtcNow(), cancel)) return RedirectToPage(new { importId = Job.Id });
        this.Say(this.Text()["Đã hủy danh sách. Không có gì được lưu."]);
        return RedirectToPage("Import", new Dictionary<string, string?> { ["hoi-nghi"] = Job.SessionId?.ToString() });
    }

    public async Task<IActionResult> OnPostChooseAsync([FromForm(Name = "tat-ca")] PersonChoice? all, CancellationToken cancel)
    {
        if (!await ChooseAsync(all, cancel)) return await AgainAsync(cancel);
        this.Say(this.Text()["Đã lưu lựa chọn."]);
        return RedirectToPage(new Dictionary<string, string?> { ["importId"] = Job.Id.ToString(), ["loc"] = Filter, ["trang"] = Request.Form["trang"] });
    }

    public async Task<IActionResult> OnPostEnterAsync([FromForm(Name = "moi")] bool invite, CancellationToken cancel)
    {
        if (Job.State == ImportState.Ready && !await ChooseAsync(null, cancel)) return await AgainAsync(cancel);
        records.ChangeTracker.Clear();
        if (await records.EnterPeopleAsync(Job.Id, invite, clock.GetUtcNow(), cancel) is not { } entered) return RedirectToPage(new { importId = Job.Id });
        if (entered.Open.Count > 0)
        {
            Filter = "chua-chon";
            ModelState.AddModelError("", this.Text()["Chưa nhập: còn {0} dòng trùng tên chưa chọn (dòng {1}).", entered.Open.Count, string.Join(", ", entered.Open.Take(5)) + (entered.Open.Count > 5 ? "..." : "")]);
            return await AgainAsync(cancel);
        }
        this.Say(
            this.Text()["Đã nhập {0} đại biểu, thêm chức vụ cho {1} người đã có, mời {2} người.", Count(entered.Entered), Count(entered.Posts), Count(entered.Invited)],
            entered.Entered > 0 ? Url.Page(null, "TakeBack", new { importId = Job.Id }) : null);
        return RedirectToPage(new { importId = Job.Id });
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        if (Job.State != ImportState.Entered) return NotFound();
        var (removed, kept) = await records.TakeBackPeopleAsync(Job, clock.GetUtcNow(), cancel);
        this.Say(kept == 0
            ? this.Text()["Đã bỏ {0} người của danh sách này khỏi danh bạ.", Count(removed)]
            : this.Text()["Đã bỏ {0} người của danh sách này khỏi danh bạ; {1} người được giữ vì đã có ý kiến, điểm danh, tài khoản hoặc lời mời khác.", Count(removed), Count(kept)]);
        return RedirectToPage(new { importId = Job.Id });
    }

    private static string Count(int people) => VietnameseNumber.Format(people);

    private async Task<ImportJob?> FindAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        if (!Guid.TryParse(RouteData.Values["importId"] as string, out var id)) return null;
        var mine = records.ImportJobs.Where(j => j.Id == id && j.OwnerId == userId && j.Kind == ImportModel.Kind);
        if (await mine.AnyAsync(j => j.State == ImportState.Reading, cancel)) await records.FailLostImportAsync(id, clock.GetUtcNow(), cancel);
        return await mine.SingleOrDefaultAsync(cancel);
    }

    /// <summary>Keeps what was chosen on the page; with <paramref name="all"/> for every open row of the list. False when another window changed the list.</summary>
    private async Task<bool> ChooseAsync(PersonChoice? all, CancellationToken cancel)
    {
        if (Job.State != ImportState.Ready) return true;
        var list = PeopleList.Read(Job.Rows!);
        var shown = Request.Form["dong"].Select(n => int.TryParse(n, out var number) ? number : 0).ToHashSet();
        Job.Rows = (list with { Rows = [.. list.Rows.Select(row => ImportChoices.Decide(shown.Contains(row.Number) ? ImportChoices.Choose(row, Request.Form[$"chon-{row.Number}"]) : row, all))] }).Write();
        return await this.SaveAsync(records, cancel) == SaveResult.Saved;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        records.ChangeTracker.Clear();
        if (await FindAsync(cancel) is not { } job) return NotFound();
        Job = job;
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        SessionTitle = Job.SessionId is { } sessionId ? await records.Sessions.Where(s => s.Id == sessionId).Select(s => s.Title).SingleAsync(cancel) : null;
        if (Job.State == ImportState.Entered) EnteredCount = await records.Delegates.CountAsync(d => d.ImportId == Job.Id && d.RemovedAt == null, cancel);
        if (Job.State != ImportState.Ready) return;
        List = PeopleList.Read(Job.Rows!);
        var rows = List.Rows.Where(ImportChoices.In(Filter)).ToList();
        Pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Shown = [.. rows.Skip((Number - 1) * PageSize).Take(PageSize)];
        candidates = await records.PeopleAsync([.. Shown.SelectMany(r => r.Candidates)], cancel);
    }
}
