namespace ConferenceRecords.Domain.Agenda;

/// <summary>A group of contents by what is asked of the session (nhóm nội dung). Categories are data, not code.</summary>
public sealed class AgendaCategory
{
    private AgendaCategory() { }

    /// <summary>Creates a category.</summary>
    /// <param name="id">Key.</param>
    /// <param name="name">Full name as in the documents.</param>
    /// <param name="shortName">Short name for bars and tables.</param>
    /// <param name="position">Order, from 1.</param>
    /// <exception cref="DomainException">A name is empty.</exception>
    public AgendaCategory(Guid id, string name, string shortName, int position) =>
        (Id, Name, ShortName, Position) = (Rule.Key(id, "category"), Rule.Text(name, "category.name", 500), Rule.Text(shortName, "category.short-name", 100), position);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>Full name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Short name.</summary>
    public string ShortName { get; private init; } = "";

    /// <summary>Order, from 1.</summary>
    public int Position { get; private init; }
}

/// <summary>The number of contents in a category that a session's documents state; kept apart from the number counted.</summary>
public sealed class StatedCount
{
    private StatedCount() { }

    /// <summary>Creates a stated count.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="categoryId">The category.</param>
    /// <param name="value">The number stated; null where the documents state none.</param>
    /// <exception cref="DomainException">The number is negative.</exception>
    public StatedCount(Guid id, Guid sessionId, Guid categoryId, int? value)
    {
        (Id, SessionId, CategoryId) = (Rule.Key(id, "stated-count"), sessionId, categoryId);
        State(value);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The category.</summary>
    public Guid CategoryId { get; private init; }

    /// <summary>The number stated.</summary>
    public int? Value { get; private set; }

    /// <summary>Changes the number.</summary>
    /// <param name="value">The number; null where none is stated.</param>
    /// <exception cref="DomainException">The number is negative.</exception>
    public void State(int? value)
    {
        Rule.Holds(value is null or >= 0, "session.stated-count", "A count can't be negative");
        Value = value;
    }
}
