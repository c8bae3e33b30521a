using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>What an approval would publish now, beside what is public.</summary>
/// <param name="Bundle">The bundle to be frozen.</param>
/// <param name="Public">The newest edition that was approved and not withdrawn; null where there is none.</param>
/// <param name="Differences">Everything in which they differ.</param>
public sealed record EditionCandidate(EditionBundle Bundle, EditionBundle? Public, IReadOnlyList<BundleDifference> Differences)
{
    /// <summary>Names exactly what is shown: an approval that would freeze anything else is refused.</summary>
    public string Fingerprint => Bundle.Fingerprint();
}

/// <summary>Queries around the editions of a session.</summary>
public static class EditionCandidates
{
    /// <summary>Builds the next edition of a release and compares it with the newest one in the outbox.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release with what belongs to it.</param>
    /// <param name="at">Time that the edition would bear.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The candidate.</returns>
    public static async Task<EditionCandidate> CandidateAsync(this RecordsContext records, Release release, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(release);
        var bundle = await records.BuildAsync(release, release.EditionCount + 1, at, cancel);
        var published = await records.NewestEditionAsync(release.SessionId, release.Kind, cancel);
        return new(bundle, published, BundleDifference.Between(published, bundle));
    }

    /// <summary>The newest edition that was approved and not withdrawn.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="kind">What it makes public.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Its bundle; null where there is none.</returns>
    public static async Task<EditionBundle?> NewestEditionAsync(this RecordsContext records, Guid sessionId, ReleaseKind kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var ofKind = records.Outbox.Where(m => m.SessionId == sessionId && m.Kind == kind && m.CancelledAt == null);
        var bytes = await ofKind.Where(m => !m.IsWithdrawal && !ofKind.Any(w => w.IsWithdrawal && w.Edition >= m.Edition))
            .OrderByDescending(m => m.Edition).Select(m => m.Bundle).FirstOrDefaultAsync(cancel);
        return bytes is null ? null : BundleFormat.Read(kind, bytes);
    }

    /// <summary>
    /// Lets the next save write the row of the release although only a part of it changed, such as a directive: its version then tells every form, submission and
    /// approval that was opened before that it is another one now.
    /// </summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release, tracked.</param>
    /// <param name="opened">The version that the form showed; null to take the stored one.</param>
    public static void MarkChanged(this RecordsContext records, Release release, uint? opened = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(release);
        var entry = records.Entry((object)release);
        entry.Property(nameof(Release.AuthorIds)).IsModified = true;
        if (opened is { } version) entry.Property(nameof(Release.Version)).OriginalValue = version;
    }
}
