namespace ConferenceRecords.Domain.People;

/// <summary>A position that a delegate holds or held (chức vụ), with its time; with a body and a term it is the membership in that body.</summary>
public sealed class Post
{
    private Post() { }

    internal Post(Guid id, Guid delegateId, PostFacts facts)
    {
        Rule.Holds(facts.Since is null || facts.Until is null || facts.Since <= facts.Until, "post.dates", "A post can't end before it begins");
        Rule.Holds((facts.BodyId is null) == (facts.TermId is null), "post.membership", "Membership needs body and term");
        (Id, DelegateId, BodyId, TermId, Since, Until) = (Rule.Key(id, "post"), delegateId, facts.BodyId, facts.TermId, facts.Since, facts.Until);
        (Position, Unit) = (Rule.OptionalText(facts.Position, "delegate.position", 300), Rule.OptionalText(facts.Unit, "delegate.unit", 300));
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The delegate.</summary>
    public Guid DelegateId { get; private init; }

    /// <summary>Position.</summary>
    public string? Position { get; private init; }

    /// <summary>Unit.</summary>
    public string? Unit { get; private init; }

    /// <summary>The body of which this is a membership; null for any other position.</summary>
    public Guid? BodyId { get; private init; }

    /// <summary>The term of the membership.</summary>
    public Guid? TermId { get; private init; }

    /// <summary>First day; null where it is not known.</summary>
    public DateOnly? Since { get; private init; }

    /// <summary>Last day; null while it lasts or where it is not known.</summary>
    public DateOnly? Until { get; private set; }

    internal void End(DateOnly day)
    {
        if (Until is null && (Since is null || Since <= day)) Until = day;
    }
}

/// <summary>The facts of a post.</summary>
/// <param name="Position">Position.</param>
/// <param name="Unit">Unit.</param>
/// <param name="BodyId">The body of which this is a membership.</param>
/// <param name="TermId">Its term.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record PostFacts(string? Position, string? Unit, Guid? BodyId = null, Guid? TermId = null, DateOnly? Since = null, DateOnly? Until = null);
