using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>One file of a draft on its way: how far it is read, the text as its readers will see it, and saving it. Only who uploaded it sees it.</summary>
public sealed class UploadedModel(RecordsContext records, DraftTexts texts, FileStore files, MailWriter mails, TimeProvider clock) : PageModel
{
    [BindProperty] public SaveInput Input { get; set; } = new(null, null, TrackedText.Accepted, 0, false);

    public ImportJob Job { get; private set; } = null!;

    public UploadPlace Place { get; private set; } = null!;

    /// <summary>What was read, while it waits.</summary>
    public DraftRows? Rows { get; private set; }

    public DraftForm? Form { get; private set; }

    /// <summary>The text as its readers will see it.</summary>
    public DraftText? Preview { get; private set; }

    public bool IsNewDraft => Job.Kind == DraftJobs.NewDraft;

    public int Seconds => (int)(clock.GetUtcNow() - Job.StartedAt).TotalSeconds;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = new NotFoundResult();
            return;
        }
        await next();
    }

    public void OnGet(string? doc)
    {
        if (Rows is null || Form is null) return;

        // A scan can't be looked through for stamps: whoever saves it says once more that there is none.
        Input = new(Form.Title ?? (IsNewDraft ? UploadPlace.TitleOf(Rows, Form) : null), Form.Note, doc == "goc" ? TrackedText.Original : TrackedText.Accepted, Form.Since, !Rows.IsScan);
        Show();
    }

    public JsonResult OnGetProgress() => new(new
    {
        reading = Job.State == ImportState.Reading, done = Job.Done, total = Job.Total, text = this.Text().DraftProgress(Job.Done, Job.Total), time = this.Text()["đã {0} giây", Seconds].Value,
    });

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel)
    {
        if (!await records.CancelImportAsync(Job.Id, clock.GetUtcNow(), cancel)) return RedirectToPage(new { uploadId = Job.Id });
        this.Say(this.Text()["Đã hủy tệp. Không có gì được lưu."]);
        return LocalRedirect(Place.FormAddress);
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (Job.State != ImportState.Ready) return RedirectToPage(new { uploadId = Job.Id });
        if (!this.Validate(Input, new SaveInput.Validator(IsNewDraft))) return Again();
        records.ChangeTracker.Clear();
        switch (await records.EnterDraftAsync(files, Job.Id, new(Input.Title, Input.Note, Input.Tracked, Input.Since), clock.GetUtcNow(), cancel, (draftId, versionId) => mails.NewVersionAsync(draftId, versionId, cancel)))
        {
            case DraftSaving.Overtaken:
                records.ChangeTracker.Clear();
                var newest = await records.DraftVersions.Where(v => v.DraftId == Place.DraftId).MaxAsync(v => v.Ordinal, cancel);
                ModelState.Clear();
                ModelState.AddModelError("", this.Text()["Người khác vừa lưu bản {0} của dự thảo này. Tệp của đồng chí vẫn chờ và chưa được lưu: so với bản {0} rồi bấm lưu lần nữa để lưu thành bản tiếp theo.", newest]);
                Input = Input with { Since = newest };
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Again();
            case DraftSaving.NoPlace:
                ModelState.AddModelError("", this.Text()["Nội dung đã hoãn hoặc rút khỏi chương trình nên không thêm dự thảo ở đây được. Tệp vẫn chờ; thêm dự thảo ở hội nghị xem xét tiếp nội dung này."]);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Again();
            case DraftSaving.Saved:
                this.Say(this.Text()["Đã lưu dự thảo từ tệp. Tệp gốc được giữ nguyên."]);
                return RedirectToPage("Details", new { draftId = Place.DraftId ?? Job.Id });
            default:
                return RedirectToPage(new { uploadId = Job.Id });
        }
    }

    private PageResult Again()
    {
        Show();
        return this.Refused();
    }

    private void Show() => Preview = texts.Of([.. Rows!.Of(Input.Tracked).Select((p, index) => new DraftParagraph(Guid.Empty, index + 1, p.Kind, p.Marker, p.Text, p.Level, p.Marks, p.Table))]);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        if (!Guid.TryParse(RouteData.Values["uploadId"] as string, out var id)) return false;
        var mine = records.ImportJobs.AsNoTracking().Where(j => j.Id == id && j.OwnerId == userId && (j.Kind == DraftJobs.NewDraft || j.Kind == DraftJobs.NewVersion));
        if (await mine.AnyAsync(j => j.State == ImportState.Reading, cancel)) await records.FailLostImportAsync(id, clock.GetUtcNow(), cancel);
        if (await mine.SingleOrDefaultAsync(cancel) is not { } job || await UploadPlace.OfAsync(records, job, cancel) is not { } place) return false;
        (Job, Place) = (job, place);
        ViewData["Session"] = await records.SessionHeadAsync(place.SessionId, cancel);
        if (job.State == ImportState.Ready) (Rows, Form) = (DraftRows.Read(job.Rows!), DraftForm.Read(job.Form!));
        return true;
    }

    public sealed record SaveInput(string? Title, string? Note, TrackedText Tracked, int Since, bool IsNotSecret)
    {
        public sealed class Validator : AbstractValidator<SaveInput>
        {
            public Validator(bool isNewDraft)
            {
                RuleFor(x => x.Title).Text(1000, "Nhập tên dự thảo", "Tên dự thảo dài quá 1.000 ký tự. Hãy rút gọn").NotStamped().When(_ => isNewDraft);
                RuleFor(x => x.Note).OptionalText(500, "Ghi chú dài quá 500 ký tự. Hãy rút gọn").NotStamped();
                RuleFor(x => x.IsNotSecret).Declared();
            }
        }
    }
}
