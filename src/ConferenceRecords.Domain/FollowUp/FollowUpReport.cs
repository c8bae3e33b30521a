using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Domain.FollowUp;

/// <summary>The public report on how the directives of a session are carried out: an introduction, and the tasks that the committee makes public as they stand on a day.</summary>
public sealed class FollowUpReport : Release
{
    /// <summary>Longest introduction, in characters.</summary>
    public const int IntroductionLength = 5000;

    private FollowUpReport() { }

    /// <summary>Opens the report of a session.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="asOf">The day for which the statuses hold.</param>
    /// <param name="introduction">What has to be said before.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">The introduction is too long.</exception>
    public FollowUpReport(Guid id, Guid sessionId, DateOnly asOf, string? introduction, Guid authorId)
        : base(id, sessionId) => Write(asOf, introduction, authorId);

    /// <inheritdoc/>
    public override ReleaseKind Kind => ReleaseKind.FollowUp;

    /// <summary>The day for which the statuses hold.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>What has to be said before; null without.</summary>
    public string? Introduction { get; private set; }

    /// <summary>Writes it. Work on an approved report opens its next edition.</summary>
    /// <param name="asOf">The day for which the statuses hold.</param>
    /// <param name="introduction">What has to be said before.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, or the introduction is too long.</exception>
    public void Write(DateOnly asOf, string? introduction, Guid authorId)
    {
        Open(authorId);
        (AsOf, Introduction) = (asOf, Rule.OptionalText(introduction, "follow-up.introduction", IntroductionLength));
    }
}
