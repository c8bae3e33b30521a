namespace ConferenceRecords.Domain.Conclusions;

/// <summary>Where a conclusion stands on its way to the public.</summary>
public enum ConclusionState
{
    /// <summary>Being written.</summary>
    Drafting,

    /// <summary>Waiting for the second person.</summary>
    Submitted,

    /// <summary>Approved: its edition is public.</summary>
    Approved,
}

/// <summary>The closing text of a session (kết luận) with its directives. Published only after a second person approved it.</summary>
public sealed class Conclusion
{
    private readonly List<Directive> directives = [];
    private readonly List<Guid> authorIds = [];

    private Conclusion() { }

    /// <summary>Opens the conclusion of a session.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="text">Title and text.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">The text breaks a rule.</exception>
    public Conclusion(Guid id, Guid sessionId, ConclusionText text, Guid authorId)
    {
        (Id, SessionId) = (Rule.Key(id, "conclusion"), sessionId);
        Write(text, authorId);
    }

    /// <summary>Longest text, in characters.</summary>
    public const int BodyLength = 200_000;

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The text, one paragraph a line.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Number and symbol as written ("07-KL/TU"); null where the source gives none.</summary>
    public string? Symbol { get; private set; }

    /// <summary>Date of the document.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Who concluded, as the documents say ("Bí thư Tỉnh ủy").</summary>
    public string? Signer { get; private set; }

    /// <summary>What has to be known about the wording, such as that it restates the source; published with it.</summary>
    public string? SourceNote { get; private set; }

    /// <summary>State.</summary>
    public ConclusionState State { get; private set; }

    /// <summary>Everybody who ever wrote in it: none of them may approve.</summary>
    public IReadOnlyList<Guid> AuthorIds => authorIds;

    /// <summary>Who submitted it.</summary>
    public Guid? SubmittedById { get; private set; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why it was returned last; null when it was not.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Number of editions that went out.</summary>
    public int EditionCount { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>All directives, the removed ones too.</summary>
    public IReadOnlyList<Directive> Directives => directives;

    /// <summary>Replaces the text. Work on an approved conclusion opens its next edition.</summary>
    /// <param name="text">The new text.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, or the text breaks a rule.</exception>
    public void Write(ConclusionText text, Guid authorId)
    {
        ArgumentNullException.ThrowIfNull(text);
        Open(authorId);
        Title = Rule.Text(text.Title, "conclusion.title", Rule.TitleLength);
        Body = Rule.Text(text.Body, "conclusion.body", BodyLength);
        Symbol = Rule.OptionalText(text.Symbol, "conclusion.symbol", 50);
        Signer = Rule.OptionalText(text.Signer, "conclusion.signer", 300);
        SourceNote = Rule.OptionalText(text.SourceNote, "conclusion.source-note", Rule.SourceNoteLength);
        IssuedOn = text.IssuedOn;
    }

    /// <summary>Adds a directive at the end.</summary>
    /// <param name="id">Key.</param>
    /// <param name="facts">Addressee, text, deadline.</param>
    /// <param name="authorId">Who writes.</param>
    /// <returns>The directive.</returns>
    /// <exception cref="DomainException">It waits for approval, or a fact breaks a rule.</exception>
    public Directive AddDirective(Guid id, DirectiveFacts facts, Guid authorId)
    {
        Open(authorId);
        var directive = new Directive(id, Id, directives.Count == 0 ? 1 : directives.Max(d => d.Number) + 1, facts);
        directives.Add(directive);
        return directive;
    }

    /// <summary>Changes a directive.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="facts">The new facts.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such directive.</exception>
    public void ChangeDirective(Guid id, DirectiveFacts facts, Guid authorId)
    {
        Open(authorId);
        Find(id).Change(facts);
    }

    /// <summary>Takes a directive out; its row stays.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="authorId">Who writes.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such directive.</exception>
    public void RemoveDirective(Guid id, Guid authorId, DateTimeOffset at)
    {
        Open(authorId);
        Find(id).Remove(at);
    }

    /// <summary>Puts a directive back that was taken out; its number is still its own.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such directive.</exception>
    public void RestoreDirective(Guid id, Guid authorId)
    {
        Open(authorId);
        (directives.Find(d => d.Id == id) ?? throw Unknown()).Restore();
    }

    /// <summary>Hands the conclusion to the second person.</summary>
    /// <param name="by">Who submits.</param>
    /// <exception cref="DomainException">It is not being written.</exception>
    public void Submit(Guid by)
    {
        Rule.Holds(State == ConclusionState.Drafting, "conclusion.not-drafting", "Only a conclusion in writing can be submitted");
        (State, SubmittedById, ReturnReason) = (ConclusionState.Submitted, by, null);
    }

    /// <summary>Sends it back to its authors.</summary>
    /// <param name="by">Who returns it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="DomainException">It is not waiting, the reason is missing, or an author returns it.</exception>
    public void Return(Guid by, string? reason)
    {
        Rule.Holds(State == ConclusionState.Submitted, "conclusion.not-submitted", "The conclusion is not waiting for approval");
        MustBeSecondPerson(by);
        ReturnReason = Rule.Text(reason, "conclusion.return-reason", 2000);
        State = ConclusionState.Drafting;
    }

    /// <summary>Approves it: its edition goes out. Two-person rule: whoever wrote or submitted it can't.</summary>
    /// <param name="by">The second person.</param>
    /// <param name="at">Time.</param>
    /// <returns>Number of the edition, from 1.</returns>
    /// <exception cref="DomainException">It is not waiting, or an author approves.</exception>
    public int Approve(Guid by, DateTimeOffset at)
    {
        Rule.Holds(State == ConclusionState.Submitted, "conclusion.not-submitted", "The conclusion is not waiting for approval");
        MustBeSecondPerson(by);
        (State, ApprovedById, ApprovedAt) = (ConclusionState.Approved, by, at);
        return ++EditionCount;
    }

    /// <summary>Whether a person may approve or return it under the two-person rule.</summary>
    /// <param name="person">The account.</param>
    /// <returns>False for every author and for the submitter.</returns>
    public bool IsSecondPerson(Guid person) => !authorIds.Contains(person) && SubmittedById != person;

    private void MustBeSecondPerson(Guid by) =>
        Rule.Holds(IsSecondPerson(by), "conclusion.own-approval", "An author can't decide on the own conclusion");

    private Directive Find(Guid id) =>
        directives.Find(d => d.Id == id && d.RemovedAt is null) ?? throw Unknown();

    private static DomainException Unknown() => new("directive.unknown", "There is no such directive");

    private void Open(Guid authorId)
    {
        Rule.Holds(State != ConclusionState.Submitted, "conclusion.submitted", "A conclusion that waits for approval can't be changed");
        if (State == ConclusionState.Approved) (State, SubmittedById, ApprovedById, ApprovedAt) = (ConclusionState.Drafting, null, null, null);
        if (!authorIds.Contains(authorId)) authorIds.Add(authorId);
    }
}

/// <summary>Title and text of a conclusion.</summary>
/// <param name="Title">Title.</param>
/// <param name="Body">Text, one paragraph a line.</param>
/// <param name="Symbol">Number and symbol.</param>
/// <param name="IssuedOn">Date of the document.</param>
/// <param name="Signer">Who concluded.</param>
/// <param name="SourceNote">What has to be known about the wording; public.</param>
public sealed record ConclusionText(
    string Title, string Body, string? Symbol = null, DateOnly? IssuedOn = null, string? Signer = null, string? SourceNote = null);
