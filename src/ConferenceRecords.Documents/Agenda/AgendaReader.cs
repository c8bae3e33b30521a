using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>
/// Reads the list of an agenda as office programs hand it over: what the clipboard holds after a copy in Word, Excel or LibreOffice, plain text, a document or
/// a workbook. Numbers stay as written; titles stay whole; what is in doubt is reported with the row and never decided.
/// </summary>
/// <param name="categories">The groups that a content can belong to.</param>
public sealed class AgendaReader(IReadOnlyList<KnownCategory> categories)
{
    private readonly AgendaHeading headings = new(categories);

    /// <summary>Reads the clipboard's HTML.</summary>
    /// <param name="html">The HTML, from anywhere: nothing of it survives but text.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="html"/> is null.</exception>
    public AgendaDraft FromHtml(string html) => Read(HtmlBlocks.Of(html));

    /// <summary>Reads plain text: a line for each content, or a row of a table with tabs between its cells.</summary>
    /// <param name="text">The text as pasted.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public AgendaDraft FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Replace('\v', ' ').Split('\n');
        var isTable = lines.Any(line => line.Trim('\t', ' ').Count(c => c == '\t') > 1);
        return Read([.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => isTable && line.Contains('\t', StringComparison.Ordinal)
            ? AgendaBlock.Row([.. line.Split('\t').Select(cell => Written.Of(cell))])
            : NumberAndText(line))]);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">A document or a workbook; of a workbook the first visible sheet.</param>
    /// <param name="progress">Told how many rows of a workbook were read.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="OfficeFileException">The file is damaged, or a workbook holds a formula or passes a limit.</exception>
    public AgendaDraft FromFile(OfficeFile file, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Kind == OfficeKind.Workbook) return Read([.. SheetRows.Read(file, progress, cancel).Select(row => AgendaBlock.Row([.. row.Cells.Select(cell => Written.Of(cell))]))]);
        var document = DocumentBlocks.Of(file, cancel);
        return Read(document.Blocks, document.HasTrackedChanges);
    }

    /// <summary>"1", a tab and the title: the number of a list, or the first of two cells.</summary>
    private static AgendaBlock NumberAndText(string line) =>
        line.Trim().Split('\t', 2) is [{ Length: <= 6 } number, var text] && number.Any(char.IsAsciiLetterOrDigit) ? new(number, Written.Of(text)) : new(null, Written.Of(line));

    private AgendaDraft Read(IReadOnlyList<AgendaBlock> blocks, bool tracked = false)
    {
        // Fonts say it for certain; without them the words do.
        var all = blocks.SelectMany(b => b.Cells ?? [b.Text]).ToList();
        var encoding = OfFonts(all);
        if (encoding == LegacyEncoding.None && LegacyText.Detect(string.Join('\n', all.Select(t => t.Raw))) is var found and not LegacyEncoding.None) (encoding, blocks) = (found, [.. blocks.Select(b => b.In(found))]);
        var stamped = all.Exists(t => SecrecyStamp.IsIn(t.Raw) || SecrecyStamp.IsIn(t.Text));
        return new AgendaComposer(headings, [.. Lines(blocks)]).Compose(encoding, tracked) with { IsStamped = stamped };
    }

    private static LegacyEncoding OfFonts(List<Written> texts)
    {
        if (texts.Find(t => t.Raw != t.Text) is not { Raw: not null } converted) return LegacyEncoding.None;
        return LegacyText.ToUnicode(converted.Raw, LegacyEncoding.Vni) == converted.Text ? LegacyEncoding.Vni : LegacyEncoding.Tcvn3;
    }

    private static IEnumerable<AgendaLine> Lines(IReadOnlyList<AgendaBlock> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var table = blocks.Skip(i).TakeWhile(b => b.Cells is not null).Select(b => b.Cells!).ToList();
            foreach (var line in table.Count > 0 ? TableLines.Of(table) : AgendaLine.OfParagraph(blocks[i])) yield return line;
            i += Math.Max(1, table.Count);
        }
    }
}
