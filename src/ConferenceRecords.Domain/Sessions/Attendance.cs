namespace ConferenceRecords.Domain.Sessions;

/// <summary>Whether a delegate came to a sitting (điểm danh).</summary>
public enum AttendanceState
{
    /// <summary>Có mặt.</summary>
    Present,

    /// <summary>Đến muộn, with the time.</summary>
    Late,

    /// <summary>Vắng có lý do.</summary>
    Excused,

    /// <summary>Vắng không có lý do.</summary>
    Absent,
}

/// <summary>What was noted of one delegate in one sitting; without a row nothing was noted yet.</summary>
public sealed class Attendance
{
    private Attendance() { }

    /// <summary>Notes a delegate.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sittingId">The sitting.</param>
    /// <param name="delegateId">The delegate.</param>
    public Attendance(Guid id, Guid sittingId, Guid delegateId) => (Id, SittingId, DelegateId) = (Rule.Key(id, "attendance"), sittingId, delegateId);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The sitting.</summary>
    public Guid SittingId { get; private init; }

    /// <summary>The delegate.</summary>
    public Guid DelegateId { get; private init; }

    /// <summary>State; null where a note was taken back.</summary>
    public AttendanceState? State { get; private set; }

    /// <summary>When a late delegate came, local time.</summary>
    public TimeOnly? ArrivedAt { get; private set; }

    /// <summary>Reason of an absence.</summary>
    public string? Reason { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Notes the state; a time belongs to a late delegate, a reason to an excused one.</summary>
    /// <param name="state">State; null takes the note back.</param>
    /// <param name="arrivedAt">When a late delegate came.</param>
    /// <param name="reason">Why an excused one stays away.</param>
    /// <exception cref="DomainException">A late delegate has no time, or the reason is too long.</exception>
    public void Set(AttendanceState? state, TimeOnly? arrivedAt = null, string? reason = null)
    {
        Rule.Holds(state != AttendanceState.Late || arrivedAt is not null, "attendance.time", "A late delegate needs the time of arrival");
        (State, ArrivedAt) = (state, state == AttendanceState.Late ? arrivedAt : null);
        Reason = state == AttendanceState.Excused ? Rule.OptionalText(reason, "attendance.reason", 300) : null;
    }
}
