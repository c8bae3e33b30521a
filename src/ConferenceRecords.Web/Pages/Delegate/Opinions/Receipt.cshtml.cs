using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Opinions;

/// <summary>One opinion with its number and time, and what became of it: the receipt after sending, at an address that stays.</summary>
public sealed class ReceiptModel(RecordsContext records, VersionComparisons comparisons, PortalSetup setup, TimeProvider clock) : PageModel
{
    public DelegateOpinion Opinion { get; private set; } = null!;

    public IReadOnlyList<OpinionStep> Steps { get; private set; } = [];

    /// <summary>What became of the paragraph in the version that the answer names, or in the newest; null where there is no later version to be read.</summary>
    public ParagraphChange? Change { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid opinionId, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (await records.DelegateOpinionsQuery(userId, opinionId).SingleOrDefaultAsync(cancel) is not { } opinion
            || await records.OpinionStoryAsync(userId, opinionId, cancel) is not { } story) return NotFound();
        Opinion = opinion;
        Change = await ChangeAsync(userId, story, cancel);
        Steps = this.Text().Steps(opinion, story, setup.Surfaces.HasFlag(PortalSurfaces.Public));
        return Page();
    }

    private async Task<ParagraphChange?> ChangeAsync(Guid userId, OpinionStory story, CancellationToken cancel)
    {
        if (Opinion.Place is not { ParagraphId: { } paragraphId } place || story is not { VersionId: { } made, Words: { } words }) return null;
        var later = (await records.DelegateVersionsQuery(userId, place.DraftId).ToListAsync(cancel)).FindAll(v => v.Ordinal > place.Ordinal);
        if ((later.Find(v => v.Id == story.Answer?.ChangedVersionId) ?? later.FirstOrDefault()) is not { } newer) return null;
        var named = newer.Id == story.Answer?.ChangedVersionId ? story.Answer.ChangedParagraphId : null;
        List<DraftParagraph> now = named is { } id
            ? await records.Paragraphs.Where(p => p.Id == id && p.VersionId == newer.Id).Select(p => new DraftParagraph(p.Id, p.Number, p.Kind, p.Marker, p.Text, 0, null, 0)).ToListAsync(cancel)
            : [.. (await comparisons.OfAsync(records, made, newer.Id, cancel)).OfOld(paragraphId).Select(pair => pair.New).OfType<ComparedParagraph>().Select(p => new DraftParagraph(p.Id, p.Number, p.Kind, p.Marker, p.Text))];
        return new(place.DraftId, newer.Ordinal, now.Count == 0 ? null : now[0].Number, words, now.Count == 0 ? null : string.Join('\n', now.Select(p => p.Text)));
    }

    /// <summary>A paragraph then and in a later version; without a number there it is gone.</summary>
    public sealed record ParagraphChange(Guid DraftId, int Ordinal, int? Number, string Older, string? Newer);
}
