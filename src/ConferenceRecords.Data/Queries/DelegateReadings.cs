using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>How far the account's delegate has come in one version.</summary>
/// <param name="Ordinal">Ordinal of the version.</param>
/// <param name="VersionId">The version.</param>
/// <param name="FirstOpenedAt">When it was opened first.</param>
/// <param name="Place">Number of the paragraph where the delegate stopped; null at the beginning.</param>
public sealed record DelegateReading(int Ordinal, Guid VersionId, DateTimeOffset FirstOpenedAt, int? Place);

/// <summary>Whether an invited delegate has opened a draft, as the Office sees it: never how far.</summary>
/// <param name="Person">The delegate.</param>
/// <param name="OpenedAt">When the newest version that the delegate opened was opened first; null: none was.</param>
/// <param name="Ordinal">Ordinal of that version.</param>
public sealed record ReadReceipt(DelegateLine Person, DateTimeOffset? OpenedAt, int? Ordinal);

/// <summary>What delegates have opened, and where they stopped.</summary>
public static class DelegateReadings
{
    /// <summary>The account's own readings of a draft, the newest version first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="draftId">The draft.</param>
    /// <returns>The query.</returns>
    public static IQueryable<DelegateReading> ReadingsQuery(this RecordsContext records, Guid userId, Guid draftId) =>
        from r in records.Readings.AsNoTracking()
        join v in records.DraftVersions on r.VersionId equals v.Id
        where v.DraftId == draftId && records.DelegateOf(userId).Any(d => d.Id == r.DelegateId)
        orderby v.Ordinal descending
        select new DelegateReading(v.Ordinal, v.Id, r.FirstOpenedAt, r.Place);

    /// <summary>Notes at once that the account's delegate opens a version: one row, however many pages open at the same moment.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="versionId">A version that the delegate may read.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>A task.</returns>
    public static Task OpenAsync(this RecordsContext records, Guid userId, Guid versionId, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO records.readings AS r (version_id, delegate_id, first_opened_at, last_opened_at)
             SELECT {versionId}, id, {at}, {at} FROM records.delegates WHERE user_id = {userId}
             ON CONFLICT (version_id, delegate_id) DO UPDATE SET last_opened_at = greatest(r.last_opened_at, excluded.last_opened_at)
             """, cancel);
    }

    /// <summary>Remembers at once where the account's delegate stopped, in a version that was opened.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="paragraph">Number of a paragraph.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Whether the version has that paragraph and was opened.</returns>
    public static async Task<bool> StopAsync(this RecordsContext records, Guid userId, Guid versionId, int paragraph, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return await records.Readings
            .Where(r => r.VersionId == versionId && records.DelegateOf(userId).Any(d => d.Id == r.DelegateId) && records.Paragraphs.Any(p => p.VersionId == versionId && p.Number == paragraph))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Place, paragraph), cancel) > 0;
    }

    /// <summary>Who of a session has opened a draft, and who has not yet.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The invited delegates by given name.</returns>
    public static async Task<IReadOnlyList<ReadReceipt>> ReadReceiptsAsync(this RecordsContext records, Guid sessionId, Guid draftId, CancellationToken cancel)
    {
        var people = await records.InvitedDelegatesAsync(sessionId, cancel);
        var opened = (await (
            from r in records.Readings.AsNoTracking()
            join v in records.DraftVersions on r.VersionId equals v.Id
            where v.DraftId == draftId
            select new { r.DelegateId, r.FirstOpenedAt, v.Ordinal }).ToListAsync(cancel)).ToLookup(r => r.DelegateId);
        return [.. people.Select(p => opened[p.Id].MaxBy(r => r.Ordinal) is { } last ? new ReadReceipt(p, last.FirstOpenedAt, last.Ordinal) : new ReadReceipt(p, null, null))];
    }
}
