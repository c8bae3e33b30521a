namespace ConferenceRecords.Domain.Agenda;

/// <summary>The subject that lives on across sessions and bodies (vụ việc); an agenda item is its turn on one agenda.</summary>
public sealed class Matter
{
    private Matter() { }

    /// <summary>Opens a matter.</summary>
    /// <param name="id">Key.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="openedAt">When it was opened.</param>
    /// <exception cref="DomainException">The title is empty or too long.</exception>
    public Matter(Guid id, string title, DateTimeOffset openedAt) =>
        (Id, Title, OpenedAt) = (Rule.Key(id, "matter"), Rule.Text(title, "matter.title", Rule.TitleLength), openedAt);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it is about.</summary>
    public string Title { get; private init; } = "";

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private init; }
}
