namespace ConferenceRecords.Domain.Drafts;

/// <summary>A paragraph to be compared.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number within its version, from 1.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Marker">The number or bullet before it: another one alone changes no words.</param>
/// <param name="Text">Text.</param>
/// <param name="Table">Of a row, the number of its table; 0 elsewhere.</param>
public sealed record ComparedParagraph(Guid Id, int Number, ParagraphKind Kind, string? Marker, string Text, int Table);

/// <summary>What became of the words of a paragraph; whether it moved is told apart.</summary>
public enum ParagraphFate
{
    /// <summary>The same words.</summary>
    Same,

    /// <summary>Other words in some places (sửa).</summary>
    Changed,

    /// <summary>New (thêm).</summary>
    Added,

    /// <summary>Gone (bỏ).</summary>
    Removed,

    /// <summary>One of several paragraphs that the older one was divided into (tách).</summary>
    Split,

    /// <summary>One of several paragraphs that were joined (gộp).</summary>
    Merged,
}

/// <summary>A paragraph of the older version and what it is in the newer one.</summary>
/// <param name="Old">The older one; null where it was added.</param>
/// <param name="New">The newer one; null where it was removed.</param>
/// <param name="Fate">What became of the words.</param>
/// <param name="IsMoved">Whether it stands elsewhere among those that kept their order.</param>
/// <param name="Confidence">From 0 to 1: how sure it is that these two belong together; 1 for what was added or removed.</param>
public sealed record ParagraphPair(ComparedParagraph? Old, ComparedParagraph? New, ParagraphFate Fate, bool IsMoved, double Confidence)
{
    /// <summary>Whether a reader of the older version finds something else here.</summary>
    public bool IsChange => Fate != ParagraphFate.Same || IsMoved;
}
