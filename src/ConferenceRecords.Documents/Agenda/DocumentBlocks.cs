using System.Xml;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Reads the body of a document into paragraphs and table rows, as it prints: what tracked changes delete, hidden text and text boxes are left out.</summary>
internal sealed class DocumentBlocks
{
    private readonly List<AgendaBlock> blocks = [];
    private readonly DocumentStyles styles;
    private readonly DocumentNumbers numbers;

    private DocumentBlocks(MainDocumentPart part)
    {
        styles = new(part.StyleDefinitionsPart?.Styles);
        numbers = new(part.NumberingDefinitionsPart?.Numbering, styles);
    }

    public IReadOnlyList<AgendaBlock> Blocks => blocks;

    public bool HasTrackedChanges { get; private set; }

    public static DocumentBlocks Of(OfficeFile file, CancellationToken cancel)
    {
        try
        {
            using var document = WordprocessingDocument.Open(file.Content(), isEditable: false);
            var part = document.MainDocumentPart ?? throw OfficeFile.Damaged();
            var read = new DocumentBlocks(part);
            if (part.Document?.Body is not { } body) throw OfficeFile.Damaged();
            read.Read(body, cancel);
            return read;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or OpenXmlPackageException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or UriFormatException)
        {
            throw OfficeFile.Damaged(broken);
        }
    }

    private void Read(OpenXmlElement parent, CancellationToken cancel)
    {
        foreach (var child in parent.ChildElements)
        {
            cancel.ThrowIfCancellationRequested();
            switch (child)
            {
                case Paragraph paragraph:
                    blocks.Add(Block(paragraph));
                    break;
                case Table table:
                    Read(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock:
                    Read(child, cancel);
                    break;
            }
        }
    }

    private void Read(Table table)
    {
        var above = new List<Written>();
        foreach (var row in table.Descendants<TableRow>().Where(r => r.Ancestors<Table>().First() == table))
        {
            var cells = new List<Written>();
            foreach (var cell in row.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == row))
            {
                // A cell that goes on from the row above has its text.
                var goesOn = cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart;
                cells.Add(goesOn && cells.Count < above.Count ? above[cells.Count] : CellText(cell));
                for (var width = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1; width > 1 && cells.Count < 100; width--) cells.Add(Written.Nothing);
            }
            if (cells.Exists(c => !c.IsBlank)) blocks.Add(AgendaBlock.Row(cells));
            above = cells;
        }
    }

    private Written CellText(TableCell cell)
    {
        var all = Written.Nothing;
        foreach (var block in cell.Descendants<Paragraph>().Select(Block).Where(b => !b.Text.IsBlank || b.Number is not null))
        {
            if (all != Written.Nothing) all += new Written("\n", "\n");
            all += Written.Of(block.Number is { } number ? number + " " : "") + block.Text;
        }
        return all;
    }

    private AgendaBlock Block(Paragraph paragraph)
    {
        var text = Written.Nothing;
        foreach (var run in paragraph.Descendants<Run>().Where(r => r.Ancestors<Paragraph>().First() == paragraph && IsShown(r)))
        {
            var font = styles.Font(run, paragraph);
            foreach (var piece in run.ChildElements) text += Written.Of(Text(piece), font);
        }
        HasTrackedChanges |= paragraph.Descendants().Any(e => e is InsertedRun or DeletedRun or MoveFromRun or MoveToRun);

        // Word numbers no paragraph without text.
        return new(text.IsBlank && paragraph.Ancestors<TableCell>().FirstOrDefault() is null ? null : numbers.Next(paragraph), text, styles.IsHeading(paragraph));
    }

    private static bool IsShown(Run run) =>
        !run.Ancestors().Any(a => a is DeletedRun or MoveFromRun or AlternateContentFallback) && (run.RunProperties?.Vanish is null || run.RunProperties.Vanish.Val?.Value == false);

    private static string Text(OpenXmlElement piece) => piece switch
    {
        DocumentFormat.OpenXml.Wordprocessing.Text text => text.Text,
        TabChar => " ",
        Break or CarriageReturn => "\n",
        NoBreakHyphen => "-",
        _ => "",
    };
}
