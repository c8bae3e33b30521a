using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Makes the paragraphs of a draft from lines read out of a file, and holds to its limits while they come.</summary>
internal sealed class DraftComposer(IProgress<int>? progress)
{
    /// <summary>All characters of a draft: ten times a paper of three hundred pages.</summary>
    private const int MostCharacters = 8_000_000;

    private readonly List<NewParagraph> paragraphs = [];
    private int characters;
    private int tables;

    public IReadOnlyList<NewParagraph> Paragraphs => paragraphs;

    public int NextTable() => ++tables;

    /// <summary>Adds a line outside tables.</summary>
    /// <param name="line">Its text; nothing is added when it is blank.</param>
    /// <param name="number">The number that the program that made the file shows before it.</param>
    /// <param name="outline">Depth as a heading from 1; 0 where it is styled as none.</param>
    /// <param name="depth">Depth in a list from 1; 0 outside lists.</param>
    public void Add(MarkedLine line, string? number = null, int outline = 0, int depth = 0)
    {
        if (line.IsBlank) return;

        // A line break is a blank to the rules; the text keeps it.
        var flat = line.Text.Replace('\n', ' ');
        var (kind, marker, rest) = ParagraphMarker.Read(number is null ? flat : $"{number} {flat}");
        if (number is not null)
        {
            if (outline == 0 && kind == ParagraphKind.Body) kind = ParagraphKind.ListItem;
            marker = number;
        }
        else
        {
            var start = flat.Length - rest.Length;
            while (start < flat.Length && line.Text[start] is ' ' or '\n') start++;
            line = line.From(start);
        }
        if (outline > 0) kind = ParagraphKind.Heading;
        var level = outline > 0 ? outline : kind == ParagraphKind.ListItem && number is not null ? depth : 0;
        Add(new NewParagraph(kind, line.Text, marker, level, Marks(line, kind)));
    }

    /// <summary>Adds a row of a table, one cell of which holds something.</summary>
    public void AddRow(IReadOnlyList<MarkedLine> cells, bool isHead, int table)
    {
        var kind = isHead ? ParagraphKind.TableHead : ParagraphKind.TableRow;
        var row = MarkedLine.Join("\t", cells);
        Add(new NewParagraph(kind, row.Text, Marks: Marks(row, kind), Table: table));
    }

    public void AddNote(MarkedLine line, string marker)
    {
        if (!line.IsBlank) Add(new NewParagraph(ParagraphKind.Footnote, line.Text, marker, Marks: TextMarks.Write(line.Marks)));
    }

    private void Add(NewParagraph paragraph)
    {
        var length = paragraph.Text.Length + (paragraph.Marker?.Length ?? 0);
        if (paragraphs.Count == PastedDraft.MostParagraphs) throw DraftTextException.ForCount(paragraphs.Count + 1);
        if (length > PastedDraft.LongestParagraph) throw DraftTextException.ForLength(paragraphs.Count + 1);
        if ((characters += length) > MostCharacters) throw new OfficeFileException(OfficeFileProblem.TooLarge, "The draft has too many characters");
        paragraphs.Add(paragraph);
        if (paragraphs.Count % 50 == 0) progress?.Report(paragraphs.Count);
    }

    /// <summary>A heading is bold as it is, and so is the head of a table.</summary>
    private static string? Marks(MarkedLine line, ParagraphKind kind) => TextMarks.Write(
        kind is ParagraphKind.Heading or ParagraphKind.TableHead ? line.Marks.Where(m => m.Kind != MarkKind.Bold) : line.Marks);
}
