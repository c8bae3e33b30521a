using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>What all parts of one reading of a document share: its styles, which of two tracked texts is read, and the counts.</summary>
internal sealed class WordReading(DocumentStyles styles, DocumentNumbers numbers, WordNotes notes, TrackedText tracked, LegacyEncoding encoding, CancellationToken cancel)
{
    public DocumentStyles Styles { get; } = styles;

    public DocumentNumbers Numbers { get; } = numbers;

    public WordNotes Notes { get; } = notes;

    /// <summary>The encoding of text without a font that says it.</summary>
    public LegacyEncoding Encoding { get; } = encoding;

    public CancellationToken Cancel { get; } = cancel;

    public LeftOut Left { get; } = new();

    public int Changes { get; private set; }

    /// <summary>Whether what a tracked change inserts, or deletes, is read.</summary>
    public bool Takes(bool isInserted)
    {
        Changes++;
        return isInserted == (tracked == TrackedText.Accepted);
    }

    /// <summary>The properties that hold in this reading: of changed ones those from before or after the change.</summary>
    public OpenXmlElement? Properties(OpenXmlElement? now)
    {
        var change = now?.LastChild;
        if (change is not (RunPropertiesChange or ParagraphPropertiesChange)) return now;
        Changes++;
        return tracked == TrackedText.Accepted ? now : change.FirstChild;
    }

    /// <summary>The one of several equal contents that a program of today shows.</summary>
    public static OpenXmlElement? Chosen(AlternateContent content) =>
        (OpenXmlElement?)content.GetFirstChild<AlternateContentChoice>() ?? content.GetFirstChild<AlternateContentFallback>();
}
