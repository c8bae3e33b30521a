namespace ConferenceRecords.Domain.Drafts;

/// <summary>What the original of a version is.</summary>
public enum OriginalKind
{
    /// <summary>A Word file (.docx).</summary>
    Word,

    /// <summary>A PDF.</summary>
    Pdf,
}

/// <summary>Which text of a file with tracked changes was taken.</summary>
public enum TrackedText
{
    /// <summary>As if every change were accepted.</summary>
    Accepted,

    /// <summary>As if every change were rejected.</summary>
    Original,
}

/// <summary>The file from which a version was converted, stored untouched.</summary>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal: the key of the stored file.</param>
/// <param name="Name">Its name as uploaded, without a folder.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Tracked">Which text was taken; null for a file without tracked changes.</param>
/// <param name="LeftOut">What of the file did not become text, as <c>code=count</c> joined by <c>;</c>, such as <c>comments=3</c>; null when everything did.</param>
public sealed record VersionFile(string Sha256, string Name, OriginalKind Kind, TrackedText? Tracked = null, string? LeftOut = null);

/// <summary>One immutable text of a draft (bản dự thảo).</summary>
public sealed class DraftVersion
{
    private readonly List<Paragraph> paragraphs = [];

    private DraftVersion() { }

    internal DraftVersion(Guid id, Draft draft, int ordinal, IEnumerable<NewParagraph> texts, string? note, Guid authorId, DateTimeOffset at, VersionFile? file)
    {
        (Id, DraftId, Ordinal, Note, AuthorId, CreatedAt, File) =
            (Rule.Key(id, "draft-version"), draft.Id, ordinal, Rule.OptionalText(note, "draft.note", 500), authorId, at, file);
        if (file is not null) Rule.Text(file.Name, "draft.file-name", 260);
        paragraphs.AddRange(texts.Select((text, index) => new Paragraph(this, index + 1, text)));
        Rule.Holds(paragraphs.Count > 0 || file is not null, "draft.no-text", "A draft version has no paragraph");
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

    /// <summary>The original; null for pasted text.</summary>
    public VersionFile? File { get; private init; }

    /// <summary>The paragraphs in order; none where the original is a scan.</summary>
    public IReadOnlyList<Paragraph> Paragraphs => paragraphs;
}
