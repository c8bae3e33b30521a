using System.Text.Json;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Imports;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>Takes a table that was filled in. It is read at once; only what it says, not the file, waits for the person to decide.</summary>
/// <remarks>The buffer is as large as the largest body of the portal, so that nothing refused ever lay on a disk.</remarks>
[RequestFormLimits(MemoryBufferThreshold = 4 << 20)]
public sealed class FillModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    /// <summary>Kind of these jobs.</summary>
    public const string Kind = "responses";

    [BindProperty] public UploadInput Input { get; set; } = null!;

    /// <summary>Tables of this person that were not finished.</summary>
    public IReadOnlyList<Job> Waiting { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = new(Guid.CreateVersion7(), null, false);
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (await Records.ImportJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == Input.Id, cancel) is { } sent)
            return (sent.OwnerId, sent.Kind, sent.SessionId) == (User.UserId(), Kind, Session.Id) ? Next(sent.Id) : this.KeyTaken(id => Input = Input with { Id = id });
        if (Input.File is null) ModelState.AddModelError("Input.File", this.Text()["Chọn tệp Excel đã điền"]);
        if (!this.Validate(Input, new UploadInput.Validator())) return this.Refused();
        try
        {
            if (await ReadAsync(Input.File!, cancel) is not { } rows) return this.Refused();
            Records.Add(new ImportJob
            {
                Id = Input.Id, Kind = Kind, SessionId = Session.Id, OwnerId = User.UserId(), StartedAt = clock.GetUtcNow(), State = ImportState.Ready, Done = rows.Count, Total = rows.Count,
                Rows = JsonSerializer.Serialize(rows),
            });
            return await this.SaveAsync(Records, cancel) == SaveResult.Saved ? Next(Input.Id) : this.Refused();
        }
        catch (OfficeFileException refused)
        {
            ModelState.AddModelError("Input.File", this.Text().Of(refused));
            return this.Refused();
        }
    }

    /// <summary>The rows; null with an error beside the field.</summary>
    private async Task<IReadOnlyList<FilledRow>?> ReadAsync(IFormFile upload, CancellationToken cancel)
    {
        var file = OfficeFile.Open(await upload.BytesAsync(cancel), upload.FileName, cancel);
        if (SecrecyStamp.IsIn(Path.GetFileNameWithoutExtension(upload.FileName)) || file.Texts().Any(SecrecyStamp.IsIn)) return Refuse(this.Text().Refusal("Stamped", place: null));
        return FilledResponses.Read(file, cancel) switch
        {
            null => Refuse(this.Text()["Không thấy dòng tiêu đề có cột Số YK và Kết quả xử lý. Hãy tải bảng Excel ở trang này, điền vào đó rồi tải lên."]),
            { Count: 0 } => Refuse(this.Text()["Dưới dòng tiêu đề không có ý kiến nào. Hãy kiểm tra lại bảng rồi tải lên."]),
            var rows => rows,
        };
    }

    private IReadOnlyList<FilledRow>? Refuse(string problem)
    {
        ModelState.AddModelError("Input.File", problem);
        return null;
    }

    private RedirectToPageResult Next(Guid jobId) => RedirectToPage("Filled", new { id = Session.Id, filledId = jobId });

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (userId, limit) = (User.UserId(), clock.GetUtcNow() - ImportSteps.Waits);
        Waiting = await Records.ImportJobs.AsNoTracking()
            .Where(j => j.OwnerId == userId && j.Kind == Kind && j.SessionId == Session.Id && j.StartedAt > limit && j.State == ImportState.Ready)
            .OrderByDescending(j => j.StartedAt).Select(j => new Job(j.Id, j.StartedAt)).ToListAsync(cancel);
    }

    public sealed record Job(Guid Id, DateTimeOffset StartedAt);

    public sealed record UploadInput(Guid Id, IFormFile? File, bool IsNotSecret)
    {
        public sealed class Validator : AbstractValidator<UploadInput>
        {
            public Validator() => RuleFor(x => x.IsNotSecret).Declared();
        }
    }
}
