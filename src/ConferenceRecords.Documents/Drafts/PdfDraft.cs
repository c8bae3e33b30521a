using ConferenceRecords.Documents.Office;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>What was read from a PDF.</summary>
/// <param name="Draft">Its paragraphs.</param>
/// <param name="Texts">Every text of it, lines and properties: for looking for stamps.</param>
public sealed record PdfText(FileText Draft, IReadOnlyList<string> Texts);

/// <summary>Reads the text of a PDF into paragraphs: lines from top to bottom, joined where a sentence goes on. Pages that are pictures have none.</summary>
/// <remarks>
/// A PDF knows letters and places, no paragraphs: what is joined is a guess by indents, gaps and the ends of lines, which a person looks at before it is stored. Columns are not
/// told apart. Nothing in the file is run or opened.
/// </remarks>
public static class PdfDraft
{
    /// <summary>The most pages.</summary>
    public const int MostPages = 1_000;

    /// <summary>Fewer letters on every page than this are no text: a scan with a page number or a stamp printed over it.</summary>
    private const int FewLetters = 30;

    /// <summary>Looks at the first bytes, before anything is parsed.</summary>
    /// <param name="content">The bytes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is null.</exception>
    /// <exception cref="OfficeFileException">The file is empty, too large or no PDF.</exception>
    public static void Check(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0) throw new OfficeFileException(OfficeFileProblem.Empty, "The file is empty");
        if (content.Length > OfficeFile.MostBytes) throw new OfficeFileException(OfficeFileProblem.TooLarge, "The file is too large");
        if (content.AsSpan(0, Math.Min(content.Length, 1_024)).IndexOf("%PDF-"u8) < 0) throw new OfficeFileException(OfficeFileProblem.NotWhatItsNameSays, "The file is no PDF");
    }

    /// <summary>Reads the text.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="progress">Told after every page how many were read, and how many there are.</param>
    /// <param name="cancel">Stops the reading after the page that is being read.</param>
    /// <returns>The text; without paragraphs where the file is a scan.</returns>
    /// <exception cref="OfficeFileException">The file is refused: encrypted, with other files within it, with too many pages, or damaged.</exception>
    /// <exception cref="DraftTextException">The text passes a limit of <see cref="PastedDraft"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static PdfText Read(byte[] content, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancel = default)
    {
        Check(content);
        var filters = new PdfFilters();
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters });
            var read = Read(document, progress, cancel);
            return filters.HasRefused ? throw Bomb() : read;
        }
        catch (PdfDocumentEncryptedException locked)
        {
            throw new OfficeFileException(OfficeFileProblem.Encrypted, "The file is encrypted", inner: locked);
        }
        catch (Exception broken) when (broken is not (OfficeFileException or DraftTextException or OperationCanceledException))
        {
            // Whatever a parser throws at a file that was made to break it.
            throw filters.HasRefused ? Bomb() : OfficeFile.Damaged(broken);
        }

        static OfficeFileException Bomb() => new(OfficeFileProblem.Bomb, "A stream unpacks to too much");
    }

    private static PdfText Read(PdfDocument document, IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        if (document.IsEncrypted) throw new OfficeFileException(OfficeFileProblem.Encrypted, "The file is encrypted");
        if (document.NumberOfPages > MostPages) throw new OfficeFileException(OfficeFileProblem.TooManyPages, "The file has too many pages");
        if (HasFiles(document)) throw new OfficeFileException(OfficeFileProblem.EmbeddedObject, "The file carries another file");
        if (document.NumberOfPages == 0) throw OfficeFile.Damaged();
        var (left, pages, texts) = (new LeftOut(), new List<IReadOnlyList<PdfLine>>(), new List<string>(Properties(document)));
        var letters = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancel.ThrowIfCancellationRequested();
            var page = document.GetPage(number);
            var words = page.GetWords().Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
            var count = words.Sum(w => w.Letters.Count);
            if (count < FewLetters) left.Add(LeftOut.EmptyPages);
            letters = Math.Max(letters, count);
            pages.Add(PdfLine.Of(words));
            texts.AddRange(pages[^1].Select(line => line.Cells));
            texts.AddRange(words.Where(w => w.TextOrientation != TextOrientation.Horizontal).Select(w => w.Text));
            left.Add(LeftOut.Pictures, page.NumberOfImages);
            progress?.Report((number, document.NumberOfPages));
        }
        var composer = new DraftComposer(null);
        if (letters >= FewLetters) PdfParagraphs.Compose(pages, composer, left);
        if (Properties(document).Any()) left.Add(LeftOut.Properties, Properties(document).Count());
        return new(new(composer.Paragraphs, left.Write(), Pages: document.NumberOfPages), texts);
    }

    private static IEnumerable<string> Properties(PdfDocument document)
    {
        var all = document.Information;
        return new[] { all.Title, all.Author, all.Subject, all.Keywords, all.Creator, all.Producer }.OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text));
    }

    /// <summary>Whether the catalogue names files within the file. They would be seen by nobody who checks it.</summary>
    private static bool HasFiles(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        return Resolve(document, catalog, "Names") is DictionaryToken names && Resolve(document, names, "EmbeddedFiles") is not null;
    }

    private static IToken? Resolve(PdfDocument document, DictionaryToken dictionary, string name)
    {
        if (!dictionary.TryGet(NameToken.Create(name), out var token)) return null;
        return token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;
    }
}
