using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Word;

/// <summary>The page and the styles of paragraphs of the Party's documents. Lengths are twentieths of a point, sizes of letters half points.</summary>
internal static class PartyStyles
{
    public const string HeadLine = "DongDau", HeadBold = "DongDauDam", PartyName = "TenDang", PlaceAndDate = "DiaDanhNgay", Kind = "TenLoai", About = "TrichYeu", Centred = "Giua",
        Heading = "DeMuc1", Subheading = "DeMuc2", CellHeading = "DauBang", Cell = "OBang", CellCentred = "OBangGiua", CellGroup = "OBangNhom", Recipients = "NoiNhan", PageNumber = "SoTrang", Notice = "GhiChuDauTrang";

    private const int PageShort = 11906, PageLong = 16838, Header = 567;

    public static void AddTo(MainDocumentPart main, PartyLayout layout)
    {
        var firstLine = PartyLayout.Twips(layout.FirstLine);
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = layout.Font, HighAnsi = layout.Font, EastAsia = layout.Font, ComplexScript = layout.Font },
                new FontSize { Val = $"{layout.BodySize * 2}" }, new FontSizeComplexScript { Val = $"{layout.BodySize * 2}" }, new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault()),
        Paragraph("Normal", "Normal", JustificationValues.Both, firstLine: firstLine, after: 120, isDefault: true),
        Paragraph(HeadLine, "Dòng đầu", JustificationValues.Center, size: layout.HeadSize * 2), Paragraph(HeadBold, "Dòng đầu đậm", JustificationValues.Center, bold: true, size: layout.HeadSize * 2),
        Paragraph(PartyName, "Tên Đảng", JustificationValues.Center, bold: true, size: layout.PartySize * 2), Paragraph(PlaceAndDate, "Địa danh và ngày", JustificationValues.Right, italic: true, size: layout.HeadSize * 2),
        Paragraph(Kind, "Tên loại", JustificationValues.Center, bold: true, size: layout.KindSize * 2, before: 240), Paragraph(About, "Trích yếu", JustificationValues.Center, bold: true, size: layout.AboutSize * 2),
        Paragraph(Centred, "Giữa", JustificationValues.Center, after: 240),
        Paragraph(Heading, "Đề mục 1", JustificationValues.Both, bold: true, firstLine: firstLine, before: 240, after: 120, level: 0),
        Paragraph(Subheading, "Đề mục 2", JustificationValues.Both, bold: true, firstLine: firstLine, before: 120, after: 120, level: 1),
        Paragraph(CellHeading, "Đầu bảng", JustificationValues.Center, bold: true, size: 26), Paragraph(Cell, "Ô bảng", JustificationValues.Left, size: 26),
        Paragraph(CellCentred, "Ô bảng giữa", JustificationValues.Center, size: 26), Paragraph(CellGroup, "Ô bảng nhóm", JustificationValues.Left, bold: true, size: 26, before: 40, after: 40, keepsNext: true),
        Paragraph(Recipients, "Nơi nhận", JustificationValues.Left, size: layout.RecipientsSize * 2),
        Paragraph(PageNumber, "Số trang", JustificationValues.Left), Paragraph(Notice, "Ghi chú đầu trang", JustificationValues.Right, italic: true, size: 22));
    }

    /// <summary>Width between the margins.</summary>
    public static int TextWidth(PartyLayout layout, bool isLandscape) => (isLandscape ? PageLong : PageShort) - PartyLayout.Twips(layout.MarginLeft) - PartyLayout.Twips(layout.MarginRight);

    /// <summary>The page: the number at the top centre from page 2, the notice on every page.</summary>
    public static SectionProperties Section(MainDocumentPart main, PartyLayout layout, string? notice, bool isLandscape)
    {
        var width = TextWidth(layout, isLandscape);
        var first = main.AddNewPart<HeaderPart>("rId2");
        first.Header = new(Line(Notice, notice));
        var others = main.AddNewPart<HeaderPart>("rId3");

        // One line: the number in the middle, the notice at the right end.
        others.Header = new(new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = PageNumber },
                new Tabs(new TabStop { Val = TabStopValues.Center, Position = width / 2 }, new TabStop { Val = TabStopValues.Right, Position = width })),
            new Run(new TabChar()), new SimpleField(new Run(new Text("2"))) { Instruction = "PAGE" }, new Run(new TabChar()),
            new Run(new RunProperties(new Italic(), new FontSize { Val = "22" }), new Text(notice ?? ""))));
        return new(
            new HeaderReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(first) }, new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(others) },
            isLandscape ? new PageSize { Width = PageLong, Height = PageShort, Orient = PageOrientationValues.Landscape } : new PageSize { Width = PageShort, Height = PageLong },
            new PageMargin
            {
                Top = PartyLayout.Twips(layout.MarginTop), Bottom = PartyLayout.Twips(layout.MarginBottom), Left = (uint)PartyLayout.Twips(layout.MarginLeft), Right = (uint)PartyLayout.Twips(layout.MarginRight),
                Header = Header, Footer = Header, Gutter = 0,
            },
            new TitlePage());
    }

    private static Paragraph Line(string style, string? text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text ?? "")));

    private static Style Paragraph(
        string id, string name, JustificationValues justification, bool bold = false, bool italic = false, int? size = null, int firstLine = 0, int before = 0, int after = 0, int? level = null, bool isDefault = false, bool keepsNext = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null || keepsNext) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (!isDefault || firstLine > 0) paragraph.Append(new Indentation { FirstLine = $"{firstLine}" });
        paragraph.Append(new Justification { Val = justification });
        if (level is { } outline) paragraph.Append(new OutlineLevel { Val = outline });
        var letters = new StyleRunProperties();
        if (bold) letters.Append(new Bold());
        if (italic) letters.Append(new Italic());
        if (size is { } points) letters.Append(new FontSize { Val = $"{points}" }, new FontSizeComplexScript { Val = $"{points}" });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? OnOffValue.FromBoolean(true) : null, CustomStyle = isDefault ? null : OnOffValue.FromBoolean(true) };
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle(), paragraph, letters);
        return style;
    }
}
