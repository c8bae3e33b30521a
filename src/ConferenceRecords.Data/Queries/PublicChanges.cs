using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>What happened to what is public.</summary>
public enum PublicChangeType
{
    /// <summary>An edition became public.</summary>
    Edition,

    /// <summary>A file made from an edition became public.</summary>
    File,

    /// <summary>Editions were withdrawn.</summary>
    Withdrawal,
}

/// <summary>One change, in the order of all.</summary>
/// <param name="Position">Its place in the order; later changes have higher ones, with gaps.</param>
/// <param name="Type">What happened.</param>
/// <param name="Id">Key of the edition or the withdrawal.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Slug">Permanent part of the session's addresses.</param>
/// <param name="Kind">What is public or was withdrawn.</param>
/// <param name="Number">Number of the edition; of a withdrawal the last one it took away.</param>
/// <param name="At">When; null for a file.</param>
/// <param name="IsWithdrawn">Whether the edition was withdrawn since.</param>
/// <param name="Sha256">SHA-256 of the bundle or file; null for a withdrawal.</param>
/// <param name="Reason">Why it was withdrawn.</param>
/// <param name="File">The file.</param>
public sealed record PublicChange(
    long Position, PublicChangeType Type, Guid Id, Guid SessionId, string Slug, ReleaseKind Kind, int Number, DateTimeOffset? At, bool IsWithdrawn, byte[]? Sha256,
    string? Reason, PublishedFile? File);

/// <summary>Everything that ever happened to what is public, in order.</summary>
public static class PublicChanges
{
    /// <summary>The changes after a position, oldest first.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="after">Position after which to go on; 0 for the beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The changes.</returns>
    public static async Task<IReadOnlyList<PublicChange>> ChangesAsync(this PublicationContext publication, long after, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var editions = await publication.Editions.AsNoTracking().Where(e => e.Position > after).OrderBy(e => e.Position).Take(most)
            .Select(e => new PublicChange(
                e.Position, PublicChangeType.Edition, e.Id, e.SessionId, e.Slug, e.Kind, e.Number, e.PublishedAt,
                publication.Withdrawals.Any(w => w.SessionId == e.SessionId && w.Kind == e.Kind && w.Through >= e.Number), e.Sha256, null, null)).ToListAsync(cancel);
        var withdrawals = await publication.Withdrawals.AsNoTracking().Where(w => w.Position > after).OrderBy(w => w.Position).Take(most)
            .Select(w => new PublicChange(w.Position, PublicChangeType.Withdrawal, w.Id, w.SessionId, w.Slug, w.Kind, w.Through, w.WithdrawnAt, false, null, w.Reason, null)).ToListAsync(cancel);
        var files = await (
            from f in publication.Files
            join e in publication.Editions on f.EditionId equals e.Id
            where f.Position > after
            orderby f.Position
            select new PublicChange(
                f.Position, PublicChangeType.File, e.Id, e.SessionId, e.Slug, e.Kind, e.Number, null,
                publication.Withdrawals.Any(w => w.SessionId == e.SessionId && w.Kind == e.Kind && w.Through >= e.Number), f.Sha256, null,
                new PublishedFile(f.Name, f.MediaType, f.Content.Length, f.Sha256))).Take(most).ToListAsync(cancel);
        return [.. editions.Concat(withdrawals).Concat(files).OrderBy(c => c.Position).Take(most)];
    }

    /// <summary>Position of the last change: while it stays the same, so does everything public.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The position; 0 while nothing is public.</returns>
    public static async Task<long> PositionAsync(this PublicationContext publication, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return await publication.Editions.Select(e => e.Position).Concat(publication.Withdrawals.Select(w => w.Position)).Concat(publication.Files.Select(f => f.Position))
            .MaxAsync(p => (long?)p, cancel) ?? 0;
    }
}
