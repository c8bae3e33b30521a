using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>What became of what was sent.</summary>
public enum Sending
{
    /// <summary>It is stored, by this request or by an earlier one with the same key.</summary>
    Stored,

    /// <summary>Its key belongs to something else; what was typed is in the form with a new key.</summary>
    Taken,

    /// <summary>A rule refused it.</summary>
    Refused,
}

/// <summary>A page of a draft from which an opinion is sent, or a private note kept: each key is stored once, however often it comes.</summary>
public abstract class SendingPage(RecordsContext records, TimeProvider clock) : DraftPage(records, clock)
{
    [BindProperty] public OpinionInput Input { get; set; } = new(Guid.CreateVersion7(), null, null, 0);

    /// <summary>The paragraph; null for the draft as a whole.</summary>
    public DraftParagraph? Paragraph { get; private set; }

    public bool IsOpen => Draft.Window.IsOpen(Now);

    /// <summary>Finds the paragraph that is meant; false when the version has none of that number.</summary>
    protected async Task<bool> FindParagraphAsync(int? number, CancellationToken cancel)
    {
        if (number is null) return true;
        Paragraph = await Records.Paragraphs.AsNoTracking().Where(p => p.VersionId == Draft.Id && p.Number == number)
            .AsDraftParagraphs().SingleOrDefaultAsync(cancel);
        return Paragraph is not null;
    }

    protected async Task<Sending> StoreAsync(CancellationToken cancel)
    {
        if (await RepeatedAsync(cancel) is { } earlier) return earlier;
        if (!Input.IsPrivate && !IsOpen)
        {
            ModelState.AddModelError("", Draft.Window.IsOnAgenda
                ? this.Text()["Chưa gửi được vì đã hết hạn góp ý. Nội dung đồng chí nhập vẫn còn ở dưới để sao chép."]
                : this.Text()["Chưa gửi được vì nội dung đã hoãn sang hội nghị sau. Nội dung đồng chí nhập vẫn còn ở dưới để sao chép."]);
            return Sending.Refused;
        }
        if (!this.Validate(Input, new OpinionInput.Validator())) return Sending.Refused;
        var delegateId = await Records.DelegateOf(UserId).Select(d => d.Id).SingleAsync(cancel);
        return Input.IsPrivate ? await KeepAsync(delegateId, cancel) : await SendAsync(delegateId, cancel);
    }

    private async Task<Sending> KeepAsync(Guid delegateId, CancellationToken cancel)
    {
        DraftNote note = null!;
        if (!this.Try(() => Records.Add(note = new(Input.Id, delegateId, Draft.Id, Paragraph?.Id, Input.Text!.Trim(), Input.Kind, Now)))) return Sending.Refused;
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return Sending.Refused;
        return Records.Entry(note).State == EntityState.Unchanged ? Sending.Stored : await OtherAsync(cancel);
    }

    private async Task<Sending> SendAsync(Guid delegateId, CancellationToken cancel)
    {
        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        var sequence = await Records.NextNumberAsync(OpinionNumber.Series(Draft.SessionId, Draft.ItemCode), cancel);

        // The number stays locked until the end: a form sent twice at once finds the first one here, and the second takes no number.
        if (await RepeatedAsync(cancel) is { } first) return first;
        var number = OpinionNumber.Write(Session.Ordinal, Session.TermLabel, Draft.ItemCode, sequence);
        Opinion opinion = null!;
        if (!this.Try(() => Records.Add(opinion = new(
                Input.Id, Draft.SessionId, Draft.ItemId, number, new(delegateId), Input.Facts(Paragraph is not null), UserId, Now, Draft.Id, Paragraph?.Id)))) return Sending.Refused;
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return Sending.Refused;
        if (Records.Entry(opinion).State == EntityState.Unchanged)
        {
            await transaction.CommitAsync(cancel);
            return Sending.Stored;
        }

        // The key was stored in another series at the same moment. The number that was taken goes back.
        await transaction.RollbackAsync(cancel);
        return await OtherAsync(cancel);
    }

    private async Task<Sending> OtherAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        return await RepeatedAsync(cancel) ?? Sending.Refused;
    }

    /// <summary>Answers a key that is stored already: like the first time when it is the same; otherwise the form again with a new key, nothing lost.</summary>
    private async Task<Sending?> RepeatedAsync(CancellationToken cancel)
    {
        var stored = Input.Id == Guid.Empty || await Records.Opinions.AnyAsync(o => o.Id == Input.Id, cancel) || await Records.DraftNotes.AnyAsync(n => n.Id == Input.Id, cancel);
        if (!stored) return null;
        var sent = await Records.DelegateOpinionsQuery(UserId, Input.Id).SingleOrDefaultAsync(cancel);
        var note = await Records.DelegateNotesQuery(UserId, Records.NotesOf(UserId).Where(n => n.Id == Input.Id)).SingleOrDefaultAsync(cancel);
        if (Input.IsPrivate ? note is not null && IsHere(note.Place) && note.Text == Input.Text?.Trim()
            : sent is not null && IsHere(sent.Place) && Input.Kind == sent.Kind && Input.Facts(Paragraph is not null).Text == sent.Text) return Sending.Stored;

        Input = Input with { Id = Guid.CreateVersion7() };
        ModelState.Remove("Input.Id");
        ModelState.AddModelError("", sent is null
            ? this.Text()["Biểu mẫu đã cũ. Nội dung đồng chí nhập vẫn còn; hãy bấm gửi lần nữa."]
            : this.Text()["Biểu mẫu này đã gửi thành ý kiến {0}. Bấm gửi lần nữa nếu muốn gửi nội dung dưới đây thành một ý kiến mới.", sent.Number]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Sending.Taken;
    }

    private bool IsHere(DraftPlace? place) => place is not null && place.DraftId == Draft.DraftId && place.Ordinal == Draft.Ordinal && place.ParagraphId == Paragraph?.Id;
}
