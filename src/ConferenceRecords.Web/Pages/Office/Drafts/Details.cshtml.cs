using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>A draft: its versions, the text of one of them and the opinions on its paragraphs.</summary>
public sealed class DetailsModel(RecordsContext records, DraftTexts texts) : DraftPage(records)
{
    public IReadOnlyList<DraftVersionHead> Versions { get; private set; } = [];

    public DraftVersionHead Shown { get; private set; } = null!;

    public DraftText Text { get; private set; } = null!;

    /// <summary>Who opened it, once it is sent.</summary>
    public IReadOnlyList<ReadReceipt> Receipts { get; private set; } = [];

    /// <summary>The opinions that stand on the version shown, by paragraph; without a paragraph, on the version as a whole.</summary>
    public ILookup<Guid?, OpinionLine> Opinions { get; private set; } = null!;

    /// <summary>Opinions on earlier versions that a person placed in this one, by paragraph.</summary>
    public ILookup<Guid?, OpinionLine> Placed { get; private set; } = null!;

    /// <summary>How many opinions on earlier versions wait for a place in this one.</summary>
    public int Unplaced { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? ban, CancellationToken cancel)
    {
        Versions = await Records.DraftVersionHeadsAsync(Draft.Id, cancel);
        var shown = ban is null ? Versions[0] : Versions.FirstOrDefault(v => v.Ordinal == ban);
        if (shown is null) return NotFound();
        Shown = shown;
        if (Draft.SentAt is not null) Receipts = await Records.ReadReceiptsAsync(Draft.SessionId, Draft.Id, cancel);
        Text = await texts.OfAsync(Records, shown.Id, cancel);
        var opinions = await Records.OpinionLineQuery(Records.Opinions.Where(o => o.DraftVersionId == shown.Id && o.WithdrawnAt == null)).ToListAsync(cancel);
        Opinions = opinions.ToLookup(o => o.ParagraphId);
        Placed = await PlacedAsync(cancel);
        Unplaced = await Records.UnplacedAsync(shown.Id, cancel);
        Records.Note("draft.read", nameof(Draft), Draft.Id);
        if (opinions.Count + Placed.Count > 0) Records.Note("opinions.read", nameof(Draft), Draft.Id);
        await Records.SaveChangesAsync(cancel);
        return Page();
    }

    private async Task<ILookup<Guid?, OpinionLine>> PlacedAsync(CancellationToken cancel)
    {
        var places = await Records.Placements.Where(p => p.VersionId == Shown.Id && p.TakenBackAt == null && p.ParagraphId != null).ToDictionaryAsync(p => p.OpinionId, p => p.ParagraphId, cancel);
        if (places.Count == 0) return Enumerable.Empty<OpinionLine>().ToLookup(_ => (Guid?)null);
        var lines = await Records.OpinionLineQuery(Records.EarlierOpinions(Shown.Id).Where(o => places.Keys.Contains(o.Id))).ToListAsync(cancel);
        return lines.ToLookup(o => places[o.Id]);
    }

    public async Task<IActionResult> OnPostRecallAsync(CancellationToken cancel)
    {
        var draft = await Records.Drafts.SingleAsync(d => d.Id == Draft.Id, cancel);
        draft.Recall();
        await Records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã thu hồi dự thảo. Đại biểu không còn đọc được; ý kiến đã nhận giữ nguyên."]);
        return RedirectToPage("Details", new { draftId = Draft.Id });
    }
}
