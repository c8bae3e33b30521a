using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A delegate in the list of those who are called up in a sitting.</summary>
/// <param name="Person">The delegate; <see cref="DelegateLine.IsMember"/> tells whether a member of the session's body on the day of the sitting.</param>
/// <param name="IsRevoked">Was noted, and is not invited any more.</param>
/// <param name="State">What was noted; null where nothing was.</param>
/// <param name="ArrivedAt">When a late delegate came.</param>
/// <param name="Reason">Reason of an absence.</param>
public sealed record AttendanceRow(DelegateLine Person, bool IsRevoked, AttendanceState? State, TimeOnly? ArrivedAt, string? Reason);

/// <summary>Attendance in figures. Members are all members of the body in the term on the day, those who were not invited too.</summary>
/// <param name="Members">All members.</param>
/// <param name="Present">Members who came, the late ones among them.</param>
/// <param name="Late">Members who came late.</param>
/// <param name="Excused">Members absent with a reason.</param>
/// <param name="Absent">Members absent without a reason.</param>
/// <param name="Guests">Others who are invited.</param>
/// <param name="GuestsPresent">Those of them who came.</param>
public sealed record AttendanceTally(int Members, int Present, int Late, int Excused, int Absent, int Guests, int GuestsPresent)
{
    /// <summary>Members of whom nothing was noted.</summary>
    public int Unnoted => Members - Present - Excused - Absent;
}

/// <summary>Queries of attendance.</summary>
public static class AttendanceRows
{
    /// <summary>The delegates of a sitting in the order of the list: as they were invited.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="sitting">The sitting.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Those who are invited, and those who were noted although they are not invited any more.</returns>
    public static async Task<List<AttendanceRow>> AttendanceRowsAsync(this RecordsContext records, Guid sessionId, SittingRow sitting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(sitting);
        var members = await records.MembersOn(sessionId, sitting.Date).ToListAsync(cancel);
        var rows = await (
            from i in records.Invitations.AsNoTracking()
            where i.SessionId == sessionId
            join d in records.Delegates on i.DelegateId equals d.Id
            join a in records.Attendances.Where(a => a.SittingId == sitting.Id) on d.Id equals a.DelegateId into notes
            from note in notes.DefaultIfEmpty()
            where i.RevokedAt == null || note!.State != null
            orderby i.InvitedAt, i.Id
            select new AttendanceRow(
                new DelegateLine(d.Id, d.FullName, d.Position, d.Unit, d.IsMember, d.IsDemonstration), i.RevokedAt != null, note!.State, note.ArrivedAt, note.Reason)).ToListAsync(cancel);
        var all = members.ToHashSet();
        return [.. rows.Select(row => row with { Person = row.Person with { IsMember = all.Contains(row.Person.Id) } })];
    }

    /// <summary>Members of the session's body on a day who are not invited, by given name.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="date">The day.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The members.</returns>
    public static async Task<List<DelegateLine>> UninvitedMembersAsync(this RecordsContext records, Guid sessionId, DateOnly date, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (await records.Delegates
            .Where(d => records.MembersOn(sessionId, date).Contains(d.Id) && !records.Invitations.Any(i => i.SessionId == sessionId && i.DelegateId == d.Id && i.RevokedAt == null))
            .Lines().ToListAsync(cancel)).ByName();
    }

    /// <summary>The attendance of each sitting of a session that is there, in three queries whatever their number.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="sittings">Its sittings.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>A tally for each sitting, by its key.</returns>
    public static async Task<IReadOnlyDictionary<Guid, AttendanceTally>> AttendanceTalliesAsync(
        this RecordsContext records, Guid sessionId, IReadOnlyCollection<SittingRow> sittings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var keys = sittings.Select(s => s.Id).ToList();
        var posts = await records.Memberships(sessionId).Select(p => new { p.DelegateId, p.Since, p.Until }).ToListAsync(cancel);
        var invited = await records.Invitations.Where(i => i.SessionId == sessionId && i.RevokedAt == null).Select(i => i.DelegateId).ToListAsync(cancel);
        var notes = (await records.Attendances.Where(a => keys.Contains(a.SittingId) && a.State != null).Select(a => new { a.SittingId, a.DelegateId, State = a.State!.Value }).ToListAsync(cancel))
            .ToLookup(a => a.SittingId, a => (a.DelegateId, a.State));
        return sittings.ToDictionary(s => s.Id, s => Tally(
            posts.Where(p => (p.Since is null || p.Since <= s.Date) && (p.Until is null || p.Until >= s.Date)).Select(p => p.DelegateId).ToHashSet(), invited, [.. notes[s.Id]]));
    }

    private static AttendanceTally Tally(HashSet<Guid> members, List<Guid> invited, List<(Guid DelegateId, AttendanceState State)> notes)
    {
        int Members(params ReadOnlySpan<AttendanceState> states)
        {
            var wanted = states.ToArray();
            return notes.Count(n => members.Contains(n.DelegateId) && wanted.Contains(n.State));
        }
        return new(
            members.Count, Members(AttendanceState.Present, AttendanceState.Late), Members(AttendanceState.Late), Members(AttendanceState.Excused), Members(AttendanceState.Absent),
            invited.Union(notes.Select(n => n.DelegateId)).Count(id => !members.Contains(id)),
            notes.Count(n => !members.Contains(n.DelegateId) && n.State is AttendanceState.Present or AttendanceState.Late));
    }

    private static IQueryable<Guid> MembersOn(this RecordsContext records, Guid sessionId, DateOnly date) =>
        records.Memberships(sessionId).Where(p => (p.Since == null || p.Since <= date) && (p.Until == null || p.Until >= date)).Select(p => p.DelegateId).Distinct();

    /// <summary>The memberships in the session's body and term of people who are in the directory.</summary>
    private static IQueryable<Post> Memberships(this RecordsContext records, Guid sessionId) =>
        from p in records.Posts.AsNoTracking()
        join s in records.Sessions on new { BodyId = p.BodyId, TermId = p.TermId } equals new { BodyId = (Guid?)s.BodyId, TermId = (Guid?)s.TermId }
        where s.Id == sessionId && records.Delegates.Any(d => d.Id == p.DelegateId && d.RemovedAt == null)
        select p;
}
