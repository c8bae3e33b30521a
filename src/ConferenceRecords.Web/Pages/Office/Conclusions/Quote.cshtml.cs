using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>Opinions that were taken in, to be put at the end of the conclusion as text. Who made them stays with the Office.</summary>
public sealed class QuoteModel(RecordsContext records) : SessionPage(records)
{
    public IReadOnlyList<AcceptedOpinion> Opinions { get; private set; } = [];

    /// <summary>Version of the conclusion; null where there is none that can be written in.</summary>
    public uint? Version { get; private set; }

    /// <summary>Those whose words stand in the conclusion already.</summary>
    public IReadOnlySet<Guid> Quoted { get; private set; } = new HashSet<Guid>();

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "chon")] List<Guid> chosen, uint version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (await LoadAsync(cancel) is not { } conclusion) return NotFound();
        var texts = Opinions.Where(o => chosen.Contains(o.Id)).Select(o => o.Text).ToList();
        if (texts.Count == 0)
        {
            ModelState.AddModelError("", this.Text()["Chọn ít nhất một ý kiến"]);
            return this.Refused();
        }
        var input = ConclusionInput.Of(conclusion);
        Records.Entry(conclusion).Property(c => c.Version).OriginalValue = version;
        if (!this.Try(() => conclusion.Write(input.Text with { Body = string.Join('\n', [conclusion.Body.TrimEnd('\n'), .. texts]) }, User.UserId()))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved)
        {
            Records.ChangeTracker.Clear();
            await LoadAsync(cancel);
            return this.Refused();
        }
        this.Say(this.Text()["Đã chèn {0} đoạn vào cuối kết luận. Sửa câu chữ rồi lưu.", texts.Count]);
        return RedirectToPage("Edit", null, new { Session.Id }, $"doan-{ConclusionText.Paragraphs(conclusion.Body).Count - texts.Count + 1}");
    }

    private async Task<Conclusion?> LoadAsync(CancellationToken cancel)
    {
        var conclusion = await Records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel);
        Version = conclusion is null or { State: ReleaseState.Submitted } ? null : conclusion.Version;
        ModelState.Remove("version");
        Opinions = await Records.AcceptedOpinionsAsync(Session.Id, cancel);
        var paragraphs = ConclusionText.Paragraphs(conclusion?.Body ?? "").ToHashSet();
        Quoted = Opinions.Where(o => paragraphs.Contains(o.Text)).Select(o => o.Id).ToHashSet();

        // Whoever looks at them is noted; the form shows nothing more than that page did.
        if (Opinions.Count > 0 && HttpMethods.IsGet(Request.Method))
        {
            Records.Note("opinions.read", nameof(Domain.Sessions.Session), Session.Id);
            await Records.SaveChangesAsync(cancel);
        }
        return conclusion;
    }
}
