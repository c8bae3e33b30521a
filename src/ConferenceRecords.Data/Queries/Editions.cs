using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An edition among the others of its kind and session.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn since.</param>
public sealed record EditionHead(Guid Id, int Number, DateTimeOffset PublishedAt, bool IsWithdrawn = false);

/// <summary>An edition to show.</summary>
/// <typeparam name="TBundle">What it makes public.</typeparam>
/// <param name="Bundle">The bundle.</param>
/// <param name="Sha256">SHA-256 of the bundle's bytes.</param>
/// <param name="All">Every edition of its kind and session, the newest first, the withdrawn ones too.</param>
/// <param name="Files">The files made from it.</param>
public sealed record PublishedEdition<TBundle>(TBundle Bundle, byte[] Sha256, IReadOnlyList<EditionHead> All, IReadOnlyList<EditionFileHead> Files)
    where TBundle : EditionBundle
{
    /// <summary>The edition that holds today.</summary>
    public EditionHead Newest => All[0];
}

/// <summary>A file made from an edition.</summary>
/// <param name="Name">File name.</param>
/// <param name="Length">Size, in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record EditionFileHead(string Name, int Length, byte[] Sha256);

/// <summary>What an address of an edition answers: the edition, that it was withdrawn, or nothing.</summary>
/// <typeparam name="TBundle">What it makes public.</typeparam>
/// <param name="Edition">The edition; null where there is none or it was withdrawn.</param>
/// <param name="Withdrawal">The withdrawal that took it away; null where none did.</param>
/// <param name="Replacement">Of a withdrawn edition, the newest one that holds today; null where there is none.</param>
public sealed record EditionAnswer<TBundle>(PublishedEdition<TBundle>? Edition, Withdrawal? Withdrawal = null, EditionHead? Replacement = null)
    where TBundle : EditionBundle;

/// <summary>Queries of the editions that the public may see.</summary>
public static class Editions
{
    /// <summary>The edition of a kind that holds today, of every session: the one with the highest number, unless it was withdrawn.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="kind">What they make public.</param>
    /// <returns>A query to filter and order further.</returns>
    public static IQueryable<Edition> Newest(this PublicationContext publication, ReleaseKind kind)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return publication.Editions.AsNoTracking().Where(e => e.Kind == kind
            && !publication.Editions.Any(later => later.SessionId == e.SessionId && later.Kind == kind && later.Number > e.Number)
            && !publication.Withdrawals.Any(w => w.SessionId == e.SessionId && w.Kind == kind && w.Through >= e.Number));
    }

    /// <summary>The newest edition of the conclusion of each session, the latest first.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="after">Address part of the session after which to go on; null for the beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The editions, each without the list of the others.</returns>
    public static async Task<IReadOnlyList<PublishedEdition<SessionBundle>>> LatestAsync(this PublicationContext publication, string? after, int most, CancellationToken cancel)
    {
        var newest = publication.Newest(ReleaseKind.Conclusion);
        var rest = after is null ? newest : newest.Where(e => publication.Newest(ReleaseKind.Conclusion).Any(last =>
            last.Slug == after && EF.Functions.LessThan(ValueTuple.Create(e.PublishedAt, e.Slug), ValueTuple.Create(last.PublishedAt, last.Slug))));
        var rows = await rest.OrderByDescending(e => e.PublishedAt).ThenByDescending(e => e.Slug).Take(most)
            .Select(e => new { e.Id, e.Number, e.PublishedAt, e.Bundle, e.Sha256 }).ToListAsync(cancel);
        return [.. rows.Select(e => new PublishedEdition<SessionBundle>(BundleFormat.Read<SessionBundle>(e.Bundle), e.Sha256, [new(e.Id, e.Number, e.PublishedAt)], []))];
    }

    /// <summary>What the address of an edition answers.</summary>
    /// <typeparam name="TBundle">What it makes public.</typeparam>
    /// <param name="publication">The public's context.</param>
    /// <param name="slug">Address part of the session.</param>
    /// <param name="number">Number of the edition; null for the one that holds today.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The answer; null when there never was such an edition.</returns>
    public static async Task<EditionAnswer<TBundle>?> EditionAsync<TBundle>(this PublicationContext publication, string slug, int? number, CancellationToken cancel)
        where TBundle : EditionBundle
    {
        ArgumentNullException.ThrowIfNull(publication);
        var kind = KindOf<TBundle>();
        var ofSession = publication.Editions.AsNoTracking().Where(e => e.Slug == slug && e.Kind == kind);
        var rows = await ofSession.OrderByDescending(e => e.Number)
            .Select(e => new
            {
                e.Id, e.Number, e.PublishedAt, e.Sha256, Bundle = e.Number == (number ?? ofSession.Max(o => o.Number)) ? e.Bundle : null,
                Withdrawal = publication.Withdrawals.Where(w => w.SessionId == e.SessionId && w.Kind == kind && w.Through >= e.Number).OrderBy(w => w.Through).FirstOrDefault(),
                Files = publication.Files.Where(f => f.EditionId == e.Id).OrderBy(f => f.Name).Select(f => new EditionFileHead(f.Name, f.Content.Length, f.Sha256)).ToList(),
            })
            .ToListAsync(cancel);
        if (rows.Find(e => e.Bundle is not null) is not { Bundle: { } bundle } shown) return null;
        var all = rows.Select(e => new EditionHead(e.Id, e.Number, e.PublishedAt, e.Withdrawal is not null)).ToList();
        return shown.Withdrawal is { } withdrawal
            ? new(null, withdrawal, all[0].IsWithdrawn ? null : all[0])
            : new(new PublishedEdition<TBundle>(BundleFormat.Read<TBundle>(bundle), shown.Sha256, all, shown.Files));
    }

    private static ReleaseKind KindOf<TBundle>() =>
        typeof(TBundle) == typeof(SessionBundle) ? ReleaseKind.Conclusion
        : typeof(TBundle) == typeof(PapersBundle) ? ReleaseKind.Papers
        : typeof(TBundle) == typeof(OpinionSummaryBundle) ? ReleaseKind.OpinionSummary
        : ReleaseKind.FollowUp;
}
