using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>What of a session is public at all, so that pages link to nothing else.</summary>
public static class PublicKindQueries
{
    /// <summary>The kinds whose newest edition is not withdrawn.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="slug">Address part of the session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The kinds.</returns>
    public static async Task<IReadOnlySet<ReleaseKind>> PublicKindsAsync(this PublicationContext publication, string slug, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return (await publication.Editions.Where(e => e.Slug == slug
                && !publication.Withdrawals.Any(w => w.SessionId == e.SessionId && w.Kind == e.Kind && w.Through >= e.Number))
            .Select(e => e.Kind).Distinct().ToListAsync(cancel)).ToHashSet();
    }
}
