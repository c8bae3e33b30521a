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

    /// <summary>Row of a table: its cells joined by tabs, lines within a cell by line breaks.</summary>
    TableRow,

    /// <summary>Row of a table that stands at the head of its columns.</summary>
    TableHead,

    /// <summary>Footnote; its marker stands in the text where it is referred to.</summary>
    Footnote,
}

/// <summary>A paragraph on its way into a version.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">Text in NFC.</param>
/// <param name="Marker">The number or bullet as the author wrote it or Word shows it.</param>
/// <param name="Level">Of a heading or a list entry with a known depth: 1 for the outermost; 0 where the depth is read from the marker.</param>
/// <param name="Marks">How stretches of the text are set, as <see cref="TextMarks.Write"/> writes them; null for plain text.</param>
/// <param name="Table">Of a row, the number of its table within the version, from 1; 0 elsewhere.</param>
public sealed record NewParagraph(ParagraphKind Kind, string Text, string? Marker = null, int Level = 0, string? Marks = null, int Table = 0);

/// <summary>A numbered, linkable part of a draft version; opinions anchor to its key, never to a line number.</summary>
public sealed class Paragraph
{
    private Paragraph() { }

    internal Paragraph(DraftVersion version, int number, NewParagraph text)
    {
        (Id, VersionId, Number, Kind, Text, Marker) = (
            Guid.CreateVersion7(), version.Id, number, text.Kind, Rule.Text(text.Text, "paragraph.text", Rule.TextLength),
            Rule.OptionalText(text.Marker, "paragraph.marker", 50));
        Rule.Holds(text.Level is >= 0 and <= 9, "paragraph.level", "A level is at most 9");
        Rule.Holds(text.Table > 0 == text.Kind is ParagraphKind.TableRow or ParagraphKind.TableHead, "paragraph.table", "A row stands in a table, and nothing else does");
        Rule.Holds(TextMarks.Read(text.Marks).All(m => m.End <= text.Text.Length), "paragraph.marks", "A mark lies outside the text");
        (Level, Marks, Table) = (text.Level, text.Marks, text.Table);
    }

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

    /// <summary>Depth of a heading or list entry, from 1; 0 where it is read from the marker.</summary>
    public int Level { get; private init; }

    /// <summary>How stretches of the text are set; read by <see cref="TextMarks.Read"/>.</summary>
    public string? Marks { get; private init; }

    /// <summary>Number of the row's table within the version; 0 outside tables.</summary>
    public int Table { get; private init; }
}
