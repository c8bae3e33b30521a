using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>Whether an opinion has its place in a later version.</summary>
public enum PlaceState
{
    /// <summary>Nothing was found and nobody placed it.</summary>
    None,

    /// <summary>The program proposes a place; nobody confirmed it.</summary>
    Proposed,

    /// <summary>A person confirmed the place, or that there is none.</summary>
    Confirmed,
}

/// <summary>The place in a later version of an opinion that stands on a paragraph of an earlier one.</summary>
/// <param name="OpinionId">The opinion.</param>
/// <param name="MadeOn">Ordinal of the version on which it was made; it stays there.</param>
/// <param name="About">The paragraph that it is about.</param>
/// <param name="State">Whether it has its place.</param>
/// <param name="ParagraphId">The paragraph of the later version; null: none found, or confirmed that there is none.</param>
/// <param name="ParagraphNumber">Its number.</param>
/// <param name="Proposal">The program's proposal; null where it found none.</param>
/// <param name="Version">Concurrency token of the stored placement; 0 where none was stored yet.</param>
public sealed record OpinionPlace(
    Guid OpinionId, int MadeOn, DraftParagraph About, PlaceState State, Guid? ParagraphId, int? ParagraphNumber, ProposedPlace? Proposal, uint Version);

/// <summary>Where opinions belong in later versions. Whoever shows opinions with it notes <c>opinions.read</c>.</summary>
public static class OpinionPlaces
{
    /// <summary>The places in a version of the opinions that stand on paragraphs of the draft's earlier versions, by number of their own paragraph.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="comparisons">The comparisons.</param>
    /// <param name="versionId">The later version.</param>
    /// <param name="opinionId">Only this opinion; null for all.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The places; an opinion on a draft as a whole needs none.</returns>
    public static async Task<List<OpinionPlace>> OpinionPlacesAsync(
        this RecordsContext records, VersionComparisons comparisons, Guid versionId, Guid? opinionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(comparisons);
        var waiting = await (
            from o in records.EarlierOpinions(versionId).AsNoTracking()
            join v in records.DraftVersions on o.DraftVersionId equals v.Id
            join p in records.Paragraphs on o.ParagraphId equals p.Id
            where opinionId == null || o.Id == opinionId
            orderby v.Ordinal, p.Number, o.Number
            select new { o.Id, o.Text, VersionId = v.Id, v.Ordinal, About = new DraftParagraph(p.Id, p.Number, p.Kind, p.Marker, p.Text, p.Level, p.Marks, p.Table) }).ToListAsync(cancel);
        var placed = (await (
            from place in records.Placements.AsNoTracking()
            join v in records.DraftVersions on place.VersionId equals v.Id
            join p in records.Paragraphs on place.ParagraphId equals p.Id into paragraphs
            from p in paragraphs.DefaultIfEmpty()
            where records.EarlierOpinions(versionId).Any(o => o.Id == place.OpinionId) && (opinionId == null || place.OpinionId == opinionId)
                && records.DraftVersions.Any(t => t.Id == versionId && v.Ordinal <= t.Ordinal)
            orderby v.Ordinal descending
            select new { place.OpinionId, place.VersionId, place.ParagraphId, Number = (int?)p.Number, place.TakenBackAt, place.Version }).ToListAsync(cancel)).ToLookup(p => p.OpinionId);

        var places = new List<OpinionPlace>();
        foreach (var opinion in waiting)
        {
            var stored = placed[opinion.Id].FirstOrDefault(p => p.VersionId == versionId);

            // Where a person put it in a version between is nearer than where it was made.
            var between = placed[opinion.Id].FirstOrDefault(p => p.VersionId != versionId && p.TakenBackAt == null && p.ParagraphId != null);
            var comparison = await comparisons.OfAsync(records, between?.VersionId ?? opinion.VersionId, versionId, cancel);
            var proposal = ProposedPlace.Of(comparison, between?.ParagraphId ?? opinion.About.Id, opinion.Text);
            places.Add(stored is { TakenBackAt: null }
                ? new(opinion.Id, opinion.Ordinal, opinion.About, PlaceState.Confirmed, stored.ParagraphId, stored.Number, proposal, stored.Version)
                : new(opinion.Id, opinion.Ordinal, opinion.About, proposal is null ? PlaceState.None : PlaceState.Proposed, proposal?.Paragraph.Id, proposal?.Paragraph.Number, proposal, stored?.Version ?? 0));
        }
        return places;
    }

    /// <summary>How many opinions of earlier versions nobody has placed in a version yet.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Their number.</returns>
    public static Task<int> UnplacedAsync(this RecordsContext records, Guid versionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.EarlierOpinions(versionId).CountAsync(o => !records.Placements.Any(p => p.OpinionId == o.Id && p.VersionId == versionId && p.TakenBackAt == null), cancel);
    }

    /// <summary>The opinions that stand on paragraphs of earlier versions of the same draft.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="versionId">The later version.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Opinion> EarlierOpinions(this RecordsContext records, Guid versionId) =>
        from o in records.Opinions
        join v in records.DraftVersions on o.DraftVersionId equals v.Id
        join target in records.DraftVersions on v.DraftId equals target.DraftId
        where target.Id == versionId && v.Ordinal < target.Ordinal && o.ParagraphId != null && o.WithdrawnAt == null
        select o;
}
