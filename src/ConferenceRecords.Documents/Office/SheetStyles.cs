using DocumentFormat.OpenXml.Spreadsheet;

namespace ConferenceRecords.Documents.Office;

/// <summary>The styles of a table that is filled in: Times New Roman 12, every cell text, wrapped, with a frame.</summary>
internal static class SheetStyles
{
    /// <summary>A cell that is read.</summary>
    public const uint Locked = 1;

    /// <summary>A heading.</summary>
    public const uint Heading = 2;

    /// <summary>A cell that is filled in.</summary>
    public const uint Open = 3;

    /// <summary>Excel's own number format for text, so that nothing typed becomes a date, a number or a formula.</summary>
    private const uint Text = 49;

    public static Stylesheet Table() => new(
        new Fonts(Font(), Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill("FFE7E6E6"), Fill("FFFFF8E1")),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin })),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), Format(0, 0, isLocked: true), Format(1, 2, isLocked: true), Format(0, 3, isLocked: false)));

    private static Font Font(params Bold[] bold) => new([.. bold, new FontSize { Val = 12 }, new FontName { Val = "Times New Roman" }]);

    private static Fill Fill(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static CellFormat Format(uint font, uint fill, bool isLocked) => new(
        new Alignment { WrapText = true, Vertical = font == 1 ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top, Horizontal = font == 1 ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Left },
        new Protection { Locked = isLocked })
    {
        NumberFormatId = Text, FontId = font, FillId = fill, BorderId = 1, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true, ApplyProtection = true,
    };
}
