using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>A new opinion or note on one paragraph (<c>?doan=</c>) of a version, or on the whole of it; also marks the paragraph as the one to go on from.</summary>
public sealed class OpinionModel(RecordsContext records, DraftTexts texts, TimeProvider clock) : SendingPage(records, clock)
{
    /// <summary>The same form on the version that is shown: a version that arrives meanwhile does not move the opinion to another text.</summary>
    public string Address => $"?ban={Draft.Ordinal}" + (Paragraph is null ? "" : $"&doan={Paragraph.Number}");

    /// <summary>The paragraph as the reader shows it.</summary>
    public LaidParagraph Shown => texts.Of([Paragraph! with { Table = 0 }]).Paragraphs[0];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "loai")] OpinionKind? kind, CancellationToken cancel)
    {
        Input = Input with { Kind = kind };
        return await FindAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (await StoreAsync(cancel) != Sending.Stored) return this.Refused();
        if (!Input.IsPrivate) return RedirectToPage("/Delegate/Opinions/Receipt", new { opinionId = Input.Id });
        this.Say(this.Text()["Đã lưu ghi chú riêng, chỉ đồng chí thấy."]);
        return Back();
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Paragraph is null) return NotFound();
        await Records.OpenAsync(UserId, Draft.Id, Now, cancel);
        await Records.StopAsync(UserId, Draft.Id, Paragraph.Number, cancel);
        this.Say(this.Text()["Đã đánh dấu: đang đọc đến đoạn {0}.", Paragraph.Number]);
        return Back();
    }

    private RedirectToPageResult Back() =>
        RedirectToPage("/Delegate/Drafts/Read", null, new { draftId = Draft.DraftId, ban = Draft.Ordinal }, Paragraph is null ? null : $"doan-{Paragraph.Number}");

    private Task<bool> FindAsync(CancellationToken cancel) => TryNumber("doan", out var number) ? FindParagraphAsync(number, cancel) : Task.FromResult(false);
}
