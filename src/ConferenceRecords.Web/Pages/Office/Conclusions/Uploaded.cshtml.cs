using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Conclusions;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>A conclusion that came back from Word, beside what is stored: taken over or dropped. Only who uploaded it sees it.</summary>
public sealed class UploadedModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [FromRoute] public Guid WordId { get; set; }

    [BindProperty] public TakeInput Input { get; set; } = new(0, TrackedText.Accepted);

    public ImportJob Job { get; private set; } = null!;

    /// <summary>What was read, while it waits.</summary>
    public DraftRows? Rows { get; private set; }

    public ComparisonView? Compared { get; private set; }

    /// <summary>Whether the conclusion can be written in.</summary>
    public bool IsOpen { get; private set; }

    public int Seconds => (int)(clock.GetUtcNow() - Job.StartedAt).TotalSeconds;

    public string Home => Url.Content($"~/van-phong/hoi-nghi/{Session.Id}/ket-luan");

    public async Task OnGetAsync(string? doc, [FromQuery(Name = "ca-van-ban")] bool whole, CancellationToken cancel)
    {
        Input = Input with { Tracked = doc == "goc" ? TrackedText.Original : TrackedText.Accepted };
        if (await ConclusionAsync(cancel) is { } stored) Show(stored, whole);
    }

    public JsonResult OnGetProgress() => new(new
    {
        reading = Job.State == ImportState.Reading, done = Job.Done, total = Job.Total, text = this.Text().DraftProgress(Job.Done, Job.Total), time = this.Text()["đã {0} giây", Seconds].Value,
    });

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel)
    {
        if (await Records.CancelImportAsync(Job.Id, clock.GetUtcNow(), cancel)) this.Say(this.Text()["Đã bỏ tệp. Kết luận giữ nguyên."]);
        return LocalRedirect(Home);
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancel)
    {
        if (Rows is null || await ConclusionAsync(cancel) is not { } conclusion) return RedirectToPage(new { WordId });
        var body = Body(conclusion);
        if (body.Length is 0 or > Conclusion.BodyLength)
        {
            ModelState.AddModelError("", body.Length == 0 ? this.Text()["Tệp không có nội dung kết luận. Hãy kiểm tra lại tệp rồi tải lên"] : this.Text()["Nội dung dài quá 200.000 ký tự. Hãy chia thành nhiều văn bản"]);
            Show(conclusion, whole: false);
            return this.Refused();
        }
        IReadOnlyList<DirectiveTie> ties = [];
        Records.Entry(conclusion).Property(c => c.Version).OriginalValue = Input.Version;
        if (!this.Try(() => ties = conclusion.Write(ConclusionInput.Of(conclusion).Text with { Body = body }, User.UserId()))) return await AgainAsync(cancel);
        if (await Records.ImportJobs.SingleAsync(j => j.Id == WordId, cancel) is not { State: ImportState.Ready } job) return RedirectToPage(new { WordId });
        (job.State, job.Rows, job.Form, job.File, job.EndedAt) = (ImportState.Entered, null, null, null, clock.GetUtcNow());
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return await AgainAsync(cancel);
        this.Say(this.Text()["Đã lấy nội dung từ tệp Word vào kết luận."]);
        this.WarnOfTies(ties);
        return LocalRedirect(Home);
    }

    protected override async Task<SessionHead?> FindAsync(CancellationToken cancel)
    {
        var userId = User.UserId();
        if (!Guid.TryParse(RouteData.Values["wordId"] as string, out var id)) return null;
        var mine = Records.ImportJobs.AsNoTracking().Where(j => j.Id == id && j.OwnerId == userId && j.Kind == WordModel.Kind);
        if (await mine.AnyAsync(j => j.State == ImportState.Reading, cancel)) await Records.FailLostImportAsync(id, clock.GetUtcNow(), cancel);
        if (await mine.SingleOrDefaultAsync(cancel) is not { } job) return null;
        Job = job;
        if (job.State == ImportState.Ready) Rows = DraftRows.Read(job.Rows!);
        return await Records.SessionHeadAsync(job.SessionId!.Value, cancel);
    }

    /// <summary>Somebody else saved in the meantime, or it waits for approval now: the difference is shown anew.</summary>
    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        if (await ConclusionAsync(cancel) is { } stored) Show(stored, whole: false);
        return this.Refused();
    }

    private Task<Conclusion?> ConclusionAsync(CancellationToken cancel) =>
        Records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.Id == Job.SubjectId, cancel);

    private string Body(Conclusion stored) => ReturnedConclusion.WithoutNote(ReturnedConclusion.Body(Rows!.Of(Input.Tracked)), stored.SourceNote);

    private void Show(Conclusion stored, bool whole)
    {
        Input = Input with { Version = stored.Version };
        ModelState.Remove("Input.Version");
        IsOpen = ConclusionView.Of(stored).IsOpen;
        if (Rows is null) return;
        var (older, newer) = (new VersionChoice(stored.Id, 1, null), new VersionChoice(WordId, 2, null));
        Compared = new(
            older, newer, [newer, older], VersionComparison.Of(Paragraphs(stored.Body), Paragraphs(Body(stored))), whole, Input.Tracked == TrackedText.Original ? "?doc=goc" : "?doc=moi") { StoredAddress = Home };
    }

    /// <summary>Numbered as on the page of the conclusion; a line is one paragraph.</summary>
    private static List<ComparedParagraph> Paragraphs(string body) =>
        [.. ConclusionText.Paragraphs(body).Select((line, index) => PastedDraft.Split(line[..Math.Min(line.Length, PastedDraft.LongestParagraph)]) is [var p, ..]
            ? new ComparedParagraph(Guid.CreateVersion7(), index + 1, p.Kind, p.Marker, p.Text, 0) : new ComparedParagraph(Guid.CreateVersion7(), index + 1, ParagraphKind.Body, null, line, 0))];

    /// <summary>The form; <c>Version</c> is that of the conclusion which the difference was shown against.</summary>
    public sealed record TakeInput(uint Version, TrackedText Tracked);
}
