using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>Two versions of a draft side by side (D3), with the opinions on what changed; without a choice, the newest and the one before.</summary>
public sealed class CompareModel(RecordsContext records, VersionComparisons comparisons) : DraftPage(records)
{
    private ILookup<Guid?, OpinionLine> opinions = null!;

    /// <summary>The comparison; null while there is one version.</summary>
    public ComparisonView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? tu, int? den, [FromQuery(Name = "ca-van-ban")] bool whole, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        var versions = (await Records.DraftVersionHeadsAsync(Draft.Id, cancel)).ConvertAll(v => new VersionChoice(v.Id, v.Ordinal, v.Note));
        if (ComparedVersions.Choose(versions, tu, den, versions.Count - 1) is not { } chosen) return versions.Count == 1 && tu is null or 1 && den is null or 1 ? Page() : NotFound();
        var (older, newer) = chosen;
        View = new(older, newer, versions, await comparisons.OfAsync(Records, older.Id, newer.Id, cancel), whole, Url.Content($"~/van-phong/du-thao/{Draft.Id}"));
        var changed = View.Comparison.Changes.Select(p => p.Old?.Id).OfType<Guid>().ToList();
        opinions = (await Records.OpinionLineQuery(Records.Opinions.Where(o => o.DraftVersionId == older.Id && o.WithdrawnAt == null && changed.Contains(o.ParagraphId!.Value))).ToListAsync(cancel)).ToLookup(o => o.ParagraphId);
        foreach (var version in (VersionChoice[])[older, newer]) Records.Note("draft.read", nameof(DraftVersion), version.Id);
        if (opinions.Count > 0) Records.Note("opinions.read", nameof(Draft), Draft.Id);
        await Records.SaveChangesAsync(cancel);
        return Page();
    }

    /// <summary>The opinions that stand on paragraphs; null where there are none.</summary>
    public IEnumerable<OpinionLine>? Below(IEnumerable<ComparedParagraph> paragraphs) =>
        paragraphs.SelectMany(p => opinions[p.Id]).ToList() is { Count: > 0 } found ? found : null;
}
