namespace ConferenceRecords.Documents.Drafts;

/// <summary>What a paragraph of a draft is.</summary>
public enum ParagraphKind
{
    /// <summary>A heading: a part, chapter, section, article, Roman numeral, or a line in capitals.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>An item of a numbered, lettered or bulleted list.</summary>
    ListItem,
}

/// <summary>One paragraph of a draft, to which opinions can be anchored.</summary>
/// <param name="Number">Its place in the draft, from 1, without gaps.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text without the marker: one line in form NFC, never empty.</param>
/// <param name="Marker">The marker as the author wrote it ("1.", "a)", "-", "Điều 5."), or null when there is none.</param>
public sealed record DraftParagraph(int Number, ParagraphKind Kind, string Text, string? Marker);
