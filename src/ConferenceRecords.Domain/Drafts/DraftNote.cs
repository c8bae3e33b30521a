using ConferenceRecords.Domain.Opinions;

namespace ConferenceRecords.Domain.Drafts;

/// <summary>A delegate's own note on a draft (ghi chú riêng). Nobody else sees it until the delegate sends it as an opinion.</summary>
public sealed class DraftNote
{
    private DraftNote() { }

    /// <summary>Writes a note.</summary>
    /// <param name="id">Key made before it is sent: the same key saved again is the same note.</param>
    /// <param name="delegateId">The delegate.</param>
    /// <param name="versionId">The version it is about.</param>
    /// <param name="paragraphId">The paragraph; null for the draft as a whole.</param>
    /// <param name="text">Text.</param>
    /// <param name="kind">What the opinion asks for that may become of it; null while that is open.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">The text is empty or too long.</exception>
    public DraftNote(Guid id, Guid delegateId, Guid versionId, Guid? paragraphId, string text, OpinionKind? kind, DateTimeOffset at)
    {
        (Id, DelegateId, VersionId, ParagraphId, CreatedAt) = (Rule.Key(id, "note"), delegateId, versionId, paragraphId, at);
        Change(text, kind, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The delegate.</summary>
    public Guid DelegateId { get; private init; }

    /// <summary>The version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>The paragraph; null for the draft as a whole.</summary>
    public Guid? ParagraphId { get; private init; }

    /// <summary>Text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the opinion asks for that may become of it.</summary>
    public OpinionKind? Kind { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was taken away; null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>The opinion as which it was sent; null while it is private.</summary>
    public Guid? OpinionId { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Changes it.</summary>
    /// <param name="text">Text.</param>
    /// <param name="kind">What the opinion asks for.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">It was sent, or the text is empty or too long.</exception>
    public void Change(string text, OpinionKind? kind, DateTimeOffset at)
    {
        Rule.Holds(OpinionId is null, "note.sent", "A note that was sent is an opinion");
        (Text, Kind, ChangedAt) = (Rule.Text(text, "note.text", Rule.TextLength), kind, at);
    }

    /// <summary>Takes it away.</summary>
    /// <param name="at">Time.</param>
    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    /// <summary>Puts it back.</summary>
    public void Restore() => RemovedAt = null;

    /// <summary>It was sent to the Office.</summary>
    /// <param name="opinionId">The opinion that it became.</param>
    /// <exception cref="DomainException">It was taken away, or sent as another one.</exception>
    public void Sent(Guid opinionId)
    {
        Rule.Holds(RemovedAt is null && (OpinionId is null || OpinionId == opinionId), "note.sent", "A note is sent once");
        OpinionId = opinionId;
    }
}
