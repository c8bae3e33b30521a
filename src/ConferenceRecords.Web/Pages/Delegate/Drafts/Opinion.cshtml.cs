using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>A new opinion on one paragraph (<c>?doan=</c>) of a version, or on the whole of it.</summary>
public sealed class OpinionModel(RecordsContext records, TimeProvider clock) : DraftPage(records, clock)
{
    [BindProperty] public OpinionInput Input { get; set; } = new(Guid.CreateVersion7(), null, null, 0);

    /// <summary>The paragraph; null for the draft as a whole.</summary>
    public ParagraphView? Paragraph { get; private set; }

    public bool IsOpen => Draft.Window.IsOpen(Now);

    /// <summary>The same form on the version that is shown: a version that arrives meanwhile does not move the opinion to another text.</summary>
    public string Address => $"?ban={Draft.Ordinal}" + (Paragraph is null ? "" : $"&doan={Paragraph.Number}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindParagraphAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindParagraphAsync(cancel)) return NotFound();
        if (await RepeatedAsync(cancel) is { } earlier) return earlier;
        if (!IsOpen)
        {
            ModelState.AddModelError("", Draft.Window.IsOnAgenda
                ? this.Text()["Chưa gửi được vì đã hết hạn góp ý. Nội dung đồng chí nhập vẫn còn ở dưới để sao chép."]
                : this.Text()["Chưa gửi được vì nội dung đã hoãn sang hội nghị sau. Nội dung đồng chí nhập vẫn còn ở dưới để sao chép."]);
            return this.Refused();
        }
        if (!this.Validate(Input, new OpinionInput.Validator())) return this.Refused();

        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        var sequence = await Records.NextNumberAsync(OpinionNumber.Series(Draft.SessionId, Draft.ItemCode), cancel);

        // The number stays locked until the end: a form sent twice at once finds the first one here, and the second takes no number.
        if (await RepeatedAsync(cancel) is { } first) return first;
        var number = OpinionNumber.Write(Session.Ordinal, Session.TermLabel, Draft.ItemCode, sequence);
        var speaker = await Records.DelegateOf(UserId).Select(d => d.Id).SingleAsync(cancel);
        Opinion opinion = null!;
        if (!this.Try(() => Records.Add(opinion = new(
                Input.Id, Draft.SessionId, Draft.ItemId, number, new(speaker), Input.Facts(Paragraph is not null), UserId, Now, Draft.Id, Paragraph?.Id)))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        if (Records.Entry(opinion).State != EntityState.Unchanged)
        {
            // The key was stored in another series at the same moment. The number that was taken goes back.
            await transaction.RollbackAsync(cancel);
            return await RepeatedAsync(cancel) ?? this.Refused();
        }
        await transaction.CommitAsync(cancel);
        return Receipt();
    }

    private RedirectToPageResult Receipt() => RedirectToPage("/Delegate/Opinions/Receipt", new { opinionId = Input.Id });

    private async Task<bool> FindParagraphAsync(CancellationToken cancel)
    {
        if (!TryNumber("doan", out var number)) return false;
        if (number is null) return true;
        Paragraph = await Records.Paragraphs.AsNoTracking().Where(p => p.VersionId == Draft.Id && p.Number == number)
            .Select(p => new ParagraphView(p.Id, p.Number, p.Marker, p.Text)).SingleOrDefaultAsync(cancel);
        return Paragraph is not null;
    }

    /// <summary>Answers a key that is stored already: like the first time when it is the same opinion; otherwise the form again with a new key, nothing lost.</summary>
    private async Task<IActionResult?> RepeatedAsync(CancellationToken cancel)
    {
        var stored = Input.Id == Guid.Empty || await Records.Opinions.AnyAsync(o => o.Id == Input.Id, cancel);
        if (!stored) return null;
        var mine = await Records.DelegateOpinionsQuery(UserId, Input.Id).SingleOrDefaultAsync(cancel);
        if (mine is { Place: { } place } && place.DraftId == Draft.DraftId && place.Ordinal == Draft.Ordinal && place.ParagraphId == Paragraph?.Id
            && Input.Kind == mine.Kind && Input.Facts(Paragraph is not null).Text == mine.Text) return Receipt();

        Input = Input with { Id = Guid.CreateVersion7() };
        ModelState.Remove("Input.Id");
        ModelState.AddModelError("", mine is null
            ? this.Text()["Biểu mẫu đã cũ. Nội dung đồng chí nhập vẫn còn; hãy bấm gửi lần nữa."]
            : this.Text()["Biểu mẫu này đã gửi thành ý kiến {0}. Bấm gửi lần nữa nếu muốn gửi nội dung dưới đây thành một ý kiến mới.", mine.Number]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return this.Refused();
    }

    public sealed record ParagraphView(Guid Id, int Number, string? Marker, string Text);
}
