using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>A filled table beside what is stored: what each row changes, to be ticked and given. Only who sent it sees it.</summary>
public sealed class FilledModel(RecordsContext records, MailWriter mails, TimeProvider clock) : SessionPage(records)
{
    [FromRoute] public Guid FilledId { get; set; }

    public JobView Job { get; private set; } = null!;

    public ResponseComparison Compared { get; private set; } = new([], 0, 0);

    public IReadOnlyList<ResponseDifference> Takeable => [.. Compared.Differences.Where(d => d.Problem is null).Take(FilledAnswers.AtOnce)];

    public IReadOnlyList<ResponseDifference> Refusals => [.. Compared.Differences.Where(d => d.Problem is not null)];

    /// <summary>What was ticked when the form was refused; null before.</summary>
    public IReadOnlySet<string>? Ticked { get; private set; }

    public bool IsTicked(ResponseDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Ticked?.Contains(difference.Filled.Number) ?? !difference.IsOvertaken;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "chon")] List<string> chosen, CancellationToken cancel)
    {
        if (!await IsMineAsync(cancel)) return NotFound();
        ArgumentNullException.ThrowIfNull(chosen);
        var ticked = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var choice in chosen) if (choice?.Split('|') is [var number, var seen]) ticked[number] = seen;
        if (ticked.Count == 0) return await AgainAsync(this.Text()["Chọn ít nhất một dòng để áp dụng"], ticked.Keys, cancel);
        var given = await FilledAnswers.GiveAsync(Records, mails, Session, FilledId, ticked, User.UserId(), clock.GetUtcNow(), cancel);
        if (given is null)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await AgainAsync(this.Text()["Chưa áp dụng gì: có dòng vừa được người khác sửa. Bảng dưới đây đã cập nhật; xem lại rồi bấm áp dụng lần nữa."], ticked.Keys, cancel);
        }
        if (given.Count > 0) this.Say(this.Text()["Đã ghi trả lời cho {0} ý kiến.", given.Count]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel)
    {
        if (!await IsMineAsync(cancel)) return NotFound();
        if (await Records.CancelImportAsync(FilledId, clock.GetUtcNow(), cancel)) this.Say(this.Text()["Đã bỏ bảng tải lên. Không có gì thay đổi."]);
        return RedirectToPage("Fill", new { id = Session.Id });
    }

    private async Task<IActionResult> AgainAsync(string problem, IEnumerable<string> ticked, CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        ModelState.AddModelError("", problem);
        Ticked = ticked.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return await LoadAsync(cancel) ? this.Refused() : NotFound();
    }

    private IQueryable<ImportJob> Mine()
    {
        var userId = User.UserId();
        return Records.ImportJobs.AsNoTracking().Where(j => j.Id == FilledId && j.Kind == FillModel.Kind && j.SessionId == Session.Id && j.OwnerId == userId);
    }

    private Task<bool> IsMineAsync(CancellationToken cancel) => Mine().AnyAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await Mine().SingleOrDefaultAsync(cancel) is not { } job) return false;
        Job = new(job.State, job.StartedAt, job.EndedAt, job.Done);
        if (job.State != ImportState.Ready) return true;
        Compared = await ResponseComparison.LoadAsync(Records, Session, FilledAnswers.Read(job), cancel);
        Records.Note("opinions.read", nameof(Session), Session.Id);
        await Records.SaveChangesAsync(cancel);
        return true;
    }

    public sealed record JobView(ImportState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Given);
}
