using ConferenceRecords.Documents.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>A paragraph as it was read, before it is decided what it is.</summary>
internal sealed record WordLine(MarkedLine Text, string? Number, int Outline, int Depth);

/// <summary>Where the blocks of a stretch of text go: the body into the draft, those of a cell or a note into one text.</summary>
internal interface IWordTarget
{
    void Line(WordLine line);

    void Table(IEnumerable<(IReadOnlyList<MarkedLine> Cells, bool IsHead)> rows);
}

/// <summary>Reads paragraphs and tables one after the other: body, cell, note or text box.</summary>
internal sealed class WordBlocks(WordReading reading, WordFields fields, IWordTarget target, bool hasNotes = true)
{
    private readonly WordRuns runs = new(reading, fields, hasNotes);

    /// <summary>Paragraphs whose end is deleted or hidden go on in the next one.</summary>
    private MarkedText? unfinished;

    private StyleLook lastLook = StyleLook.Nothing;

    public void ReadAll(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements) Read(child);
        Finish();
    }

    public void Read(OpenXmlElement block)
    {
        reading.Cancel.ThrowIfCancellationRequested();
        switch (block)
        {
            case Paragraph paragraph:
                Read(paragraph);
                break;
            case Table table:
                Finish();
                target.Table(new WordTable(reading, fields, hasNotes).Rows(table));
                break;
            case SdtBlock control when IsContents(control.SdtProperties):
                reading.Left.Add(LeftOut.Contents);
                break;
            case SdtBlock or SdtContentBlock or CustomXmlBlock:
                foreach (var child in block.ChildElements) Read(child);
                break;
            case AlternateContent content:
                foreach (var child in WordReading.Chosen(content)?.ChildElements ?? new()) Read(child);
                break;
        }
    }

    /// <summary>Whether a content control holds the table of contents that Word makes.</summary>
    public static bool IsContents(SdtProperties? properties) =>
        properties?.GetFirstChild<SdtContentDocPartObject>()?.DocPartGallery?.Val?.Value is { } gallery && gallery.Contains("Table of Contents", StringComparison.OrdinalIgnoreCase);

    public void Finish()
    {
        if (unfinished is { } text) Tell(text, lastLook);
        unfinished = null;
    }

    private void Read(Paragraph paragraph)
    {
        var look = reading.Styles.OfParagraph(StyleLook.Nothing.Or(reading.Properties(paragraph.ParagraphProperties)));
        var text = unfinished ?? new();
        unfinished = null;
        var boxes = runs.Read(paragraph, look, text);

        // Word gives paragraphs that become one the properties of the last.
        if (EndIsShown(paragraph.ParagraphProperties?.ParagraphMarkRunProperties, look)) Tell(text, look);
        else (unfinished, lastLook) = (text, look);
        foreach (var box in boxes) new WordBlocks(reading, new(reading.Left), target, hasNotes).ReadAll(box);
    }

    private void Tell(MarkedText text, StyleLook look)
    {
        if (text.IsConverted) reading.Left.Add(LeftOut.Legacy);
        var place = DocumentStyles.Numbering(look);
        target.Line(new(text.Clean(), reading.Numbers.Next(place), look.Outline is >= 0 and < 9 and var outline ? outline + 1 : 0, place is null ? 0 : place.Value.Level + 1));
    }

    private bool EndIsShown(ParagraphMarkRunProperties? end, StyleLook look)
    {
        var (isShown, isHidden) = (true, look.Hidden == true);
        foreach (var property in end?.ChildElements ?? new())
        {
            if (property is Inserted or MoveTo) isShown &= reading.Takes(isInserted: true);
            else if (property is Deleted or MoveFrom) isShown &= reading.Takes(isInserted: false);
            else if (property is Vanish or SpecVanish) isHidden = StyleLook.IsOn((OnOffType)property);
        }
        return isShown && !isHidden;
    }
}
