namespace ConferenceRecords.Domain.Publishing;

/// <summary>What can be made public of a session, each on its own way and at its own time.</summary>
public enum ReleaseKind
{
    /// <summary>The session with its contents, conclusion, directives and figures (kết luận).</summary>
    Conclusion,

    /// <summary>The papers of its contents (tài liệu).</summary>
    Papers,

    /// <summary>The summary of opinions and of what became of them (tổng hợp ý kiến).</summary>
    OpinionSummary,

    /// <summary>How the directives are carried out (tình hình thực hiện).</summary>
    FollowUp,
}

/// <summary>Where a release stands on its way to the public.</summary>
public enum ReleaseState
{
    /// <summary>Being written.</summary>
    Drafting,

    /// <summary>Waiting for the second person.</summary>
    Submitted,

    /// <summary>Approved: its edition is public, or will be at its time.</summary>
    Approved,

    /// <summary>Its editions were withdrawn, and nothing is written for a next one.</summary>
    Withdrawn,
}

/// <summary>
/// Something of a session on its way to the public: written by authors, handed to a second person, approved as an edition. A correction is the next edition;
/// a withdrawal takes away all editions there are and leaves its reason.
/// </summary>
public abstract class Release
{
    // Not private: the mapping of a derived class looks for it there.
    private protected readonly List<Guid> writers = [];

    /// <summary>For the mapping.</summary>
    protected Release() { }

    /// <summary>Opens the release of a session.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <exception cref="DomainException">The key is empty.</exception>
    protected Release(Guid id, Guid sessionId) => (Id, SessionId) = (Rule.Key(id, "release"), sessionId);

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 2000;

    /// <summary>Shortest reason for publishing without a second person, in characters.</summary>
    public const int ShortestEmergencyReason = 20;

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>What is released.</summary>
    public abstract ReleaseKind Kind { get; }

    /// <summary>State.</summary>
    public ReleaseState State { get; private set; }

    /// <summary>Everybody who ever wrote in it: none of them may approve.</summary>
    public IReadOnlyList<Guid> AuthorIds => writers;

    /// <summary>Who submitted it.</summary>
    public Guid? SubmittedById { get; private set; }

    /// <summary>When it shall become public; null for at once after the approval.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why it was returned last; null when it was not.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Number of editions that went out.</summary>
    public int EditionCount { get; private set; }

    /// <summary>All editions up to this one are withdrawn; 0 when none is.</summary>
    public int WithdrawnThrough { get; private set; }

    /// <summary>Why they were withdrawn, as the public reads it; null when none was.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>Why the last edition went out without a second person; null when one approved it.</summary>
    public string? EmergencyReason { get; private set; }

