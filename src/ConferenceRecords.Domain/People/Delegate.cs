namespace ConferenceRecords.Domain.People;

/// <summary>A delegate (đại biểu): member of the body or invited person.</summary>
public sealed class Delegate
{
    private readonly List<Post> posts = [];

    private Delegate() { }

    /// <summary>Enters a delegate.</summary>
    /// <param name="id">Key.</param>
    /// <param name="fullName">Full name in one field; never split.</param>
    /// <param name="position">Position.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="isMember">Whether the person is a member of the body.</param>
    /// <param name="isDemonstration">Whether the person is fictional.</param>
    /// <param name="importId">The list with which the person was entered; null for one entered alone.</param>
    /// <exception cref="DomainException">The name is empty.</exception>
    public Delegate(Guid id, string fullName, string? position, string? unit, bool isMember, bool isDemonstration = false, Guid? importId = null) =>
        (Id, FullName, Position, Unit, IsMember, IsDemonstration, ImportId) = (
            Rule.Key(id, "delegate"), Rule.Text(fullName, "delegate.name", 200), Rule.OptionalText(position, "delegate.position", 300),
            Rule.OptionalText(unit, "delegate.unit", 300), isMember, isDemonstration, importId);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>Full name.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Position held now.</summary>
    public string? Position { get; private set; }

    /// <summary>Unit now.</summary>
    public string? Unit { get; private set; }

    /// <summary>Member of a body now.</summary>
    public bool IsMember { get; private set; }

    /// <summary>A fictional person for demonstration.</summary>
    public bool IsDemonstration { get; private init; }

    /// <summary>The account with which the delegate signs in; null for one without an account.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>The list with which the person was entered.</summary>
    public Guid? ImportId { get; private init; }

    /// <summary>When the person was taken off the directory; the row stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>The posts that were entered, in the order of entry.</summary>
    public IReadOnlyList<Post> Posts => posts;

    /// <summary>Corrects the name.</summary>
    /// <param name="fullName">Full name.</param>
    /// <exception cref="DomainException">The name is empty.</exception>
    public void Rename(string fullName) => FullName = Rule.Text(fullName, "delegate.name", 200);

    /// <summary>Enters a post. One that lasts is what the person holds now: the post before it ends on the day before the new one begins.</summary>
    /// <param name="id">Key.</param>
    /// <param name="facts">The facts.</param>
    /// <returns>The post.</returns>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public Post Hold(Guid id, PostFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var post = new Post(id, Id, facts);
        if (facts.Until is null)
        {
            if (facts.Since is { } since) foreach (var earlier in posts) earlier.End(since.AddDays(-1));
            (Position, Unit, IsMember) = (post.Position, post.Unit, post.BodyId is not null);
        }
        posts.Add(post);
        return post;
    }

    /// <summary>Takes the person off the directory.</summary>
    /// <param name="at">Time.</param>
    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    /// <summary>Puts a removed person back.</summary>
    public void Restore() => RemovedAt = null;

    /// <summary>Ties the delegate to an account.</summary>
    /// <param name="userId">The account.</param>
    /// <exception cref="DomainException">Another account is tied already.</exception>
    public void Tie(Guid userId)
    {
        Rule.Holds(UserId is null || UserId == userId, "delegate.tied", "The delegate has an account already");
        UserId = userId;
    }
}
