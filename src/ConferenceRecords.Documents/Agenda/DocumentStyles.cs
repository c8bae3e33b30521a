using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>What the styles of a document say of its paragraphs and runs, those that they are based on included.</summary>
internal sealed class DocumentStyles
{
    private readonly Dictionary<string, Style> styles = [];
    private readonly string? defaultParagraph;
    private readonly string? defaultFont;

    public DocumentStyles(Styles? all)
    {
        foreach (var style in all?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id) continue;
            styles[id] = style;
            if (style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph) defaultParagraph = id;
        }
        defaultFont = Font(all?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.RunFonts);
    }

    /// <summary>The font of a run: its own, its style's, its paragraph's, the document's.</summary>
    public string? Font(Run run, Paragraph paragraph) =>
        Font(run.RunProperties?.RunFonts)
        ?? OfStyles(run.RunProperties?.RunStyle?.Val?.Value, style => Font(style.StyleRunProperties?.RunFonts))
        ?? OfStyles(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? defaultParagraph, style => Font(style.StyleRunProperties?.RunFonts))
        ?? defaultFont;

    /// <summary>The list of a paragraph: its own, or its style's. A list with the number 0 is none.</summary>
    public (int List, int Level)? Numbering(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var ofStyle = OfStyles(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value, style => style.StyleParagraphProperties?.NumberingProperties);
        var list = own?.NumberingId?.Val?.Value ?? ofStyle?.NumberingId?.Val?.Value ?? 0;
        var level = own?.NumberingLevelReference?.Val?.Value ?? ofStyle?.NumberingLevelReference?.Val?.Value ?? 0;
        return list > 0 && level is >= 0 and < 9 ? (list, level) : null;
    }

    /// <summary>Whether a paragraph is styled as a heading.</summary>
    public bool IsHeading(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is < 9
        || OfStyles(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value, style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value < 9 ? style : null) is not null;

    private T? OfStyles<T>(string? id, Func<Style, T?> find)
        where T : class
    {
        // Styles that are based on each other in a circle end somewhere.
        for (var steps = 0; id is not null && steps < 20 && styles.TryGetValue(id, out var style); steps++)
        {
            if (find(style) is { } found) return found;
            id = style.BasedOn?.Val?.Value;
        }
        return null;
    }

    private static string? Font(RunFonts? fonts) => fonts?.Ascii?.Value ?? fonts?.HighAnsi?.Value;
}
