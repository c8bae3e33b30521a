using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An edition among the others of its session.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="ApprovedAt">When it was approved.</param>
public sealed record EditionHead(int Number, DateTimeOffset ApprovedAt);

/// <summary>An edition to show.</summary>
/// <param name="Bundle">What it makes public.</param>
/// <param name="Sha256">SHA-256 of the bundle's bytes.</param>
/// <param name="All">Every edition of the session, the newest first.</param>
public sealed record PublishedEdition(SessionBundle Bundle, byte[] Sha256, IReadOnlyList<EditionHead> All)
{
    /// <summary>The edition that holds today.</summary>
    public EditionHead Newest => All[0];
}

/// <summary>Queries of the editions that the public may see.</summary>
public static class Editions
{
    /// <summary>The edition that holds today of every session: the one with the highest number.</summary>
    /// <param name="publication">The public's context.</param>
    /// <returns>A query to filter and order further.</returns>
    public static IQueryable<Edition> Newest(this PublicationContext publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return publication.Editions.AsNoTracking().Where(e => !publication.Editions.Any(later => later.SessionId == e.SessionId && later.Number > e.Number));
    }

    /// <summary>The newest edition of each session, the latest first.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="after">Address part of the session after which to go on; null for the beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The editions, each without the list of the others.</returns>
    public static async Task<IReadOnlyList<PublishedEdition>> LatestAsync(this PublicationContext publication, string? after, int most, CancellationToken cancel)
    {
        var newest = publication.Newest();
        var rest = after is null ? newest : newest.Where(e => publication.Newest().Any(last =>
            last.Slug == after && EF.Functions.LessThan(ValueTuple.Create(e.ApprovedAt, e.Slug), ValueTuple.Create(last.ApprovedAt, last.Slug))));
        var rows = await rest.OrderByDescending(e => e.ApprovedAt).ThenByDescending(e => e.Slug).Take(most)
            .Select(e => new { e.Number, e.ApprovedAt, e.Bundle, e.Sha256 }).ToListAsync(cancel);
        return [.. rows.Select(e => new PublishedEdition(SessionBundles.Read(e.Bundle), e.Sha256, [new(e.Number, e.ApprovedAt)]))];
    }

    /// <summary>One edition of a session.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="slug">Address part of the session.</param>
    /// <param name="number">Number of the edition; null for the newest.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The edition; null when there is none.</returns>
    public static async Task<PublishedEdition?> EditionAsync(this PublicationContext publication, string slug, int? number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var ofSession = publication.Editions.AsNoTracking().Where(e => e.Slug == slug);
        var rows = await ofSession.OrderByDescending(e => e.Number)
            .Select(e => new { e.Number, e.ApprovedAt, e.Sha256, Bundle = e.Number == (number ?? ofSession.Max(o => o.Number)) ? e.Bundle : null })
            .ToListAsync(cancel);
        return rows.Find(e => e.Bundle is not null) is { Bundle: { } bundle } shown
            ? new(SessionBundles.Read(bundle), shown.Sha256, [.. rows.Select(e => new EditionHead(e.Number, e.ApprovedAt))])
            : null;
    }
}
