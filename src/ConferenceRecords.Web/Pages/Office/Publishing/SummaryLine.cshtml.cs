using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>The words of one line of the summary, and the permission to name who spoke.</summary>
public sealed class SummaryLineModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [FromRoute] public Guid LineId { get; set; }

    [BindProperty] public LineInput Input { get; set; } = new(0, null, null, null, null);

    public SummaryLine Line { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    /// <summary>Who recorded the permission.</summary>
    public string? RecordedBy { get; private set; }

    /// <summary>What somebody else stored while this form was open.</summary>
    public string? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } summary) return NotFound();
        Input = new(summary.Version, Line.Text, Line.Answer, Line.Speakers, Line.AllowedBy);
        Records.Note("opinions.read", nameof(OpinionSummary), summary.Id);
        await Records.SaveChangesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } summary) return NotFound();
        if (!this.Validate(Input, new LineInput.Validator()) || !this.Try(() => Write(summary))) return this.Refused();
        Records.MarkChanged(summary, Input.Version);
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved)
        {
            this.Say(this.Text()["Đã lưu dòng."]);
            return RedirectToPage("Summary", new { Session.Id });
        }
        Records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is not { } now) return NotFound();
        Stored = $"{Line.Text}\n\n{Line.Answer}";
        ModelState.Remove("Input.Version");
        Input = Input with { Version = now.Version };
        return this.Refused();
    }

    private void Write(OpinionSummary summary)
    {
        summary.Word(LineId, Input.Text, Input.Answer, User.UserId());
        if (string.IsNullOrWhiteSpace(Input.Speakers)) summary.Unname(LineId, User.UserId());

        // A permission that stands keeps who recorded it and when.
        else if ((Input.Speakers, Input.AllowedBy) != (Line.Speakers, Line.AllowedBy))
        {
            summary.Name(LineId, TextRules.ToLine(Input.Speakers), TextRules.ToLine(Input.AllowedBy), User.UserId(), clock.GetUtcNow());
            Records.Note("summary.speakers-allowed", nameof(SummaryLine), LineId);
        }
    }

    private async Task<OpinionSummary?> LoadAsync(CancellationToken cancel)
    {
        var summary = await Records.OpinionSummaries.Include(s => s.Lines).SingleOrDefaultAsync(s => s.SessionId == Session.Id, cancel);
        if (summary?.Lines.FirstOrDefault(l => l.Id == LineId && l.RemovedAt is null) is not { } line) return null;
        (Line, IsOpen) = (line, summary.State != ReleaseState.Submitted);
        RecordedBy = await Records.Users.Where(u => u.Id == line.AllowedRecordedById).Select(u => u.DisplayName).SingleOrDefaultAsync(cancel);
        return summary;
    }

    public sealed record LineInput(uint Version, string? Text, string? Answer, string? Speakers, string? AllowedBy)
    {
        public sealed class Validator : AbstractValidator<LineInput>
        {
            public Validator()
            {
                RuleFor(x => x.Text).Text(20_000, "Nhập lời của ý kiến", "Lời của ý kiến dài quá 20.000 ký tự").NotStamped();
                RuleFor(x => x.Answer).OptionalText(20_000, "Lời trả lời dài quá 20.000 ký tự").NotStamped();
                RuleFor(x => x.Speakers).OptionalText(500, "Tên người phát biểu dài quá 500 ký tự");
                RuleFor(x => x.AllowedBy).OptionalText(200, "Họ và tên dài quá 200 ký tự")
                    .Must((line, by) => string.IsNullOrWhiteSpace(line.Speakers) || TextRules.ToLine(by)?.Contains(' ', StringComparison.Ordinal) == true)
                    .WithMessage("Nhập đủ họ và tên người cho phép nêu tên. Không có người cho phép thì để trống tên người phát biểu");
            }
        }
    }
}
