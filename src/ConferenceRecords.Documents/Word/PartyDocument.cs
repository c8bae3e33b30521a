using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Word;

/// <summary>What stands above the title of a document of the Party. What is not known is left to be filled in by hand.</summary>
/// <param name="Parent">The body above the issuer; null for none.</param>
/// <param name="Issuer">Who issues it; dots where it is not known.</param>
/// <param name="Kind">Short for the kind of document within the number, "BC".</param>
/// <param name="Notice">Line at the top of every page, such as "Tài liệu nội bộ - chưa công bố".</param>
/// <param name="Number">Line of the number; null for dots.</param>
/// <param name="PlaceAndDate">Line of place and date; null for dots.</param>
public sealed record PartyHead(string? Parent, string? Issuer, string Kind, string? Notice = null, string? Number = null, string? PlaceAndDate = null);

/// <summary>Who signs a document. A name is no signature: a file that the portal makes says that it is not signed.</summary>
/// <param name="For">For whom ("T/M BAN THƯỜNG VỤ").</param>
/// <param name="Post">The post.</param>
/// <param name="Name">The name.</param>
/// <param name="State">What is known of the signature, such as "(chưa ký)".</param>
public sealed record PartySignature(string? For, string? Post, string? Name, string State);

/// <summary>
/// A Word document in the form of the Party's documents, written from top to bottom: A4, margins, letters and first line by the guide in
/// force (<see cref="PartyLayout"/>), head with the name of the Party and a rule as long as it, number of the page at the top centre from page 2.
/// </summary>
/// <remarks>Every text is text: nothing in it is read as a field, a style or markup.</remarks>
public sealed class PartyDocument : IDisposable
{
    /// <summary>Room to be filled in by hand.</summary>
    public const string Dots = "………………";

    private const int PartyWidth = 4130;

    /// <summary>Characters of a cell from which its row need not stand on one page.</summary>
    private const int Long = 600;

    private readonly MemoryStream stream = new();
    private readonly WordprocessingDocument file;
    private readonly Body body = new();
    private readonly PartyLayout layout;
    private readonly int width, left;

    /// <summary>Begins a document with its head.</summary>
    /// <param name="head">What stands above the title.</param>
    /// <param name="isLandscape">The long side of the page at the top, for a wide table.</param>
    /// <param name="layout">The guide in force; null for that of 2021.</param>
    public PartyDocument(PartyHead head, bool isLandscape = false, PartyLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(head);
        this.layout = layout ?? PartyLayout.InForce(null, 2021);
        width = PartyStyles.TextWidth(this.layout, isLandscape);
        left = width * 13 / 30;
        file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = file.AddMainDocumentPart();

        // Named by hand, here and in the styles: the library would draw lots, and no two files of one text would be the same.
        file.ChangeIdOfPart(main, "rId1");
        main.Document = new Document(body);
        PartyStyles.AddTo(main, this.layout);
        body.Append(Head(head), Line());
        SectionEnd = PartyStyles.Section(main, this.layout, head.Notice, isLandscape);
    }

    private SectionProperties SectionEnd { get; }

