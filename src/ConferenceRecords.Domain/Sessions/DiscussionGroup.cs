namespace ConferenceRecords.Domain.Sessions;

/// <summary>A discussion group (tổ thảo luận): part of the delegates of a session.</summary>
public sealed class DiscussionGroup
{
    private DiscussionGroup() { }

    /// <summary>Creates a group.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="name">Name, "Tổ 1".</param>
    /// <exception cref="DomainException">The name is empty.</exception>
    public DiscussionGroup(Guid id, Guid sessionId, string name) =>
        (Id, SessionId, Name) = (Rule.Key(id, "group"), sessionId, Rule.Text(name, "group.name", 100));

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The delegate who leads it.</summary>
    public Guid? LeaderId { get; private set; }

    /// <summary>The delegate who keeps its record.</summary>
    public Guid? SecretaryId { get; private set; }

    /// <summary>When it was dissolved; the row stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Changes the name.</summary>
    /// <param name="name">Name.</param>
    /// <exception cref="DomainException">The name is empty.</exception>
    public void Rename(string name) => Name = Rule.Text(name, "group.name", 100);

    /// <summary>Dissolves the group; its opinions stay.</summary>
    /// <param name="at">Time.</param>
    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    /// <summary>Puts a dissolved group back.</summary>
    public void Restore() => RemovedAt = null;

    /// <summary>Names leader and secretary.</summary>
    /// <param name="leaderId">Leader.</param>
    /// <param name="secretaryId">Secretary.</param>
    public void Appoint(Guid? leaderId, Guid? secretaryId) => (LeaderId, SecretaryId) = (leaderId, secretaryId);
}
