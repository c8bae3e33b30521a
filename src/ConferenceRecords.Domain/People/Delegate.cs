namespace ConferenceRecords.Domain.People;

/// <summary>A delegate (đại biểu): member of the body or invited person.</summary>
public sealed class Delegate
{
    private Delegate() { }

    /// <summary>Enters a delegate.</summary>
    /// <param name="id">Key.</param>
    /// <param name="fullName">Full name in one field; never split.</param>
    /// <param name="position">Position.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="isMember">Whether the person is a member of the body.</param>
    /// <param name="isDemonstration">Whether the person is fictional.</param>
    /// <exception cref="DomainException">The name is empty.</exception>
    public Delegate(Guid id, string fullName, string? position, string? unit, bool isMember, bool isDemonstration = false) =>
        (Id, FullName, Position, Unit, IsMember, IsDemonstration) = (
            Rule.Key(id, "delegate"), Rule.Text(fullName, "delegate.name", 200), Rule.OptionalText(position, "delegate.position", 300),
            Rule.OptionalText(unit, "delegate.unit", 300), isMember, isDemonstration);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>Full name.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Position.</summary>
    public string? Position { get; private set; }

    /// <summary>Unit.</summary>
    public string? Unit { get; private set; }

    /// <summary>Member of the body.</summary>
    public bool IsMember { get; private set; }

    /// <summary>A fictional person for demonstration.</summary>
    public bool IsDemonstration { get; private init; }

    /// <summary>The account with which the delegate signs in; null for one without an account.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>Ties the delegate to an account.</summary>
    /// <param name="userId">The account.</param>
    /// <exception cref="DomainException">Another account is tied already.</exception>
    public void Tie(Guid userId)
    {
        Rule.Holds(UserId is null || UserId == userId, "delegate.tied", "The delegate has an account already");
        UserId = userId;
    }
}
