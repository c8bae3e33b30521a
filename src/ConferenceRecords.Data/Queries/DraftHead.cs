using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>What every page of the office about a draft shows of it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="ItemId">The content it belongs to now: of a paper that was taken over, the last one that took it.</param>
/// <param name="ItemPosition">Number of the content as shown.</param>
/// <param name="ItemTitle">Title of the content.</param>
/// <param name="SessionId">The session.</param>
/// <param name="SentAt">When delegates got it; null while the office prepares it.</param>
/// <param name="OpinionsUntil">Deadline for opinions.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="Version">Concurrency token.</param>
public sealed record DraftHead(
    Guid Id, string Title, Guid ItemId, int ItemPosition, string ItemTitle, Guid SessionId, DateTimeOffset? SentAt, DateTimeOffset? OpinionsUntil, bool IsIllustrative, uint Version);

/// <summary>One version of a draft, without its text.</summary>
/// <param name="Id">Key.</param>
/// <param name="Ordinal">1, 2, 3 ...</param>
/// <param name="Note">What changed.</param>
/// <param name="Author">Name of the account that entered it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="File">The file from which it was converted; null for pasted text.</param>
/// <param name="FileSize">Its bytes.</param>
public sealed record DraftVersionHead(Guid Id, int Ordinal, string? Note, string Author, DateTimeOffset CreatedAt, VersionFile? File, int? FileSize);

/// <summary>One paragraph of a version.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number within the version.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Marker">Number or bullet as written.</param>
/// <param name="Text">Text.</param>
/// <param name="Level">Depth of a heading or list entry; 0 where it is read from the marker.</param>
/// <param name="Marks">How stretches of the text are set.</param>
/// <param name="Table">Number of a row's table; 0 outside tables.</param>
public sealed record DraftParagraph(Guid Id, int Number, ParagraphKind Kind, string? Marker, string Text, int Level = 0, string? Marks = null, int Table = 0);

/// <summary>Queries of drafts.</summary>
public static class DraftHeads
{
    /// <summary>One draft with its place on the agenda.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="id">Its key.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The head; null when there is none.</returns>
    public static Task<DraftHead?> DraftHeadAsync(this RecordsContext records, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from d in records.Drafts.AsNoTracking()
            from i in records.CurrentItemOf(id)
            where d.Id == id
            select new DraftHead(d.Id, d.Title, i.Id, i.Position, i.Title, i.SessionId, d.SentAt, d.OpinionsUntil, d.IsIllustrative, d.Version)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The versions of a draft, the newest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The versions.</returns>
    public static Task<List<DraftVersionHead>> DraftVersionHeadsAsync(this RecordsContext records, Guid draftId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from v in records.DraftVersions.AsNoTracking()
            join u in records.Users on v.AuthorId equals u.Id
            where v.DraftId == draftId
            orderby v.Ordinal descending
            select new DraftVersionHead(
                v.Id, v.Ordinal, v.Note, u.DisplayName, v.CreatedAt, v.File, records.Files.Where(f => f.Sha256 == v.File!.Sha256).Select(f => (int?)f.Content.Length).FirstOrDefault())).ToListAsync(cancel);
    }

    /// <summary>The text of a version.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The paragraphs in order; none when there is no such version.</returns>
    public static Task<List<DraftParagraph>> DraftParagraphsAsync(this RecordsContext records, Guid versionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Paragraphs.AsNoTracking().Where(p => p.VersionId == versionId).OrderBy(p => p.Number)
            .AsDraftParagraphs().ToListAsync(cancel);
    }

    /// <summary>Paragraphs as pages show them.</summary>
    /// <param name="paragraphs">The paragraphs.</param>
    /// <returns>A query.</returns>
    public static IQueryable<DraftParagraph> AsDraftParagraphs(this IQueryable<Paragraph> paragraphs) =>
        paragraphs.Select(p => new DraftParagraph(p.Id, p.Number, p.Kind, p.Marker, p.Text, p.Level, p.Marks, p.Table));
}
