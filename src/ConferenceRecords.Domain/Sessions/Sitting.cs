namespace ConferenceRecords.Domain.Sessions;

/// <summary>Half of a day.</summary>
public enum DayPart
{
    /// <summary>Buổi sáng.</summary>
    Morning,

    /// <summary>Buổi chiều.</summary>
    Afternoon,
}

/// <summary>A sitting (buổi): day, half-day, place.</summary>
public sealed class Sitting
{
    private Sitting() { }

    internal Sitting(Guid id, Guid sessionId, DateOnly date, DayPart part, string? place) =>
        (Id, SessionId, Date, Part, Place) = (Rule.Key(id, "sitting"), sessionId, date, part, Rule.OptionalText(place, "sitting.place", 300));

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>Day.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>Half-day.</summary>
    public DayPart Part { get; private init; }

    /// <summary>Place.</summary>
    public string? Place { get; private init; }

    /// <summary>When it was taken off; the row stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Takes the sitting off the session.</summary>
    /// <param name="at">Time.</param>
    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    internal void Restore() => RemovedAt = null;
}
