using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>The paragraph that an opinion is about, as it was and as it is now.</summary>
/// <param name="DraftTitle">Title of the draft.</param>
/// <param name="Ordinal">The version that the opinion was made on.</param>
/// <param name="Paragraph">The paragraph; null where the opinion is about the draft as a whole.</param>
/// <param name="Before">The paragraph before it.</param>
/// <param name="After">The paragraph after it.</param>
/// <param name="Newest">The newest version.</param>
/// <param name="Now">What the paragraph is in the newest version: several where it was divided, none where it is gone or there is no newer version.</param>
/// <param name="IsSame">Whether its words are the same there.</param>
public sealed record OpinionPassage(
    string DraftTitle, int Ordinal, DraftParagraph? Paragraph, DraftParagraph? Before, DraftParagraph? After, int Newest, IReadOnlyList<ComparedParagraph> Now, bool IsSame)
{
    /// <summary>Its words in the newest version.</summary>
    public string NowText => string.Join('\n', Now.Select(p => p.Text));
}

/// <summary>A version in which an answer may say that the change stands.</summary>
/// <param name="Id">The version.</param>
/// <param name="DraftTitle">Title of the draft.</param>
/// <param name="Ordinal">Its ordinal.</param>
public sealed record CarryingVersion(Guid Id, string DraftTitle, int Ordinal);

/// <summary>Queries of the text that an opinion is about. Who may read it is asked before.</summary>
public static class OpinionPassages
{
    /// <summary>The passage of an opinion.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="comparisons">The comparisons of versions.</param>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The passage; null for an opinion that names no draft.</returns>
    public static async Task<OpinionPassage?> OpinionPassageAsync(this RecordsContext records, VersionComparisons comparisons, Guid opinionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(comparisons);
        var place = await (
            from o in records.Opinions.AsNoTracking()
            join v in records.DraftVersions on o.DraftVersionId equals v.Id
            join d in records.Drafts on v.DraftId equals d.Id
            where o.Id == opinionId
            select new
            {
                VersionId = v.Id, v.Ordinal, d.Title, o.ParagraphId,
                Number = records.Paragraphs.Where(p => p.Id == o.ParagraphId).Select(p => p.Number).FirstOrDefault(),
                Newest = records.DraftVersions.Where(n => n.DraftId == d.Id).OrderByDescending(n => n.Ordinal).Select(n => new { n.Id, n.Ordinal }).First(),
            }).SingleOrDefaultAsync(cancel);
        if (place is null) return null;
        if (place.ParagraphId is not { } paragraphId) return new(place.Title, place.Ordinal, null, null, null, place.Newest.Ordinal, [], false);

        var near = await records.Paragraphs.AsNoTracking().Where(p => p.VersionId == place.VersionId && p.Number >= place.Number - 1 && p.Number <= place.Number + 1)
            .AsDraftParagraphs().ToListAsync(cancel);
        IReadOnlyList<ParagraphPair> pairs = place.Newest.Ordinal == place.Ordinal ? [] : (await comparisons.OfAsync(records, place.VersionId, place.Newest.Id, cancel)).OfOld(paragraphId);
        return new(
            place.Title, place.Ordinal, near.Single(p => p.Number == place.Number), near.Find(p => p.Number < place.Number), near.Find(p => p.Number > place.Number), place.Newest.Ordinal,
            [.. pairs.Select(p => p.New).OfType<ComparedParagraph>()], pairs.Count > 0 && pairs.All(p => p.Fate == ParagraphFate.Same));
    }

    /// <summary>The versions in which the change that an answer promises may stand: of the drafts given, later than the one that the opinion was made on.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="drafts">The drafts that the person who answers may name.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The versions, the newest of each draft first.</returns>
    public static Task<List<CarryingVersion>> CarryingVersionsAsync(this RecordsContext records, Guid opinionId, IQueryable<Draft> drafts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from v in records.DraftVersions.AsNoTracking()
            join d in drafts on v.DraftId equals d.Id
            where v.Ordinal > 1 && !records.Opinions.Any(o => o.Id == opinionId && records.DraftVersions.Any(m => m.Id == o.DraftVersionId && m.DraftId == v.DraftId && m.Ordinal >= v.Ordinal))
            orderby d.Title, v.Ordinal descending
            select new CarryingVersion(v.Id, d.Title, v.Ordinal)).ToListAsync(cancel);
    }
}
