using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class EditModel(RecordsContext records) : SessionFormPage(records)
{
    public SessionHead Session { get; private set; } = null!;

    /// <summary>What is stored now, when somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) return NotFound();
        Input = await StoredAsync(cancel);
        await LoadGroupsAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) return NotFound();
        await LoadGroupsAsync(cancel);
        var session = await Records.Sessions.SingleAsync(s => s.Id == id, cancel);
        Records.Entry(session).Property(s => s.Version).OriginalValue = Input.Version;
        if (!this.Validate(Input, new SessionInput.Validator(isNew: false)) || !this.Try(() => session.Change(Input.Facts()))) return this.Refused();

        // The session's version stands for its stated numbers too: a change of them counts as one of the session.
        if (await StateAsync(id, cancel)) Records.Entry(session).Property(s => s.StatedItemCount).IsModified = true;
        switch (await this.SaveAsync(Records, cancel))
        {
            case SaveResult.Saved:
                this.Say(this.Text()["Đã lưu hội nghị."]);
                return RedirectToPage("Details", new { id });
            case SaveResult.Stale:
                await ShowStoredAsync(cancel);
                break;
        }
        return this.Refused();
    }

    private async Task<bool> StateAsync(Guid id, CancellationToken cancel)
    {
        var counts = await Records.StatedCounts.Where(c => c.SessionId == id).ToListAsync(cancel);
        foreach (var stated in Input.Stated)
        {
            var value = TextRules.ToCount(stated.Value);
            if (counts.Find(c => c.CategoryId == stated.CategoryId) is { } count) count.State(value);
            else if (value is not null) Records.Add(new StatedCount(Guid.CreateVersion7(), id, stated.CategoryId, value));
        }
        Records.ChangeTracker.DetectChanges();
        return Records.ChangeTracker.Entries<StatedCount>().Any(e => e.State != EntityState.Unchanged);
    }

    private async Task ShowStoredAsync(CancellationToken cancel)
    {
        var (text, stored) = (this.Text(), await StoredAsync(cancel));
        Stored =
        [
            (text["Tên hội nghị"], stored.Title), (text["Lần thứ"], stored.Ordinal), (text["Loại hội nghị"], text.Of(stored.Kind)),
            (text["Thời gian ghi bằng lời"], stored.TimeNote), (text["Chủ trì"], stored.Chair), (text["Tổng số nội dung"], stored.StatedItems),
            .. Groups.Select(g => (g.Name, stored.Stated.Find(s => s.CategoryId == g.Id)?.Value)),
            (text["Từ chỉ mức"], stored.StatedQualifier), (text["Số lượt ý kiến"], stored.StatedOpinions),
        ];
        Input = Input with { Version = stored.Version };
        ModelState.Remove("Input.Version");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await Records.SessionHeadAsync(id, cancel) is not { } session) return false;
        ViewData[nameof(Session)] = Session = session;
        return true;
    }

    private async Task<SessionInput> StoredAsync(CancellationToken cancel)
    {
        static string? Write(int? number) => number?.ToString(CultureInfo.InvariantCulture);
        var s = await Records.Sessions.AsNoTracking().SingleAsync(s => s.Id == Session.Id, cancel);
        var counts = await Records.StatedCounts.AsNoTracking().Where(c => c.SessionId == Session.Id).ToListAsync(cancel);
        return new(
            s.Id, s.Version, s.BodyId, s.TermId, s.Title, Write(s.Ordinal), s.Kind, s.TimeNote, s.Chair, Write(s.StatedItemCount),
            s.StatedOpinionQualifier, Write(s.StatedOpinionCount), [.. counts.Select(c => new StatedInput(c.CategoryId, Write(c.Value)))]);
    }
}