    /// <summary>Who looked at an emergency publication afterwards; null while that is due.</summary>
    public Guid? ReviewedById { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether an edition of it is public, or will be at its time.</summary>
    public bool HasLiveEdition => EditionCount > WithdrawnThrough;

    /// <summary>Whether a second person still has to look at what went out in an emergency.</summary>
    public bool AwaitsReview => EmergencyReason is not null && ReviewedById is null;

    /// <summary>Hands the release to the second person.</summary>
    /// <param name="by">Who submits.</param>
    /// <param name="publishAt">When it shall become public; null for at once after the approval.</param>
    /// <exception cref="DomainException">It is not being written, or something is missing.</exception>
    public void Submit(Guid by, DateTimeOffset? publishAt = null)
    {
        Rule.Holds(State == ReleaseState.Drafting, "release.not-drafting", "Only a release in writing can be submitted");
        MustBeComplete();
        // Whoever hands it in stands for it: this person stays one of those who may not approve it, also when another one submits it later.
        if (!writers.Contains(by)) writers.Add(by);
        (State, SubmittedById, ReturnReason, PublishAt) = (ReleaseState.Submitted, by, null, publishAt);
    }

    /// <summary>Takes back what was submitted and not yet decided on.</summary>
    /// <exception cref="DomainException">It is not waiting.</exception>
    public void TakeBack()
    {
        MustBeSubmitted();
        (State, SubmittedById, PublishAt) = (ReleaseState.Drafting, null, null);
    }

    /// <summary>Sends it back to its authors.</summary>
    /// <param name="by">Who returns it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="DomainException">It is not waiting, the reason is missing, or an author returns it.</exception>
    public void Return(Guid by, string? reason)
    {
        MustBeSubmitted();
        MustBeSecondPerson(by);
        ReturnReason = Rule.Text(reason, "release.return-reason", ReasonLength);
        State = ReleaseState.Drafting;
    }

    /// <summary>Approves it: its edition goes out. Two-person rule: whoever wrote or submitted it can't.</summary>
    /// <param name="by">The second person.</param>
    /// <param name="at">Time.</param>
    /// <returns>Number of the edition, from 1.</returns>
    /// <exception cref="DomainException">It is not waiting, or an author approves.</exception>
    public int Approve(Guid by, DateTimeOffset at)
    {
        MustBeSubmitted();
        MustBeSecondPerson(by);
        return Send(by, at, null);
    }

    /// <summary>Publishes at once without a second person, who looks at it afterwards. The reason stays with it.</summary>
    /// <param name="by">Who publishes.</param>
    /// <param name="reason">Why it can't wait.</param>
    /// <param name="at">Time.</param>
    /// <returns>Number of the edition, from 1.</returns>
    /// <exception cref="DomainException">It is neither in writing nor waiting, or the reason is missing.</exception>
    public int PublishInEmergency(Guid by, string? reason, DateTimeOffset at)
    {
        Rule.Holds(State is ReleaseState.Drafting or ReleaseState.Submitted, "release.not-drafting", "Only a release in writing can be published");
        MustBeComplete();
        var why = Rule.Text(reason, "release.emergency-reason", ReasonLength);
        Rule.Holds(why.Trim().Length >= ShortestEmergencyReason, "release.emergency-reason.short", "The reason says too little");
        PublishAt = null;

        // Who publishes alone answers for it like an author: another one has to look.
        if (!writers.Contains(by)) writers.Add(by);
        return Send(by, at, why);
    }

    /// <summary>The second person has looked at what went out in an emergency.</summary>
    /// <param name="by">Who looked.</param>
    /// <exception cref="DomainException">Nothing waits for it, or an author looks at the own work.</exception>
    public void Review(Guid by)
    {
        Rule.Holds(AwaitsReview, "release.no-review", "No emergency publication waits for a review");
        Rule.Holds(IsSecondPerson(by) && ApprovedById != by, "release.own-approval", "An author can't review the own release");
        ReviewedById = by;
    }

    /// <summary>Takes back an edition that was approved for a later time and is not public yet. What was written since stays as it is.</summary>
    /// <exception cref="DomainException">There is no such edition, or the next one waits for approval.</exception>
    public void CancelSchedule()
    {
        Rule.Holds(HasLiveEdition && State is ReleaseState.Approved or ReleaseState.Drafting, "release.not-approved", "Only an approved release can be held back");
        EditionCount--;
        if (State == ReleaseState.Approved) Reopen();
    }

    /// <summary>Withdraws every edition there is. A next one is written, submitted and approved as ever.</summary>
    /// <param name="reason">Why; public.</param>
    /// <returns>Number of the last edition that is withdrawn.</returns>
    /// <exception cref="DomainException">Nothing is public, or the reason is missing.</exception>
    public int Withdraw(string? reason)
    {
        Rule.Holds(HasLiveEdition, "release.not-public", "Nothing of it is public");
        WithdrawalReason = Rule.Text(reason, "release.withdrawal-reason", ReasonLength);
        WithdrawnThrough = EditionCount;
        if (State == ReleaseState.Approved) State = ReleaseState.Withdrawn;
        return WithdrawnThrough;
    }

    /// <summary>Whether a person may approve or return it under the two-person rule.</summary>
    /// <param name="person">The account.</param>
    /// <returns>False for every author and for the submitter.</returns>
    public bool IsSecondPerson(Guid person) => !writers.Contains(person) && SubmittedById != person;

    /// <summary>Lets an author write: work on what was approved or withdrawn opens its next edition.</summary>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval.</exception>
    protected void Open(Guid authorId)
    {
        Rule.Holds(State != ReleaseState.Submitted, "release.submitted", "A release that waits for approval can't be changed");
        if (State is ReleaseState.Approved or ReleaseState.Withdrawn) Reopen();
        if (!writers.Contains(authorId)) writers.Add(authorId);
    }

    /// <summary>What has to be there before it is handed over.</summary>
    /// <exception cref="DomainException">Something is missing.</exception>
    protected virtual void MustBeComplete() { }

    private int Send(Guid by, DateTimeOffset at, string? emergencyReason)
    {
        (State, ApprovedById, ApprovedAt, EmergencyReason, ReviewedById) = (ReleaseState.Approved, by, at, emergencyReason, null);
        return ++EditionCount;
    }

    private void Reopen() => (State, SubmittedById, ApprovedById, ApprovedAt, PublishAt) = (ReleaseState.Drafting, null, null, null, null);

    private void MustBeSubmitted() => Rule.Holds(State == ReleaseState.Submitted, "release.not-submitted", "The release is not waiting for approval");

    private void MustBeSecondPerson(Guid by) => Rule.Holds(IsSecondPerson(by), "release.own-approval", "An author can't decide on the own release");
}
