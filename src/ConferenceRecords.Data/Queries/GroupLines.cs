using System.Text.RegularExpressions;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A discussion group in the lists of the office.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="LeaderId">The delegate who leads it.</param>
/// <param name="Leader">That person's name.</param>
/// <param name="SecretaryId">The delegate who keeps its record.</param>
/// <param name="Secretary">That person's name.</param>
/// <param name="Members">Invited delegates who belong to it.</param>
/// <param name="Opinions">Opinions that were made in it and stand.</param>
/// <param name="RemovedAt">When it was dissolved.</param>
/// <param name="Version">Concurrency token.</param>
public sealed record GroupLine(
    Guid Id, string Name, Guid? LeaderId, string? Leader, Guid? SecretaryId, string? Secretary, int Members, int Opinions, DateTimeOffset? RemovedAt, uint Version);

/// <summary>An invited delegate with the group.</summary>
/// <param name="Person">The delegate.</param>
/// <param name="GroupId">The group; null for none and for one that was dissolved.</param>
public sealed record MemberLine(DelegateLine Person, Guid? GroupId);

/// <summary>Queries of discussion groups.</summary>
public static partial class GroupLines
{
    /// <summary>The groups of a session, dissolved ones too, by name: Tổ 2 before Tổ 10.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The groups.</returns>
    public static async Task<List<GroupLine>> GroupLinesAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var groups = await (
            from g in records.DiscussionGroups.AsNoTracking()
            join l in records.Delegates on g.LeaderId equals l.Id into leaders
            from l in leaders.DefaultIfEmpty()
            join s in records.Delegates on g.SecretaryId equals s.Id into secretaries
            from s in secretaries.DefaultIfEmpty()
            where g.SessionId == sessionId
            select new GroupLine(
                g.Id, g.Name, g.LeaderId, l.FullName, g.SecretaryId, s.FullName, records.Invitations.Count(i => i.GroupId == g.Id && i.RevokedAt == null),
                // What was heard in a group without its name belongs to the speaker's group.
                records.Opinions.Count(o => o.SessionId == sessionId && o.WithdrawnAt == null && (o.GroupId == g.Id || (o.GroupId == null && o.Channel == OpinionChannel.Group
                    && records.Invitations.Any(i => i.SessionId == sessionId && i.DelegateId == o.DelegateId && i.GroupId == g.Id)))),
                g.RemovedAt, g.Version)).ToListAsync(cancel);
        return [.. groups.OrderBy(g => Number().Replace(g.Name, n => n.Value.PadLeft(6, '0')), VietnameseOrder.Comparer).ThenBy(g => g.Id)];
    }

    /// <summary>Who is invited, by given name, with the group of each.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The people.</returns>
    public static async Task<List<MemberLine>> MemberLinesAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var groups = await (
            from i in records.Invitations
            join g in records.DiscussionGroups on i.GroupId equals g.Id
            where i.SessionId == sessionId && g.RemovedAt == null
            select new { i.DelegateId, g.Id }).ToDictionaryAsync(m => m.DelegateId, m => m.Id, cancel);
        return [.. (await records.InvitedDelegatesAsync(sessionId, cancel)).Select(d => new MemberLine(d, groups.TryGetValue(d.Id, out var group) ? group : null))];
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
