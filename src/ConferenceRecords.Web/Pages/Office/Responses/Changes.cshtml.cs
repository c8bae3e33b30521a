using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.Drafts;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>Where a draft changed without an opinion, and the reasons that are recorded for it.</summary>
public sealed class ChangesModel(RecordsContext records, VersionComparisons comparisons, TimeProvider clock) : DraftPage(records)
{
    /// <summary>The newer version of those compared; null for the newest.</summary>
    [BindProperty(Name = "ban", SupportsGet = true)] public int? Wanted { get; set; }

    [BindProperty] public ReasonInput Input { get; set; } = null!;

    public DraftChanges Changes { get; private set; } = null!;

    /// <summary>Ordinal of the version shown; 1 while there is nothing to compare.</summary>
    public int Ordinal { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Lines.FirstOrDefault(l => l.Change.ParagraphId == Input.ParagraphId) is not { } line) return NotFound();
        this.Validate(Input, new ReasonInput.Validator());
        if (!ModelState.IsValid) return this.Refused();

        var reason = await Records.ChangeReasons.SingleOrDefaultAsync(r => r.VersionId == line.Change.NewerVersionId && r.ParagraphId == Input.ParagraphId, cancel);
        if (reason?.Text != Input.Text)
        {
            if (reason is not null && reason.Version != Input.Version)
            {
                ModelState.AddModelError("", this.Text()["Người khác vừa ghi lý do cho chỗ này: “{0}”. Bấm lưu lần nữa nếu vẫn thay.", reason.Text]);
                (Input, Response.StatusCode) = (Input with { Version = reason.Version }, StatusCodes.Status409Conflict);
                ModelState.Remove("Input.Version");
                return this.Refused();
            }
            if (reason is null) Records.Add(new ChangeReason(Guid.CreateVersion7(), line.Change.NewerVersionId, Input.ParagraphId, Input.Text!, User.UserId(), clock.GetUtcNow()));
            else reason.Change(Input.Text!, User.UserId(), clock.GetUtcNow());
            if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        }
        this.Say(this.Text()["Đã ghi lý do thay đổi."]);
        return RedirectToPage(new { draftId = Draft.Id, ban = Ordinal });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Input ??= new(Guid.Empty, 0, null);
        Changes = (await Records.LedgerAlarmsAsync(comparisons, Records.Drafts.Where(d => d.Id == Draft.Id), cancel)).Drafts[0];
        Ordinal = Wanted ?? Changes.Versions[^1].Ordinal;
        if (Changes.Versions.All(v => v.Ordinal != Ordinal)) return false;
        var version = Changes.Versions.Single(v => v.Ordinal == Ordinal).Id;
        var reasons = await Records.ChangeReasons.AsNoTracking().Where(r => r.VersionId == version).Select(r => new { r.ParagraphId, r.Text, r.Version }).ToDictionaryAsync(r => r.ParagraphId, cancel);
        Lines =
        [
            .. Changes.Changes.Where(c => c.Ground != ChangeGround.Opinion && c.Change.NewerVersionId == version)
                .Select(c => reasons.TryGetValue(c.Change.ParagraphId, out var reason) ? new Line(c.Change, reason.Text, reason.Version) : new(c.Change, null, 0)),
        ];
        return true;
    }

    /// <summary>A change that no opinion explains, with its reason.</summary>
    public sealed record Line(TextChange Change, string? Reason, uint Version);

    public sealed record ReasonInput(Guid ParagraphId, uint Version, string? Text)
    {
        public sealed class Validator : AbstractValidator<ReasonInput>
        {
            public Validator() => RuleFor(x => x.Text).Text(2000, "Nhập lý do thay đổi", "Lý do dài quá 2.000 ký tự. Hãy rút gọn");
        }
    }
}
