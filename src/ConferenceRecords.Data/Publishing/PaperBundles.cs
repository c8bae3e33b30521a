using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>A version of a paper that may be published.</summary>
/// <param name="ItemId">The content.</param>
/// <param name="ItemPosition">Its number.</param>
/// <param name="ItemTitle">Its title.</param>
/// <param name="DraftId">The paper.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="IsInternal">Whether the paper is still internal: then it does not go out.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="VersionId">The version.</param>
/// <param name="Ordinal">Its ordinal.</param>
/// <param name="Paragraphs">How many paragraphs it has.</param>
public sealed record PublishableVersion(
    Guid ItemId, int ItemPosition, string ItemTitle, Guid DraftId, string Title, bool IsInternal, bool IsIllustrative, Guid VersionId, int Ordinal, int Paragraphs);

/// <summary>Builds the bundle of the papers: the one place where a paper is chosen to become public.</summary>
public static class PaperBundles
{
    /// <summary>The versions with a text of all papers under contents that are in the publication, by content, title and ordinal.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>A query to filter further by its own records.</returns>
    public static IQueryable<PublishableVersion> PublishableVersions(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from p in records.PapersOfItems()
            join i in records.AgendaItems on p.ItemId equals i.Id
            join d in records.Drafts on p.DraftId equals d.Id
            join v in records.DraftVersions on d.Id equals v.DraftId
            where i.SessionId == sessionId && i.IsIncludedInPublication && !i.IsInternal && i.WithdrawnAt == null && i.DiscardedAt == null
                && records.Paragraphs.Any(t => t.VersionId == v.Id)
            orderby i.Position, i.Code, d.Title, d.Id, v.Ordinal
            select new PublishableVersion(
                i.Id, i.Position, i.Title, d.Id, d.Title, d.IsInternal, d.IsIllustrative || i.IsIllustrative, v.Id, v.Ordinal, records.Paragraphs.Count(t => t.VersionId == v.Id));
    }

    /// <summary>Builds the bundle of the papers as it stands.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release.</param>
    /// <param name="edition">Number the edition would have.</param>
    /// <param name="publishedAt">When it becomes public.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The bundle.</returns>
    public static async Task<PapersBundle> BuildAsync(this RecordsContext records, PapersRelease release, int edition, DateTimeOffset publishedAt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(release);
        var (slug, session) = await records.PublicSessionAsync(release.SessionId, cancel);
        var chosen = await records.ChosenAsync(release, cancel);
        var keys = chosen.ConvertAll(c => c.VersionId);
        var paragraphs = (await records.Paragraphs.AsNoTracking().Where(p => keys.Contains(p.VersionId)).OrderBy(p => p.Number)
            .Select(p => new { p.VersionId, Text = new PublicParagraph(p.Number, p.Kind, p.Text, p.Marker, p.Level, p.Marks, p.Table) })
            .ToListAsync(cancel)).ToLookup(p => p.VersionId, p => p.Text);
        var numbers = release.NumbersOf(chosen.Select(c => c.DraftId));
        return new(
            release.SessionId, slug, edition, publishedAt, session,
            [.. chosen.Select(c => new PublicPaper(numbers[c.DraftId], c.ItemTitle, c.Title, c.Ordinal, [.. paragraphs[c.VersionId]], c.IsIllustrative))]);
    }

    /// <summary>The chosen versions that may go out, by content.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>One version of each paper.</returns>
    public static async Task<List<PublishableVersion>> ChosenAsync(this RecordsContext records, PapersRelease release, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(release);
        var all = await records.PublishableVersions(release.SessionId).ToListAsync(cancel);
        return [.. all.Where(v => !v.IsInternal && release.VersionIds.Contains(v.VersionId)).GroupBy(v => v.DraftId).Select(paper => paper.Last())];
    }
}
