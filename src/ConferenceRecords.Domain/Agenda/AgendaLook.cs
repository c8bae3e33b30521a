namespace ConferenceRecords.Domain.Agenda;

/// <summary>Which agenda of a session a delegate looked at last, so that the next one can show what changed since.</summary>
public sealed class AgendaLook
{
    private AgendaLook() { }

    /// <summary>Notes the first look.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="delegateId">The delegate.</param>
    public AgendaLook(Guid sessionId, Guid delegateId) => (SessionId, DelegateId) = (sessionId, delegateId);

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The delegate.</summary>
    public Guid DelegateId { get; private init; }

    /// <summary>The newest version that the delegate saw, from 1.</summary>
    public int SeenOrdinal { get; private set; }

    /// <summary>The version seen before that; 0 when there was none. The changes since are shown until a newer version is seen.</summary>
    public int BeforeOrdinal { get; private set; }

    /// <summary>When the newest version was seen first.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>The delegate looks at the newest version.</summary>
    /// <param name="ordinal">Its ordinal.</param>
    /// <param name="at">Time.</param>
    public void See(int ordinal, DateTimeOffset at)
    {
        if (ordinal <= SeenOrdinal) return;
        (BeforeOrdinal, SeenOrdinal, SeenAt) = (SeenOrdinal, ordinal, at);
    }
}
