using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Responses;

/// <summary>A page that answers one opinion: what the Office's and the agency's have in common. Whether the person may answer it is asked before.</summary>
public abstract class AnswerPage(RecordsContext records, VersionComparisons comparisons, MailWriter mails, TimeProvider clock) : PageModel
{
    protected RecordsContext Records { get; } = records;

    protected VersionComparisons Comparisons { get; } = comparisons;

    protected MailWriter Mails { get; } = mails;

    protected TimeProvider Clock { get; } = clock;

    [BindProperty] public AnswerInput Input { get; set; } = null!;

    /// <summary>The text that the opinion is about; null where it names no draft.</summary>
    public OpinionPassage? Passage { get; private set; }

    /// <summary>Where the change may stand.</summary>
    public IReadOnlyList<SelectListItem> Versions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>What somebody else stored in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    /// <summary>Which words of the opinion are shown.</summary>
    public int Words { get; private set; }

    public DateOnly Today => VietnamTime.DateOf(Clock.GetUtcNow());

    protected async Task LoadAnswerAsync(Guid opinionId, Guid? agencyId, IQueryable<Draft> drafts, CancellationToken cancel)
    {
        Words = await Records.Opinions.Where(o => o.Id == opinionId).Select(o => o.Revision).SingleAsync(cancel);
        Passage = await Records.OpinionPassageAsync(Comparisons, opinionId, cancel);
        Versions = [.. (await Records.CarryingVersionsAsync(opinionId, drafts, cancel)).Select(v => new SelectListItem(this.Text()["{0}, bản {1}", v.DraftTitle, v.Ordinal], v.Id.ToString()))];
        Agencies = [.. (await Records.Agencies.AsNoTracking().Where(a => a.Id != agencyId && !a.IsClass).Select(a => new { a.Id, a.Name }).ToListAsync(cancel))
            .OrderBy(a => a.Name, Domain.Text.VietnameseOrder.Comparer).Select(a => new SelectListItem(a.Name, a.Id.ToString()))];
    }

    /// <summary>The form for an opinion without an answer: the change is proposed where the paragraph has other words now.</summary>
    protected AnswerInput Empty(uint version)
    {
        var proposed = Versions.Count > 0 && Passage is { Now: [var first, ..], IsSame: false } ? first : null;
        var newest = proposed is null ? null : Versions.FirstOrDefault(v => v.Text == this.Text()["{0}, bản {1}", Passage!.DraftTitle, Passage.Newest].Value);
        return new(version, null, null, null, newest is null ? null : Guid.Parse(newest.Value), newest is null ? null : $"{proposed!.Number}");
    }

    /// <summary>Checks and stores the answer. Whoever comes second sees what is stored and decides; the same answer sent again is done already.</summary>
    protected async Task<bool> GiveAsync(Guid opinionId, Guid sessionId, bool isOffice, IQueryable<Draft> drafts, CancellationToken cancel)
    {
        this.Validate(Input, new AnswerInput.Validator());
        var place = Input.TakesIn && ModelState.IsValid ? await PlaceAsync(opinionId, drafts, cancel) : (null, null);
        if (Input.HandedToId is { } other && Input.Disposition == Disposition.HandedOver && !await Records.Agencies.AnyAsync(a => a.Id == other && !a.IsClass, cancel))
            ModelState.AddModelError("Input.HandedToId", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
        if (!ModelState.IsValid) return false;

        var answer = new Answer(
            Input.Disposition!.Value, string.IsNullOrWhiteSpace(Input.Text) ? null : Input.Text, Input.Disposition == Disposition.HandedOver ? Input.HandedToId : null, place.Version, place.Paragraph);
        await using var transaction = await Records.LockSessionAsync(sessionId, cancel);
        if (!await Records.LeadOpinions().AnyAsync(o => o.Id == opinionId && o.Revision == Input.Words, cancel))
        {
            ModelState.AddModelError("", this.Text()["Ý kiến vừa được sửa lời, rút hoặc gộp nên chưa lưu trả lời. Đọc lại ý kiến rồi bấm lưu lần nữa."]);
            HttpContext.Response.StatusCode = StatusCodes.Status409Conflict;
            return false;
        }
        var response = await Records.Responses.SingleOrDefaultAsync(r => r.OpinionId == opinionId, cancel);
        if (response?.Answer == answer && (response.ConfirmedAt is not null || !isOffice)) return true;
        if ((response?.Version ?? 0) != Input.Version) return await StaleAsync(response!, transaction, cancel);
        if (response is null) Records.Add(response = new(opinionId));
        if (!this.Try(() => response.Give(answer, User.UserId(), isOffice, Clock.GetUtcNow()))) return false;
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return false;
        if (isOffice) await Mails.AnsweredAsync([opinionId], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<(Guid? Version, Guid? Paragraph)> PlaceAsync(Guid opinionId, IQueryable<Draft> drafts, CancellationToken cancel)
    {
        if (Input.ChangedVersionId is not { } version) return (null, null);
        if (!(await Records.CarryingVersionsAsync(opinionId, drafts, cancel)).Exists(v => v.Id == version))
        {
            ModelState.AddModelError("Input.ChangedVersionId", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
            return (null, null);
        }
        if (TextRules.ToCount(Input.ChangedParagraph) is not { } number) return (version, null);
        var paragraph = await Records.Paragraphs.Where(p => p.VersionId == version && p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);
        if (paragraph is null) ModelState.AddModelError("Input.ChangedParagraph", this.Text()["Bản này không có đoạn {0}. Xem lại số đoạn", number]);
        return (version, paragraph);
    }

    private async Task<bool> StaleAsync(Response response, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        await transaction.RollbackAsync(cancel);
        var text = this.Text();
        var by = await Records.Users.Where(u => u.Id == response.AnsweredById).Select(u => u.DisplayName).SingleOrDefaultAsync(cancel);
        Stored =
        [
            (text["Kết quả xử lý"], response.Disposition is { } disposition ? text.Of(disposition) : null), (text["Nội dung trả lời"], response.Text), (text["Người trả lời"], by),
        ];
        ModelState.AddModelError("", text[BrokenRules.Stale]);
        Input = Input with { Version = response.Version };
        ModelState.Remove("Input.Version");
        HttpContext.Response.StatusCode = StatusCodes.Status409Conflict;
        return false;
    }
}
