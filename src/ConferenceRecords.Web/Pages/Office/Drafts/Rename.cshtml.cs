using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>Another title for a draft.</summary>
public sealed class RenameModel(RecordsContext records) : DraftPage(records)
{
    [BindProperty] public RenameInput Input { get; set; } = null!;

    /// <summary>What somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    public void OnGet() => Input = new(Draft.Title, Draft.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Validate(Input, new RenameInput.Validator())) return this.Refused();
        var draft = await Records.Drafts.SingleAsync(d => d.Id == Draft.Id, cancel);
        Records.Entry(draft).Property(d => d.Version).OriginalValue = Input.Version;
        if (!this.Try(() => draft.Rename(Input.Title!))) return this.Refused();
        switch (await this.SaveAsync(Records, cancel))
        {
            case SaveResult.Saved:
                this.Say(this.Text()["Đã đổi tên dự thảo."]);
                return RedirectToPage("Details", new { draftId = Draft.Id });
            case SaveResult.Stale:
                await LoadDraftAsync(cancel);
                (Stored, Input) = ([(this.Text()["Tên dự thảo"], Draft.Title)], Input with { Version = Draft.Version });
                ModelState.Remove("Input.Version");
                break;
        }
        return this.Refused();
    }

    public sealed record RenameInput(string? Title, uint Version)
    {
        public sealed class Validator : AbstractValidator<RenameInput>
        {
            public Validator() => RuleFor(x => x.Title).Text(1000, "Nhập tên dự thảo", "Tên dự thảo dài quá 1.000 ký tự. Hãy rút gọn").NotStamped();
        }
    }
}
