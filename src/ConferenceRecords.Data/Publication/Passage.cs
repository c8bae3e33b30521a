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

    /// <summary>A line of the summary of opinions.</summary>
    Opinion,

    /// <summary>A task of the report on the directives.</summary>
    Task,
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

/// <summary>What search shows and has to know of an edition without reading its bundle.</summary>
public sealed class EditionFacts
{
    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>Title of its session.</summary>
    public string SessionTitle { get; init; } = "";

    /// <summary>Label of the term.</summary>
    public string TermLabel { get; init; } = "";

    /// <summary>First year of the term.</summary>
    public int TermStart { get; init; }

    /// <summary>Last year of the term.</summary>
    public int TermEnd { get; init; }

    /// <summary>Ordinal of the session.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Title of the document; null where the edition is none.</summary>
    public string? DocumentTitle { get; init; }

    /// <summary>Its number and symbol as printed.</summary>
    public string? Symbol { get; init; }

    /// <summary>The same without marks and blanks, in lower case.</summary>
    public string? SymbolKey { get; init; }
}

/// <summary>A word that some edition holds; search proposes it for one that was mistyped.</summary>
public sealed class PublishedWord
{
    /// <summary>The word in lower case, with its marks.</summary>
    public string Word { get; init; } = "";

    /// <summary>The word without marks.</summary>
    public string Folded { get; init; } = "";

    /// <summary>The folded word, and it without each one of its letters: two words with one of these in common differ by a letter or two.</summary>
    public string[] Near { get; init; } = [];
}
