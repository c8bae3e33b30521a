using System.Globalization;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>A pasted draft passes a limit of <see cref="PastedDraft"/>. Nothing of it was taken.</summary>
public sealed class DraftTextException : Exception
{
    /// <summary>The code for more paragraphs than <see cref="PastedDraft.MostParagraphs"/>.</summary>
    public const string TooManyParagraphs = "draft.too-many-paragraphs";

    /// <summary>The code for a paragraph longer than <see cref="PastedDraft.LongestParagraph"/>.</summary>
    public const string ParagraphTooLong = "draft.paragraph-too-long";

    private DraftTextException(string code, int paragraph, int limit, string message)
        : base(message)
    {
        Code = code;
        Paragraph = paragraph;
        Limit = limit;
    }

    /// <summary>A stable code that pages turn into a message: <see cref="TooManyParagraphs"/> or <see cref="ParagraphTooLong"/>.</summary>
    public string Code { get; }

    /// <summary>The number of the first paragraph that passes the limit, from 1.</summary>
    public int Paragraph { get; }

    /// <summary>The limit: paragraphs or characters, by <see cref="Code"/>.</summary>
    public int Limit { get; }

    internal static DraftTextException ForCount(int paragraph) => new(
        TooManyParagraphs,
        paragraph,
        PastedDraft.MostParagraphs,
        string.Create(CultureInfo.InvariantCulture, $"The draft has more than {PastedDraft.MostParagraphs} paragraphs."));

    // The message names the place and never the text, because messages end in logs and the draft is unpublished.
    internal static DraftTextException ForLength(int paragraph) => new(
        ParagraphTooLong,
        paragraph,
        PastedDraft.LongestParagraph,
        string.Create(CultureInfo.InvariantCulture, $"Paragraph {paragraph} is longer than {PastedDraft.LongestParagraph} characters."));
}
