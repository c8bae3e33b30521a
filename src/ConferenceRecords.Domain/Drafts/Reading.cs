namespace ConferenceRecords.Domain.Drafts;

/// <summary>A delegate's reading of a version: that it was opened, which the Office sees and the delegate is told of, and where the delegate stopped, which only the delegate sees.</summary>
public sealed class Reading
{
    private Reading() { }

    /// <summary>The delegate opens the version for the first time.</summary>
    /// <param name="versionId">The version.</param>
    /// <param name="delegateId">The delegate.</param>
    /// <param name="at">Time.</param>
    public Reading(Guid versionId, Guid delegateId, DateTimeOffset at) => (VersionId, DelegateId, FirstOpenedAt, LastOpenedAt) = (versionId, delegateId, at, at);

    /// <summary>The version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>The delegate.</summary>
    public Guid DelegateId { get; private init; }

    /// <summary>When it was opened first.</summary>
    public DateTimeOffset FirstOpenedAt { get; private init; }

    /// <summary>When it was opened last.</summary>
    public DateTimeOffset LastOpenedAt { get; private set; }

    /// <summary>Number of the paragraph at which the delegate stopped; null at the beginning.</summary>
    public int? Place { get; private set; }

    /// <summary>The delegate opens it again.</summary>
    /// <param name="at">Time.</param>
    public void Open(DateTimeOffset at) => LastOpenedAt = at > LastOpenedAt ? at : LastOpenedAt;

    /// <summary>Remembers where the delegate stopped.</summary>
    /// <param name="paragraph">Number of the paragraph, from 1.</param>
    public void Stop(int paragraph)
    {
        Rule.Holds(paragraph > 0, "reading.place", "Paragraphs are counted from 1");
        Place = paragraph;
    }
}
