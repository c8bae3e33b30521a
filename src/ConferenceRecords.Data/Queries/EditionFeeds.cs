using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An edition in a feed. What was withdrawn stays in it without a word of what it said.</summary>
/// <param name="Id">Key of the edition.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Slug">Permanent part of the session's address.</param>
/// <param name="Number">Number of the edition.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Bundle">The edition; null where it was withdrawn.</param>
/// <param name="Withdrawal">The withdrawal; null where there is none.</param>
public sealed record FeedEdition(Guid Id, ReleaseKind Kind, string Slug, int Number, DateTimeOffset PublishedAt, EditionBundle? Bundle, Withdrawal? Withdrawal)
{
    /// <summary>When it changed last: its publication or its withdrawal.</summary>
    public DateTimeOffset UpdatedAt => Withdrawal?.WithdrawnAt ?? PublishedAt;
}

/// <summary>A page that is public, for lists of addresses.</summary>
/// <param name="Kind">Kind of the newest edition.</param>
/// <param name="Slug">Permanent part of the session's address.</param>
/// <param name="PublishedAt">When its newest edition became public.</param>
public sealed record LiveAddress(ReleaseKind Kind, string Slug, DateTimeOffset PublishedAt);

/// <summary>Queries over editions of every kind.</summary>
public static class EditionFeeds
{
    /// <summary>The editions that were published or withdrawn last.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="kind">Of one kind only; null for all.</param>
    /// <param name="slug">Of one session only; null for all.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The last first.</returns>
    public static async Task<IReadOnlyList<FeedEdition>> FeedAsync(this PublicationContext publication, ReleaseKind? kind, string? slug, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var rows = await publication.Editions.AsNoTracking().Where(e => (kind == null || e.Kind == kind) && (slug == null || e.Slug == slug))
            .Select(e => new
            {
                Edition = e,
                Withdrawal = publication.Withdrawals.Where(w => w.SessionId == e.SessionId && w.Kind == e.Kind && w.Through >= e.Number).OrderBy(w => w.Through).FirstOrDefault(),
            })
            .OrderByDescending(r => r.Withdrawal == null ? r.Edition.PublishedAt : r.Withdrawal.WithdrawnAt).ThenByDescending(r => r.Edition.Number).Take(most)
            .Select(r => new { r.Edition.Id, r.Edition.Kind, r.Edition.Slug, r.Edition.Number, r.Edition.PublishedAt, Bundle = r.Withdrawal == null ? r.Edition.Bundle : null, r.Withdrawal })
            .ToListAsync(cancel);
        return [.. rows.Select(r => new FeedEdition(r.Id, r.Kind, r.Slug, r.Number, r.PublishedAt, r.Bundle is null ? null : BundleFormat.Read(r.Kind, r.Bundle), r.Withdrawal))];
    }

    /// <summary>What holds today of each kind and session.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The last published first.</returns>
    public static async Task<IReadOnlyList<LiveAddress>> LiveAsync(this PublicationContext publication, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return await publication.Live().OrderByDescending(e => e.PublishedAt).ThenBy(e => e.Slug).Take(most)
            .Select(e => new LiveAddress(e.Kind, e.Slug, e.PublishedAt)).ToListAsync(cancel);
    }

    /// <summary>For each session the edition that tells its facts: that of its conclusion, and before there is one the last of another kind.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="slug">Of one session only; null for all.</param>
    /// <param name="most">How many sessions.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The last published first.</returns>
    public static async Task<IReadOnlyList<EditionBundle>> SessionsAsync(this PublicationContext publication, string? slug, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var live = publication.Live().Where(e => slug == null || e.Slug == slug);
        var rows = await live.Where(e => !live.Any(better => better.SessionId == e.SessionId && better.Kind != e.Kind
                && (better.Kind == ReleaseKind.Conclusion || (e.Kind != ReleaseKind.Conclusion && better.PublishedAt > e.PublishedAt))))
            .OrderByDescending(e => e.PublishedAt).ThenBy(e => e.Slug).Take(most).Select(e => new { e.Kind, e.Bundle }).ToListAsync(cancel);
        return [.. rows.Select(r => BundleFormat.Read(r.Kind, r.Bundle)).DistinctBy(b => b.SessionId)];
    }

    private static IQueryable<Edition> Live(this PublicationContext publication) => publication.Editions.AsNoTracking().Where(e =>
        !publication.Editions.Any(later => later.SessionId == e.SessionId && later.Kind == e.Kind && later.Number > e.Number)
        && !publication.Withdrawals.Any(w => w.SessionId == e.SessionId && w.Kind == e.Kind && w.Through >= e.Number));
}
