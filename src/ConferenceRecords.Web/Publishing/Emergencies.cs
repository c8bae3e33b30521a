using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Publishing;

/// <summary>Something that went out without a second person, who has not looked at it yet.</summary>
public sealed record Emergency(Guid ReleaseId, ReleaseKind Kind, string Session, string Reason, string? By, DateTimeOffset? At, bool IsOwn)
{
    /// <summary>All of them, for the start pages of those who have to see to it.</summary>
    public static async Task<IReadOnlyList<Emergency>> WaitingAsync(RecordsContext records, Guid reader, CancellationToken cancel)
    {
        var waiting = (await records.ReleaseHeadsAsync(null, cancel)).FindAll(h => h.AwaitsReview);
        if (waiting.Count == 0) return [];
        var (sessions, people) = (waiting.ConvertAll(h => h.SessionId), waiting.ConvertAll(h => h.ApprovedById));
        var titles = await records.Sessions.Where(s => sessions.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Title, cancel);
        var names = await records.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        return [.. waiting.Select(h => new Emergency(
            h.Id, h.Kind, titles[h.SessionId], h.EmergencyReason!, h.ApprovedById is { } id ? names.GetValueOrDefault(id) : null, h.ApprovedAt, h.AuthorIds.Contains(reader)))];
    }
}
