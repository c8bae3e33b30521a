namespace ConferenceRecords.Domain.Sessions;

/// <summary>An invitation of a delegate to a session: the right to read its drafts. Withdrawn, never deleted.</summary>
public sealed class Invitation
{
    private Invitation() { }

    /// <summary>Invites a delegate.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="delegateId">The delegate.</param>
    /// <param name="at">Time.</param>
    public Invitation(Guid id, Guid sessionId, Guid delegateId, DateTimeOffset at) =>
        (Id, SessionId, DelegateId, InvitedAt) = (Rule.Key(id, "invitation"), sessionId, delegateId, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The delegate.</summary>
    public Guid DelegateId { get; private init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>When it was withdrawn; null while it holds.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The discussion group of the session to which the delegate belongs; a person has one or none.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>Puts the delegate into a discussion group, or into none.</summary>
    /// <param name="groupId">The group.</param>
    public void Join(Guid? groupId) => GroupId = groupId;

    /// <summary>Withdraws the invitation; effective at the delegate's next request.</summary>
    /// <param name="at">Time.</param>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    /// <summary>Invites again after a withdrawal.</summary>
    /// <param name="at">Time.</param>
    public void Renew(DateTimeOffset at)
    {
        if (RevokedAt is not null) (InvitedAt, RevokedAt) = (at, null);
    }
}