    /// <summary>Writes the kind of document and what it is about, centred.</summary>
    /// <param name="kind">"BÁO CÁO".</param>
    /// <param name="about">What it is about.</param>
    public void Title(string kind, string about)
    {
        ArgumentNullException.ThrowIfNull(kind);
        body.Append(
            Styled(PartyStyles.Kind, Text(kind.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN")))), Styled(PartyStyles.About, Text(about)), Styled(PartyStyles.Centred, Text(layout.AboutRule)));
    }

    /// <summary>Writes a heading of the first level ("I. ...").</summary>
    /// <param name="text">Text.</param>
    public void Section(string text) => body.Append(Styled(PartyStyles.Heading, Text(text)));

    /// <summary>Writes a heading of the second level ("1. ...").</summary>
    /// <param name="text">Text.</param>
    public void Subsection(string text) => body.Append(Styled(PartyStyles.Subheading, Text(text)));

    /// <summary>Writes text; each of its lines is a paragraph.</summary>
    /// <param name="text">Text.</param>
    /// <param name="italic">Slanted, for remarks.</param>
    public void Paragraph(string text, bool italic = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            body.Append(new Paragraph(italic ? Text(line, new RunProperties(new Italic())) : Text(line)));
    }

    /// <summary>Writes a table whose first row comes again on every page.</summary>
    /// <param name="columns">Heading of each column with its share of the width.</param>
    /// <param name="rows">Cells by row; the first column begins at the left, the others are centred where the column says so. Each line of a cell is a paragraph. A row of one cell is a
    /// heading over all columns that stays with the row below it.</param>
    /// <param name="rowsBreak">Whether a row with a long text may go on on the next page.</param>
    public void Table(IReadOnlyList<PartyColumn> columns, IEnumerable<IReadOnlyList<string>> rows, bool rowsBreak = false)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var whole = columns.Sum(c => c.Share);
        var widths = columns.Select(c => width * c.Share / whole).ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, Borders(), new TableLayout { Type = TableLayoutValues.Fixed }, Margins(85)),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        table.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select((c, i) => Cell(widths[i], 1, [Styled(PartyStyles.CellHeading, Text(c.Heading))]))]));
        foreach (var row in rows)
        {
            var isHeading = row.Count == 1 && columns.Count > 1;
            var cells = isHeading ? [Cell(width, columns.Count, Lines(PartyStyles.CellGroup, row[0]))]
                : row.Select((text, i) => Cell(widths[i], 1, Lines(columns[i].IsCentred ? PartyStyles.CellCentred : PartyStyles.Cell, text)));
            table.Append(new TableRow(rowsBreak && row.Any(text => text.Length > Long) ? cells : [new TableRowProperties(new CantSplit()), .. cells]));
        }
        body.Append(table, Line());
    }

    /// <summary>Writes who gets the document at the left and room for the signature at the right.</summary>
    /// <param name="recipients">The recipients, without the last line, which is that of the Office.</param>
    /// <param name="signature">Who signs; null for dots.</param>
    public void Signature(IEnumerable<string> recipients, PartySignature? signature = null)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        var atRight = new List<Paragraph> { Styled(PartyStyles.HeadBold, Text(signature?.For is { } forWhom ? Capitals(forWhom) : "T/M " + Dots)) };
        if (signature is not null) atRight.AddRange([Styled(PartyStyles.HeadLine, Text(signature.Post is { } post ? Capitals(post) : Dots)), Line(), Styled(PartyStyles.HeadLine, Text(signature.State, new RunProperties(new Italic()))), Line()]);
        else atRight.AddRange([Line(), Line(), Line()]);
        atRight.Add(Styled(PartyStyles.HeadBold, Text(signature?.Name ?? Dots)));
        body.Append(Line(), Columns(
            [Styled(PartyStyles.Recipients, Text("Nơi nhận:", new RunProperties(new Underline { Val = UnderlineValues.Single }))), .. recipients.Append(layout.Archive).Select(r => Styled(PartyStyles.Recipients, Text("- " + r)))],
            atRight));
    }

    /// <summary>Ends the document.</summary>
    /// <returns>The file.</returns>
    public byte[] ToArray()
    {
        body.Append(SectionEnd);
        file.Dispose();
        return stream.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        file.Dispose();
        stream.Dispose();
    }

    private Table Head(PartyHead head)
    {
        var side = (width - left - PartyWidth) / 2;
        var rule = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = PartyStyles.HeadLine }, new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
            new Indentation { Left = $"{side}", Right = $"{side}" }));
        return Columns(
            [
                .. head.Parent is { } parent ? [Styled(PartyStyles.HeadLine, Text(Capitals(parent)))] : Array.Empty<Paragraph>(),
                Styled(PartyStyles.HeadBold, Text(head.Issuer is null ? Dots : Capitals(head.Issuer))), Styled(PartyStyles.HeadLine, Text(layout.UnderIssuer)),
                Styled(PartyStyles.HeadLine, Text(head.Number ?? $"Số ……-{head.Kind}/……")),
            ],
            [Styled(PartyStyles.PartyName, Text(layout.Party)), rule, Styled(PartyStyles.PlaceAndDate, Text(head.PlaceAndDate ?? "……………, ngày …… tháng …… năm ………"))]);
    }

    private static string Capitals(string text) => text.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));

    private Table Columns(IEnumerable<Paragraph> atLeft, IEnumerable<Paragraph> atRight) => new(
        new TableProperties(new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }, Margins(0)),
        new TableGrid(new GridColumn { Width = $"{left}" }, new GridColumn { Width = $"{width - left}" }),
        new TableRow(new TableRowProperties(new CantSplit()), Cell(left, 1, atLeft), Cell(width - left, 1, atRight)));

    private static TableCell Cell(int width, int columns, IEnumerable<Paragraph> paragraphs)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (columns > 1) properties.Append(new GridSpan { Val = columns });
        return new([properties, .. paragraphs]);
    }

    private static IEnumerable<Paragraph> Lines(string style, string text) => text.Split('\n').Select(line => Styled(style, Text(line)));

    private static TableBorders Borders()
    {
        T Edge<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };
        return new(Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>());
    }

    private static TableCellMarginDefault Margins(short side) => new(
        new TableCellLeftMargin { Width = side, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = side, Type = TableWidthValues.Dxa });

    private static Paragraph Line() => Styled(PartyStyles.HeadLine);

    private static Paragraph Styled(string style, params Run[] runs) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. runs]);

    private static Run Text(string text, RunProperties? properties = null)
    {
        var run = new Run(new Text(OnlyXml(text)) { Space = SpaceProcessingModeValues.Preserve });
        if (properties is not null) run.RunProperties = properties;
        return run;
    }

    /// <summary>The few characters that XML can't hold are never wanted; one of them must not cost the document.</summary>
    private static string OnlyXml(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or (>= 0x20 and not (0xFFFE or 0xFFFF))).Select(r => r.ToString()));
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Share">Share of the width, against the sum of all.</param>
/// <param name="IsCentred">For numbers.</param>
public sealed record PartyColumn(string Heading, int Share, bool IsCentred = false);
