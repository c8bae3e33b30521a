using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A person of the directory as lists show one.</summary>
/// <param name="Id">Key of the delegate.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Position">Position.</param>
/// <param name="Unit">Unit.</param>
/// <param name="IsMember">Member of the body.</param>
/// <param name="IsDemonstration">Fictional.</param>
public sealed record DelegateLine(Guid Id, string FullName, string? Position, string? Unit, bool IsMember, bool IsDemonstration)
{
    /// <summary>Position and unit; empty where neither is known.</summary>
    public string Place => string.Join(", ", new[] { Position, Unit }.Where(part => part is not null));

    /// <summary>Name with position and unit, which tell namesakes apart.</summary>
    public string NameAndPlace => Place.Length == 0 ? FullName : $"{FullName} - {Place}";
}

/// <summary>Queries of the people of a session.</summary>
public static class InvitedDelegates
{
    /// <summary>Who is invited now, by given name.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The delegates; those whose invitation was withdrawn are not among them.</returns>
    public static async Task<List<DelegateLine>> InvitedDelegatesAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (await records.Delegates.Where(d => records.Invitations.Any(i => i.SessionId == sessionId && i.DelegateId == d.Id && i.RevokedAt == null)).Lines().ToListAsync(cancel)).ByName();
    }

    /// <summary>Who is in a discussion group and invited now, by given name.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The delegates.</returns>
    public static async Task<List<DelegateLine>> GroupMembersAsync(this RecordsContext records, Guid groupId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return ByName(await Lines(records.Delegates.Where(d => records.Invitations.Any(i => i.GroupId == groupId && i.DelegateId == d.Id && i.RevokedAt == null))).ToListAsync(cancel));
    }

    /// <summary>Who is in the directory and not invited, by given name.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The delegates, with those whose invitation was withdrawn.</returns>
    public static async Task<List<DelegateLine>> NotInvitedAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (await records.Delegates.Where(d => d.RemovedAt == null && !records.Invitations.Any(i => i.SessionId == sessionId && i.DelegateId == d.Id && i.RevokedAt == null)).Lines().ToListAsync(cancel)).ByName();
    }

    /// <summary>Those of the directory who may be the same person: the same name and, where both are known, the same unit, marks and capitals aside.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="fullName">Name of the person to be entered.</param>
    /// <param name="unit">Unit of that person.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The delegates.</returns>
    public static async Task<List<DelegateLine>> SamePersonAsync(this RecordsContext records, string fullName, string? unit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (name, place) = (VietnameseText.Fold(fullName), VietnameseText.Fold(unit ?? ""));
        var all = await records.Delegates.Where(d => d.RemovedAt == null).Lines().ToListAsync(cancel);
        return all.Where(d => VietnameseText.Fold(d.FullName) == name && (d.Unit is null || place.Length == 0 || VietnameseText.Fold(d.Unit) == place)).ByName();
    }

    /// <summary>People as lists show them.</summary>
    internal static IQueryable<DelegateLine> Lines(this IQueryable<Delegate> delegates) =>
        delegates.AsNoTracking().Select(d => new DelegateLine(d.Id, d.FullName, d.Position, d.Unit, d.IsMember, d.IsDemonstration));

    /// <summary>People by given name; namesakes by unit.</summary>
    internal static List<DelegateLine> ByName(this IEnumerable<DelegateLine> lines) =>
        [.. lines.OrderBy(d => PersonName.SortKey(d.FullName), StringComparer.Ordinal).ThenBy(d => d.Unit, VietnameseOrder.Comparer).ThenBy(d => d.Id)];
}
