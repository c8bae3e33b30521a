using System.Xml;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Reads a Word file into the paragraphs of a draft: what its page says, without anything that a page does not show.</summary>
/// <remarks>
/// Block by block, so that memory follows the largest table and not the file. Nothing outside the file is opened, no field is worked out, no script or macro can be
/// among paragraphs: they are plain text with marks (<see cref="TextMarks"/>). What is left out is counted and told.
/// </remarks>
public static class WordDraft
{
    /// <summary>The most characters of a part that is read: twenty times the text of a paper of a hundred pages.</summary>
    private const long MostOfAPart = 32L << 20;

    /// <summary>Reads the text of a document.</summary>
    /// <param name="file">A document.</param>
    /// <param name="tracked">Which text of one with tracked changes.</param>
    /// <param name="progress">Told how many paragraphs were read, after every fifty.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The text, and what was left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="OfficeFileException">The file is no document, has too much text or is damaged.</exception>
    /// <exception cref="DraftTextException">The text passes a limit of <see cref="PastedDraft"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static FileText Read(OfficeFile file, TrackedText tracked = TrackedText.Accepted, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Kind != OfficeKind.Document) throw new OfficeFileException(OfficeFileProblem.OtherKind, "The file is no document");
        try
        {
            using var document = WordprocessingDocument.Open(file.Content(), isEditable: false, new OpenSettings { MaxCharactersInPart = MostOfAPart });
            var main = document.MainDocumentPart ?? throw OfficeFile.Damaged();
            var read = Read(document, main, tracked, LegacyEncoding.None, progress, cancel);

            // Fonts say for certain that a text is older than Unicode; without them the words do.
            return read.LeftOut?.Contains(LeftOut.Legacy, StringComparison.Ordinal) != true && LegacyText.Detect(string.Join('\n', file.Texts().Take(PastedDraft.MostParagraphs))) is var found and not LegacyEncoding.None
                ? Read(document, main, tracked, found, progress, cancel) : read;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or OpenXmlPackageException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or UriFormatException or NotSupportedException)
        {
            throw OfficeFile.Damaged(broken);
        }
    }

    private static FileText Read(WordprocessingDocument document, MainDocumentPart main, TrackedText tracked, LegacyEncoding encoding, IProgress<int>? progress, CancellationToken cancel)
    {
        var styles = new DocumentStyles(main.StyleDefinitionsPart?.Styles);
        var reading = new WordReading(styles, new(main.NumberingDefinitionsPart?.Numbering, styles), new(main), tracked, encoding, cancel);
        var composer = new DraftComposer(progress);
        var fields = new WordFields(reading.Left);
        var body = new WordBlocks(reading, fields, new WordBody(composer));
        using (var xml = OpenXmlReader.Create(main))
        {
            foreach (var block in Blocks(xml, reading.Left)) body.Read(block);
        }
        body.Finish();
        if (fields.IsOpen) throw OfficeFile.Damaged();
        foreach (var (note, marker) in reading.Notes.Referred)
        {
            var lines = new WordLines();
            new WordBlocks(reading, new(reading.Left), lines, hasNotes: false).ReadAll(note);
            composer.AddNote(lines.Text, marker);
        }
        WordExtras.Count(document, main, reading.Left);
        return new(composer.Paragraphs, reading.Left.Write(), reading.Changes);
    }

    /// <summary>The blocks of the body, one in memory at a time.</summary>
    private static IEnumerable<OpenXmlElement> Blocks(OpenXmlReader xml, LeftOut left)
    {
        var (hasBody, isContents) = (false, false);
        while (xml.Read())
        {
            if (!xml.IsStartElement) continue;
            hasBody |= xml.ElementType == typeof(Body);
            if (xml.ElementType == typeof(SdtContentBlock) && isContents)
            {
                _ = xml.LoadCurrentElement();
                isContents = false;
                left.Add(LeftOut.Contents);
                continue;
            }
            if (xml.ElementType == typeof(Document) || xml.ElementType == typeof(Body) || xml.ElementType == typeof(SdtBlock) || xml.ElementType == typeof(SdtContentBlock) || xml.ElementType == typeof(CustomXmlBlock)) continue;
            var block = xml.LoadCurrentElement() ?? throw OfficeFile.Damaged();
            if (block is SdtProperties properties) isContents = WordBlocks.IsContents(properties);
            else yield return block;
        }
        if (!hasBody) throw OfficeFile.Damaged();
    }
}

/// <summary>Takes the blocks of the body into the draft.</summary>
internal sealed class WordBody(DraftComposer composer) : IWordTarget
{
    public void Line(WordLine line) => composer.Add(line.Text, line.Number, line.Outline, line.Depth);

    public void Table(IEnumerable<(IReadOnlyList<MarkedLine> Cells, bool IsHead)> rows)
    {
        var table = 0;
        foreach (var (cells, isHead) in rows)
        {
            if (cells.All(c => c.IsBlank)) continue;
            if (table == 0) table = composer.NextTable();
            composer.AddRow(cells, isHead, table);
        }
    }
}
