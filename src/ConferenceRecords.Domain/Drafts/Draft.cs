namespace ConferenceRecords.Domain.Drafts;

/// <summary>What a paragraph is in the draft.</summary>
public enum ParagraphKind
{
    /// <summary>Heading.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>Entry of a list.</summary>
    ListItem,
}

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
    /// <returns>The version.</returns>
    /// <exception cref="DomainException">There is no paragraph.</exception>
    public DraftVersion AddVersion(Guid id, IEnumerable<NewParagraph> paragraphs, string? note, Guid authorId, DateTimeOffset at)
    {
        var version = new DraftVersion(id, this, versions.Count + 1, paragraphs, note, authorId, at);
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

/// <summary>A paragraph on its way into a version.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">Text in NFC.</param>
/// <param name="Marker">The number or bullet as the author wrote it.</param>
public sealed record NewParagraph(ParagraphKind Kind, string Text, string? Marker = null);

/// <summary>One immutable text of a draft (bản dự thảo).</summary>
public sealed class DraftVersion
{
    private readonly List<Paragraph> paragraphs = [];

    private DraftVersion() { }

    internal DraftVersion(Guid id, Draft draft, int ordinal, IEnumerable<NewParagraph> texts, string? note, Guid authorId, DateTimeOffset at)
    {
        (Id, DraftId, Ordinal, Note, AuthorId, CreatedAt) =
            (Rule.Key(id, "draft-version"), draft.Id, ordinal, Rule.OptionalText(note, "draft.note", 500), authorId, at);
        paragraphs.AddRange(texts.Select((text, index) => new Paragraph(this, index + 1, text)));
        Rule.Holds(paragraphs.Count > 0, "draft.no-text", "A draft version has no paragraph");
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; private init; }

    /// <summary>1, 2, 3 ...</summary>
    public int Ordinal { get; private init; }

    /// <summary>What changed.</summary>
    public string? Note { get; private init; }

    /// <summary>Who entered it.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The paragraphs in order.</summary>
    public IReadOnlyList<Paragraph> Paragraphs => paragraphs;
}

/// <summary>A numbered, linkable part of a draft version; opinions anchor to its key, never to a line number.</summary>
public sealed class Paragraph
{
    private Paragraph() { }

    internal Paragraph(DraftVersion version, int number, NewParagraph text) =>
        (Id, VersionId, Number, Kind, Text, Marker) = (
            Guid.CreateVersion7(), version.Id, number, text.Kind, Rule.Text(text.Text, "paragraph.text", Rule.TextLength),
            Rule.OptionalText(text.Marker, "paragraph.marker", 50));

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>Number within the version, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Kind.</summary>
    public ParagraphKind Kind { get; private init; }

    /// <summary>Text.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The number or bullet as written.</summary>
    public string? Marker { get; private init; }
}
