namespace ConferenceRecords.Domain.Responses;

/// <summary>Why a paragraph changed although no opinion asked for it, as the drafting agency or the Office recorded it.</summary>
public sealed class ChangeReason
{
    private ChangeReason() { }

    /// <summary>Records a reason.</summary>
    /// <param name="id">Key.</param>
    /// <param name="versionId">The version in which the text is other than in the one before it.</param>
    /// <param name="paragraphId">The changed or new paragraph of that version, or the paragraph of the version before that is gone.</param>
    /// <param name="text">The reason.</param>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">There is no reason.</exception>
    public ChangeReason(Guid id, Guid versionId, Guid paragraphId, string text, Guid byId, DateTimeOffset at)
    {
        (Id, VersionId, ParagraphId) = (Rule.Key(id, "change-reason"), versionId, paragraphId);
        Change(text, byId, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The newer version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>The paragraph.</summary>
    public Guid ParagraphId { get; private init; }

    /// <summary>The reason.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The account.</summary>
    public Guid RecordedById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Changes it.</summary>
    /// <param name="text">The reason.</param>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">There is no reason.</exception>
    public void Change(string text, Guid byId, DateTimeOffset at) => (Text, RecordedById, RecordedAt) = (Rule.Text(text, "change-reason.text", 2000), byId, at);
}
