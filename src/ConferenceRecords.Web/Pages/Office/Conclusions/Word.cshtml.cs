using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Conclusions;
using ConferenceRecords.Documents.Word;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.Drafts;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>Takes the conclusion back from its editing in Word. The file waits in memory and is shown beside what is stored before anything of it is.</summary>
[RequestSizeLimit(DraftFiles.LargestBody)]
[RequestFormLimits(MultipartBodyLengthLimit = DraftFiles.LargestBody, MemoryBufferThreshold = DraftFiles.LargestBody)]
public sealed class WordModel(RecordsContext records, DraftFiles files, TimeProvider clock) : SessionPage(records)
{
    /// <summary>Kind of the jobs that read such files.</summary>
    public const string Kind = "conclusion";

    [BindProperty] public WordInput Input { get; set; } = new(default, null, false);

    /// <summary>Files of this person that wait to be looked at.</summary>
    public IReadOnlyList<WaitingFile> Waiting { get; private set; } = [];

    /// <summary>The guide by which the document is laid out.</summary>
    public PartyLayout Layout { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input = new(Guid.CreateVersion7(), null, false);
        return await LoadAsync(cancel) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } conclusionId) return NotFound();
        if (!this.Validate(Input, new WordInput.Validator())) return this.Refused();
        return await files.TakeAsync(
            this, Input, Kind, conclusionId, Session.Id, new(null, null, "", 0), id => Input = Input with { Id = id }, cancel, id => RedirectToPage("Uploaded", new { wordId = id }));
    }

    private async Task<Guid?> LoadAsync(CancellationToken cancel)
    {
        if (await Records.Conclusions.AsNoTracking().Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel) is not { } conclusion) return null;
        Layout = ConclusionDocument.LayoutOf(await Records.BuildAsync(conclusion, conclusion.EditionCount + 1, clock.GetUtcNow(), cancel));
        Waiting = await files.WaitingAsync(User.UserId(), Kind, conclusion.Id, cancel);
        return conclusion.Id;
    }

    public sealed record WordInput(Guid Id, IFormFile? File, bool IsNotSecret) : IPastedText
    {
        public string? Text => null;

        public string? Note => null;

        public sealed class Validator : AbstractValidator<WordInput>
        {
            public Validator()
            {
                RuleFor(x => x.File).Must(file => file is not null && file.FileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)).WithMessage("Chọn tệp Word (.docx) đã sửa");
                RuleFor(x => x.IsNotSecret).Declared();
            }
        }
    }
}
