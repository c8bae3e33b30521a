using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>A new draft under a content, from a file or from pasted text.</summary>
[RequestSizeLimit(DraftFiles.LargestBody)]
[RequestFormLimits(MultipartBodyLengthLimit = DraftFiles.LargestBody, MemoryBufferThreshold = DraftFiles.LargestBody)]
public sealed class CreateModel(RecordsContext records, DraftFiles files, TimeProvider clock) : PageModel
{
    [BindProperty] public CreateInput Input { get; set; } = new(Guid.CreateVersion7(), null, null, null, null, false);

    public DraftItem Item { get; private set; } = null!;

    /// <summary>Where papers of a postponed content are added.</summary>
    public ElsewhereItem? Next { get; private set; }

    /// <summary>Files of this person that wait to be looked at.</summary>
    public IReadOnlyList<WaitingFile> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid itemId, CancellationToken cancel) => await LoadAsync(itemId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid itemId, CancellationToken cancel)
    {
        if (!await LoadAsync(itemId, cancel)) return NotFound();
        await using var held = await records.LockSessionAsync(Item.SessionId, cancel);
        await LoadAsync(itemId, cancel);
        if (Item.IsPostponed)
        {
            // Papers added now belong to the session that takes the content up: here they would be missing there.
            ModelState.AddModelError("", this.Text()["Nội dung đã hoãn sang hội nghị sau nên không thêm dự thảo ở đây được. Nội dung đồng chí nhập vẫn còn ở dưới để sao chép."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        if (!this.Validate(Input, new CreateInput.Validator())) return this.Refused();
        if (Input.File is not null)
        {
            await held.DisposeAsync();
            return await files.TakeAsync(this, Input, DraftJobs.NewDraft, itemId, Item.SessionId, new(Input.Title, Input.Note, "", 0), id => Input = Input with { Id = id }, cancel);
        }
        if (this.Split(Input.Text!) is not { } paragraphs) return this.Refused();
        if (await records.Drafts.AnyAsync(d => d.Id == Input.Id, cancel))
        {
            if (await IsStoredAsync(paragraphs, cancel)) return Done();
            return this.KeyTaken(id => Input = Input with { Id = id });
        }

        if (!this.Try(() =>
            {
                var draft = new Draft(Input.Id, itemId, Input.Title!);
                draft.AddVersion(Guid.CreateVersion7(), paragraphs, Input.Note, User.UserId(), clock.GetUtcNow());
                records.Add(draft);
            }))
        {
            return this.Refused();
        }
        if (await this.SaveAsync(records, cancel) != SaveResult.Saved) return this.Refused();
        await held.CommitAsync(cancel);
        return Done();
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã lưu dự thảo, bản 1."]);
        return RedirectToPage("Details", new { draftId = Input.Id });
    }

    /// <summary>Whether the draft with the form's key is this one: the same form sent twice.</summary>
    private async Task<bool> IsStoredAsync(IReadOnlyList<NewParagraph> paragraphs, CancellationToken cancel)
    {
        var first = await records.DraftVersions.Where(v => v.DraftId == Input.Id && v.Ordinal == 1)
            .Where(v => records.Drafts.Any(d => d.Id == v.DraftId && d.ItemId == Item.Id && d.Title == Input.Title)).Select(v => v.Id).SingleOrDefaultAsync(cancel);
        return (await records.DraftParagraphsAsync(first, cancel)).Holds(paragraphs);
    }

    private async Task<bool> LoadAsync(Guid itemId, CancellationToken cancel)
    {
        var item = await records.AgendaItems.Where(i => i.Id == itemId && i.DiscardedAt == null)
            .Select(i => new DraftItem(i.Id, i.SessionId, i.Position, i.Title, i.PostponedAt != null)).SingleOrDefaultAsync(cancel);
        if (item is null) return false;
        Item = item;
        Next = item.IsPostponed ? await records.SuccessorAsync(itemId, cancel) : null;
        Waiting = await files.WaitingAsync(User.UserId(), DraftJobs.NewDraft, itemId, cancel);
        ViewData["Session"] = await records.SessionHeadAsync(item.SessionId, cancel);
        return true;
    }

    public sealed record DraftItem(Guid Id, Guid SessionId, int Position, string Title, bool IsPostponed);

    public sealed record CreateInput(Guid Id, string? Title, IFormFile? File, string? Text, string? Note, bool IsNotSecret) : IPastedText
    {
        public sealed class Validator : AbstractValidator<CreateInput>
        {
            public Validator()
            {
                RuleFor(x => x.Title).Text(1000, "Nhập tên dự thảo", "Tên dự thảo dài quá 1.000 ký tự. Hãy rút gọn").NotStamped().When(x => x.File is null || !string.IsNullOrWhiteSpace(x.Title));
                Include(new PastedText.Rules<CreateInput>());
            }
        }
    }
}
