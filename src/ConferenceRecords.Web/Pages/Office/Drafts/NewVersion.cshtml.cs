using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>The next version of a draft, from a file or from pasted text. Versions are never changed; two people who write one at the same time lose nothing.</summary>
[RequestSizeLimit(DraftFiles.LargestBody)]
[RequestFormLimits(MultipartBodyLengthLimit = DraftFiles.LargestBody, MemoryBufferThreshold = DraftFiles.LargestBody)]
public sealed class NewVersionModel(RecordsContext records, DraftFiles files, MailWriter mails, TimeProvider clock) : DraftPage(records)
{
    [BindProperty] public VersionInput Input { get; set; } = null!;

    /// <summary>Files of this person that wait to be looked at.</summary>
    public IReadOnlyList<WaitingFile> Waiting { get; private set; } = [];

    /// <summary>Whether the newest version has tables or marks, which a text in a field can't have.</summary>
    public bool LosesForm { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Waiting = await files.WaitingAsync(User.UserId(), DraftJobs.NewVersion, Draft.Id, cancel);
        var newest = (await Records.DraftVersionHeadsAsync(Draft.Id, cancel))[0];
        var paragraphs = await Records.DraftParagraphsAsync(newest.Id, cancel);
        LosesForm = paragraphs.Exists(p => p.Table > 0 || p.Marks is not null);
        Input = new(Guid.CreateVersion7(), newest.Ordinal, null, PastedText.Join(paragraphs), null, false);
        Records.Note("draft.read", nameof(Draft), Draft.Id);
        await Records.SaveChangesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Waiting = await files.WaitingAsync(User.UserId(), DraftJobs.NewVersion, Draft.Id, cancel);
        if (!this.Validate(Input, new VersionInput.Validator())) return this.Refused();
        if (Input.File is not null)
            return await files.TakeAsync(this, Input, DraftJobs.NewVersion, Draft.Id, Draft.SessionId, new(null, Input.Note, "", Input.Since), id => Input = Input with { Id = id }, cancel);
        if (this.Split(Input.Text!) is not { } paragraphs) return this.Refused();
        if (await Records.DraftVersions.AnyAsync(v => v.Id == Input.Id, cancel))
        {
            var isHere = await Records.DraftVersions.AnyAsync(v => v.Id == Input.Id && v.DraftId == Draft.Id, cancel);
            if (isHere && (await Records.DraftParagraphsAsync(Input.Id, cancel)).Holds(paragraphs)) return await DoneAsync(cancel);
            return this.KeyTaken(id => Input = Input with { Id = id });
        }

        var draft = await Records.Drafts.Include(d => d.Versions).SingleAsync(d => d.Id == Draft.Id, cancel);
        if (draft.Versions.Count != Input.Since) return Overtaken(draft.Versions.Count);
        if (!this.Try(() => draft.AddVersion(Input.Id, paragraphs, Input.Note, User.UserId(), clock.GetUtcNow()))) return this.Refused();
        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        switch (await this.SaveAsync(Records, cancel))
        {
            case SaveResult.Saved:
                // The other one of two equal requests has written them already.
                if (Records.Entry(draft.Versions[^1]).State == EntityState.Unchanged) await mails.NewVersionAsync(Draft.Id, Input.Id, cancel);
                await transaction.CommitAsync(cancel);
                return await DoneAsync(cancel);
            case SaveResult.Duplicate:
                return Overtaken(Input.Since + 1);
            default:
                return this.Refused();
        }
    }

    private async Task<IActionResult> DoneAsync(CancellationToken cancel)
    {
        var ordinal = await Records.DraftVersions.AsNoTracking().Where(v => v.Id == Input.Id).Select(v => v.Ordinal).SingleAsync(cancel);
        this.Say(this.Text()["Đã lưu bản {0}. Các bản trước giữ nguyên. Dưới đây là những đoạn thay đổi.", ordinal]);
        return RedirectToPage("Compare", new { draftId = Draft.Id, tu = ordinal - 1, den = ordinal });
    }

    /// <summary>Somebody else saved a version since this form was opened: the text stays in the form, and saving again makes it the version after that one.</summary>
    private PageResult Overtaken(int newest)
    {
        ModelState.Clear();
        ModelState.AddModelError("", this.Text()["Người khác vừa lưu bản {0} của dự thảo này. Văn bản của đồng chí còn trong biểu mẫu và chưa được lưu: so với bản {0} rồi bấm lưu lần nữa để lưu thành bản tiếp theo.", newest]);
        Input = Input with { Since = newest };
        Overtaker = newest;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>The version that somebody else saved in the meantime.</summary>
    public int? Overtaker { get; private set; }

    /// <summary>The form; <c>Since</c> is the version that its text was made from.</summary>
    public sealed record VersionInput(Guid Id, int Since, IFormFile? File, string? Text, string? Note, bool IsNotSecret) : IPastedText
    {
        public sealed class Validator : PastedText.Rules<VersionInput>;
    }
}
