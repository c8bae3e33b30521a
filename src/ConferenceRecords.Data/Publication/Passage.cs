namespace ConferenceRecords.Data.Publication;

/// <summary>What a passage is of.</summary>
public enum PassageKind
{
    /// <summary>A session, by its title.</summary>
    Session,

    /// <summary>A content of the agenda.</summary>
    Item,

    /// <summary>A paragraph of a conclusion.</summary>
    Conclusion,

    /// <summary>A directive.</summary>
    Directive,

    /// <summary>A figure.</summary>
    Indicator,

    /// <summary>A paragraph of a paper.</summary>
    Paper,

    /// <summary>A row of the summary of opinions.</summary>
    Opinions,
}

/// <summary>A passage of an edition that search finds and links to.</summary>
public sealed class Passage
{
    /// <summary>Key, ever growing: what was published later stands in a later block.</summary>
    public long Id { get; init; }

    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>What it is.</summary>
    public PassageKind Kind { get; init; }

    /// <summary>Address it links to, without a leading slash, such as <c>ket-luan/...#doan-3</c>.</summary>
    public string Address { get; init; } = "";

    /// <summary>Text as published.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it is illustrative data.</summary>
    public bool IsIllustrative { get; init; }

    /// <summary>What the index knows of it, see <see cref="PassageTerms"/>.</summary>
    public long[] Terms { get; init; } = [];
}
