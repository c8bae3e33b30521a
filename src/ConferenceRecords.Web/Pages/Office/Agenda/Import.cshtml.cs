using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>The agenda from a list in Word or Excel: pasted or uploaded, looked at row by row, then taken as a whole or not at all.</summary>
/// <remarks>A file stays in memory: the buffer is larger than the largest body, so that nothing refused ever lay on a disk.</remarks>
[RequestSizeLimit(LargestBody)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestBody, MemoryBufferThreshold = LargestBody, ValueLengthLimit = 8 << 20, ValueCountLimit = 8_192)]
public sealed class ImportModel(RecordsContext records, TimeProvider clock) : ImportPage(records)
{
    /// <summary>Some way above the largest file, so that one that is a little too large is answered by this page.</summary>
    private const int LargestBody = 48 << 20;

    public Task OnGetAsync(CancellationToken cancel) => LoadListsAsync(cancel);

    public async Task<IActionResult> OnPostReadAsync(bool isNotSecret, CancellationToken cancel)
    {
        ModelState.Clear();
        (Source, IsNotSecret) = (ImportSource.Of(Request.Form), isNotSecret);
        await LoadListsAsync(cancel);
        if (Source.IsEmpty) Wrong("Source.Text", this.Text()["Dán danh sách hoặc chọn tệp."]);
        if (!isNotSecret) Wrong("IsNotSecret", this.Text()["Xác nhận tài liệu này không mật. Tài liệu mật không được đưa lên hệ thống này"]);
        if (!ModelState.IsValid) return this.Refused();
        try
        {
            Draft = await Source.ReadAsync(Reader, cancel);
        }
        catch (OfficeFileException refused)
        {
            Wrong("Source.File", this.Text().Of(refused));
            if (refused.Problem == OfficeFileProblem.TooLarge) Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return this.Refused();
        }
        if (!Accept(Draft)) return this.Refused();
        Input = new ImportPreview(Agencies, await TitlesAsync(cancel)).Of(Draft);
        return Page();
    }

    public async Task<IActionResult> OnPostExchangeAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadListsAsync(cancel);
        Input = Input.Exchanged();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadListsAsync(cancel);
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        switch (await Records.IsStoredAsync(Session.Id, Input, cancel))
        {
            case true: return Done();
            case false: return this.KeyTaken(id => Input = Input with { Id = id });
        }
        if (!Check(await TitlesAsync(cancel))) return this.Refused();
        if (!this.Try(() => Records.AddRows(agenda, Session.Id, Input, clock.GetUtcNow()))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await agenda.CommitAsync(cancel);
        return Done();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid importId, CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadListsAsync(cancel);
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        var (count, used) = await Records.DiscardAsync(agenda, importId, clock.GetUtcNow(), cancel);
        if (used.Count > 0)
        {
            Wrong("", this.Text()["Chưa hoàn tác được: “{0}” đã có dự thảo, ý kiến, hoặc đã vào bản chương trình được duyệt. Hãy rút từng nội dung khỏi chương trình.", used[0]]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return this.Refused();
        }
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await agenda.CommitAsync(cancel);
        this.Say(count == 0 ? this.Text()["Lần nhập này đã được hoàn tác."] : this.Text()["Đã hoàn tác: bỏ {0} nội dung vừa nhập.", count]);
        return RedirectToPage("/Office/Sessions/Details", new { id = Session.Id });
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã thêm {0} nội dung.", Input.Taken.Count()], Url.Page("Import", "Undo", new { id = Session.Id, importId = Input.Id }));
        return RedirectToPage("/Office/Sessions/Details", new { id = Session.Id });
    }
}
