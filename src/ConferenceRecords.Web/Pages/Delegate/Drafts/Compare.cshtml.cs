using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>
/// What changed between two versions of a draft (D3): without a choice, since the version that the delegate opened last. Both must be open to the delegate;
/// what the delegate may not read is not there (404).
/// </summary>
public sealed class CompareModel(RecordsContext records, VersionComparisons comparisons) : PageModel
{
    private ILookup<Guid?, DelegateOpinion> mine = null!;

    public DelegateVersion Draft { get; private set; } = null!;

    /// <summary>The comparison; null while there is one version.</summary>
    public ComparisonView? View { get; private set; }

    /// <summary>Opinions of the delegate that stand on the older version.</summary>
    public int Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid draftId, int? tu, int? den, [FromQuery(Name = "ca-van-ban")] bool whole, CancellationToken cancel)
    {
        var userId = User.UserId();
        var open = await records.DelegateVersionsQuery(userId, draftId).ToListAsync(cancel);
        if (!ModelState.IsValid || open is not [var newest, ..]) return NotFound();
        Draft = newest;
        var versions = open.ConvertAll(v => new VersionChoice(v.Id, v.Ordinal, v.Note));
        var opened = (await records.ReadingsQuery(userId, draftId).ToListAsync(cancel)).Find(r => r.Ordinal < newest.Ordinal);
        if (ComparedVersions.Choose(versions, tu, den, opened?.Ordinal ?? newest.Ordinal - 1) is not { } chosen) return versions.Count == 1 && tu is null or 1 && den is null or 1 ? Page() : NotFound();
        var (older, newer) = chosen;
        View = new(older, newer, versions, await comparisons.OfAsync(records, older.Id, newer.Id, cancel), whole, Url.Content($"~/dai-bieu/du-thao/{draftId}"));
        var kept = (await records.DelegateOpinionsQuery(userId, draftId: draftId).ToListAsync(cancel)).FindAll(o => o.WithdrawnAt is null && o.Place?.Ordinal == older.Ordinal);
        (Kept, mine) = (kept.Count, kept.ToLookup(o => o.Place!.ParagraphId));
        foreach (var version in (VersionChoice[])[older, newer]) records.Note("draft.read", nameof(DraftVersion), version.Id);
        await records.SaveChangesAsync(cancel);
        return Page();
    }

    /// <summary>The delegate's own opinions on paragraphs; null where there are none.</summary>
    public IEnumerable<DelegateOpinion>? Below(IEnumerable<ComparedParagraph> paragraphs) =>
        paragraphs.SelectMany(p => mine[p.Id]).ToList() is { Count: > 0 } found ? found : null;
}
