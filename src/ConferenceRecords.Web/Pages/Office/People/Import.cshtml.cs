using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Imports;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>Takes a list of people into memory and has it read; nothing of it is stored before it was read without a fault.</summary>
/// <remarks>The buffer is as large as the largest body of the portal, so that nothing refused ever lay on a disk.</remarks>
[RequestFormLimits(MemoryBufferThreshold = 4 << 20)]
public sealed class ImportModel(RecordsContext records, ImportStart start, TimeProvider clock) : PageModel
{
    /// <summary>Kind of these jobs.</summary>
    public const string Kind = "people";

    [BindProperty] public UploadInput Input { get; set; } = null!;

    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    public string? SessionTitle { get; private set; }

    /// <summary>Lists of this person that were not finished.</summary>
    public IReadOnlyList<Job> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "hoi-nghi")] Guid? sessionId, CancellationToken cancel)
    {
        Input = new(Guid.CreateVersion7(), sessionId, null, null, null, false, false);
        if (!await LoadAsync(cancel)) return NotFound();
        if (sessionId is { } id) Input = Input with { Membership = (await records.MembershipOfAsync(id, cancel)).Key };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (await records.ImportJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == Input.Id, cancel) is { } sent)
            return sent.OwnerId == User.UserId() ? RedirectToPage("Imported", new { importId = sent.Id }) : this.KeyTaken(id => Input = Input with { Id = id });

        var body = Memberships.FirstOrDefault(m => m.Key == Input.Membership);
        if (body is null && Memberships.Count > 0) ModelState.AddModelError("Input.Membership", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
        if ((Input.File is null) == string.IsNullOrWhiteSpace(Input.Text))
            ModelState.AddModelError("Input.File", this.Text()[Input.File is null ? "Chọn tệp Excel, hoặc dán bảng vào ô bên dưới" : "Chọn một cách: tải tệp lên, hoặc dán bảng"]);
        if (Input.File is { } named && SecrecyStamp.IsIn(Path.GetFileNameWithoutExtension(named.FileName))) ModelState.AddModelError("Input.File", this.Text().Refusal("Stamped", place: null));
        if (!this.Validate(Input, new UploadInput.Validator())) return this.Refused();
        try
        {
            var file = Input.File is { } upload ? OfficeFile.Open(await upload.BytesAsync(cancel), upload.FileName, cancel) : null;
            if (file is { Kind: not OfficeKind.Workbook }) throw new OfficeFileException(OfficeFileProblem.OtherKind, "No workbook");

            // The chosen term first: it is meant where a row names none.
            var options = new Documents.People.PeopleOptions([.. Memberships.Where(m => m.BodyId == body?.BodyId).OrderByDescending(m => m == body)], Input.AllAreMembers);
            return await StartAsync(file, options, cancel) ? RedirectToPage("Imported", new { importId = Input.Id }) : this.Refused();
        }
        catch (OfficeFileException refused)
        {
            ModelState.AddModelError("Input.File", this.Text().Of(refused));
            return this.Refused();
        }
    }

    private async Task<bool> StartAsync(OfficeFile? file, Documents.People.PeopleOptions options, CancellationToken cancel)
    {
        var job = new ImportJob { Id = Input.Id, Kind = Kind, SessionId = Input.SessionId, OwnerId = User.UserId(), StartedAt = clock.GetUtcNow() };
        var started = await start.TryAsync(this, job, hold => new PeopleUpload(Input.Id, file, file is null ? Input.Text : null, options, hold), cancel);
        if (started != ImportStarted.Busy) return started == ImportStarted.Reading;
        Input = Input with { Id = Guid.CreateVersion7() };
        ModelState.Remove("Input.Id");
        ModelState.AddModelError("", this.Text()["Hệ thống đang đọc nhiều danh sách. Hãy gửi lại sau một phút."]);
        return false;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var (userId, limit) = (User.UserId(), clock.GetUtcNow() - ImportSteps.Waits);
        Memberships = await records.MembershipsAsync(cancel);
        Waiting = await records.ImportJobs.AsNoTracking()
            .Where(j => j.OwnerId == userId && j.Kind == Kind && j.StartedAt > limit && (j.State == ImportState.Reading || j.State == ImportState.Ready))
            .OrderByDescending(j => j.StartedAt).Select(j => new Job(j.Id, j.StartedAt)).ToListAsync(cancel);
        if (Input.SessionId is not { } sessionId) return true;
        SessionTitle = await records.Sessions.Where(s => s.Id == sessionId).Select(s => s.Title).SingleOrDefaultAsync(cancel);
        return SessionTitle is not null;
    }

    public sealed record Job(Guid Id, DateTimeOffset StartedAt);

    public sealed record UploadInput(Guid Id, Guid? SessionId, IFormFile? File, string? Text, string? Membership, bool AllAreMembers, bool IsNotSecret)
    {
        public sealed class Validator : AbstractValidator<UploadInput>
        {
            public Validator()
            {
                RuleFor(x => x.IsNotSecret).Declared();
                RuleFor(x => x.Text).NotStamped();
            }
        }
    }
}
