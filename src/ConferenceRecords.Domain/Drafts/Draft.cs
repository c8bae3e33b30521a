namespace ConferenceRecords.Domain.Drafts;

/// <summary>A paper under an agenda item (dự thảo); its texts are immutable versions.</summary>
public sealed class Draft
{
    private readonly List<DraftVersion> versions = [];

    private Draft() { }

    /// <summary>Opens a draft.</summary>
    /// <param name="id">Key, made once for the form.</param>
    /// <param name="itemId">The agenda item.</param>
    /// <param name="title">Title.</param>
    /// <param name="isIllustrative">Whether the source does not give it.</param>
    /// <exception cref="DomainException">The title is empty.</exception>
    public Draft(Guid id, Guid itemId, string title, bool isIllustrative = false) =>
        (Id, ItemId, Title, IsIllustrative) = (Rule.Key(id, "draft"), itemId, Rule.Text(title, "draft.title", Rule.TitleLength), isIllustrative);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The agenda item.</summary>
    public Guid ItemId { get; private init; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Illustrative data.</summary>
    public bool IsIllustrative { get; private init; }

    /// <summary>Internal papers never go into a publication. Every paper starts internal.</summary>
    public bool IsInternal { get; private set; } = true;

    /// <summary>When delegates may read it; null while the office prepares it.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Last moment for opinions; null without a deadline.</summary>
    public DateTimeOffset? OpinionsUntil { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>The versions in order.</summary>
    public IReadOnlyList<DraftVersion> Versions => versions;

    /// <summary>Changes the title.</summary>
    /// <param name="title">Title.</param>
    /// <exception cref="DomainException">The title is empty.</exception>
    public void Rename(string title) => Title = Rule.Text(title, "draft.title", Rule.TitleLength);

    /// <summary>Adds a version; a version that is there is never changed.</summary>
    /// <param name="id">Key.</param>
    /// <param name="paragraphs">The paragraphs in order.</param>
    /// <param name="note">What changed, in a line.</param>
    /// <param name="authorId">Who entered it.</param>
    /// <param name="at">Time.</param>
    /// <param name="file">The file from which it was converted; null for pasted text.</param>
    /// <returns>The version.</returns>
    /// <exception cref="DomainException">There is neither a paragraph nor a file.</exception>
    public DraftVersion AddVersion(Guid id, IEnumerable<NewParagraph> paragraphs, string? note, Guid authorId, DateTimeOffset at, VersionFile? file = null)
    {
        var version = new DraftVersion(id, this, versions.Count + 1, paragraphs, note, authorId, at, file);
        versions.Add(version);
        return version;
    }

    /// <summary>Sends the draft to the invited delegates.</summary>
    /// <param name="at">Time.</param>
    /// <param name="opinionsUntil">Deadline; null without one.</param>
    /// <exception cref="DomainException">There is no text yet, or the deadline has passed.</exception>
    public void Send(DateTimeOffset at, DateTimeOffset? opinionsUntil)
    {
        Rule.Holds(opinionsUntil is null || opinionsUntil > at, "draft.deadline", "The deadline has passed");
        SentAt ??= at;
        OpinionsUntil = opinionsUntil;
    }

    /// <summary>Takes the draft back from the delegates.</summary>
    public void Recall() => SentAt = null;

    /// <summary>Lowers the draft to internal, by itself or because its content was marked internal.</summary>
    public void MarkInternal() => IsInternal = true;

    /// <summary>Allows the draft into a publication: an act of its own, never the undoing of another.</summary>
    public void Release() => IsInternal = false;

    /// <summary>Whether opinions are taken at a time.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True while it is sent and the deadline has not passed.</returns>
    public bool TakesOpinions(DateTimeOffset now) => SentAt is not null && (OpinionsUntil is null || now <= OpinionsUntil);
}
