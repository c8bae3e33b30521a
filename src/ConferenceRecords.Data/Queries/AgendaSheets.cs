using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>Two agendas of a session and what happened between them.</summary>
/// <param name="Before">The older one.</param>
/// <param name="After">The newer one.</param>
/// <param name="Changes">What happened.</param>
/// <param name="PostponedTo">Of the postponed contents: the session that took each up; null while none did.</param>
public sealed record AgendaStory(
    AgendaSheet Before, AgendaSheet After, IReadOnlyList<AgendaChange> Changes, IReadOnlyDictionary<Guid, ElsewhereItem?> PostponedTo);

/// <summary>Queries of agendas with their papers.</summary>
public static class AgendaSheets
{
    /// <summary>The agenda as it stands.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The agenda.</returns>
    public static async Task<AgendaSheet> AgendaSheetAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var papers =
            from p in records.PapersOfItems()
            join i in records.AgendaItems on p.ItemId equals i.Id
            join d in records.Drafts on p.DraftId equals d.Id
            where i.SessionId == sessionId && i.WithdrawnAt == null && d.Versions.Any()
            select new AgendaPaper(i.Id, d.Id, d.Title, d.Versions.Max(v => v.Ordinal));
        return new(await records.AgendaLines(sessionId).ToListAsync(cancel), await papers.ToListAsync(cancel));
    }

    /// <summary>An approved agenda.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="ordinal">Which; it is empty where there is none.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The agenda.</returns>
    public static async Task<AgendaSheet> AgendaSheetAsync(this RecordsContext records, Guid sessionId, int ordinal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var papers =
            from v in records.AgendaVersions.AsNoTracking()
            where v.SessionId == sessionId && v.Ordinal == ordinal
            from p in v.Papers
            select new AgendaPaper(p.ItemId, p.DraftId, p.Title, p.DraftVersion);
        return new(await records.AgendaVersionLines(sessionId, ordinal).ToListAsync(cancel), await papers.ToListAsync(cancel));
    }

    /// <summary>What happened between two agendas of a session.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="from">The older version; 0 for what was before the first.</param>
    /// <param name="to">The newer version; null for the agenda as it stands.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="shows">Only papers for which this holds; null for all.</param>
    /// <returns>The story.</returns>
    public static async Task<AgendaStory> AgendaStoryAsync(
        this RecordsContext records, Guid sessionId, int from, int? to, CancellationToken cancel, Func<AgendaPaper, bool>? shows = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        var before = (await records.AgendaSheetAsync(sessionId, from, cancel)).With(shows);
        var after = (to is { } ordinal ? await records.AgendaSheetAsync(sessionId, ordinal, cancel) : await records.AgendaSheetAsync(sessionId, cancel)).With(shows);
        var earlier = await records.AgendaVersions.Where(v => v.SessionId == sessionId && v.Ordinal < from).SelectMany(v => v.Items).Select(i => i.ItemId).Distinct().ToListAsync(cancel);

        // A version does not say why a content left it. Postponed later, or put back since, it had been withdrawn from this one.
        var approvedAt = to is null ? null : await records.AgendaVersions.Where(v => v.SessionId == sessionId && v.Ordinal == to).Select(v => (DateTimeOffset?)v.ApprovedAt).SingleOrDefaultAsync(cancel);
        var postponed = await (
            from i in records.AgendaItems.AsNoTracking()
            where i.SessionId == sessionId && i.PostponedAt != null && (approvedAt == null || i.PostponedAt <= approvedAt)
            select i.Id).ToListAsync(cancel);
        var next = await (
            from i in records.AgendaItems
            where i.ContinuesId != null && postponed.Contains(i.ContinuesId.Value) && i.DiscardedAt == null
            select new { i.ContinuesId, i.Id }).ToDictionaryAsync(i => i.Id, i => i.ContinuesId!.Value, cancel);
        var places = await records.Elsewhere(records.AgendaItems.Where(i => next.Keys.Contains(i.Id))).ToDictionaryAsync(i => next[i.ItemId], cancel);
        var changes = AgendaChanges.Between(before, after, new(earlier.ToHashSet(), postponed.ToHashSet()));
        return new(before, after, changes, postponed.ToDictionary(id => id, places.GetValueOrDefault));
    }

    private static AgendaSheet With(this AgendaSheet sheet, Func<AgendaPaper, bool>? shows) => shows is null ? sheet : sheet with { Papers = [.. sheet.Papers.Where(shows)] };
}
