using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Data.Searching;

/// <summary>What a record is that the office and delegates search for.</summary>
public enum RecordKind
{
    /// <summary>An opinion.</summary>
    Opinion,

    /// <summary>An answer to an opinion.</summary>
    Answer,

    /// <summary>A content of an agenda.</summary>
    Item,

    /// <summary>A paragraph of a draft.</summary>
    Paragraph,

    /// <summary>A conclusion.</summary>
    Conclusion,

    /// <summary>A directive.</summary>
    Directive,
}

/// <summary>
/// What the office's index knows of a record: numbers of its words, no word of it. Written in the transaction that writes the record. Whoever may see the
/// record is asked of the record, never of this.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>What the record is.</summary>
    public RecordKind Kind { get; init; }

    /// <summary>Key of the record.</summary>
    public Guid RecordId { get; init; }

    /// <summary>The numbers, see <see cref="PassageTerms"/>; all in one block.</summary>
    public long[] Terms { get; set; } = [];
}
