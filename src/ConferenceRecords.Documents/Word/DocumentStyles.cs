using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Word;

/// <summary>What the styles of a document say of its paragraphs and runs, those that they are based on included.</summary>
internal sealed class DocumentStyles
{
    private readonly Dictionary<string, Style> styles = [];

    /// <summary>What each style that was asked for says in the end.</summary>
    private readonly Dictionary<string, StyleLook> known = [];

    private readonly string? defaultParagraph;
    private readonly StyleLook defaults;

    public DocumentStyles(Styles? all)
    {
        foreach (var style in all?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id) continue;
            styles[id] = style;
            if (style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph) defaultParagraph = id;
        }
        defaults = StyleLook.Nothing.Or(all?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle);
    }

    /// <summary>The font of a run: its own, its style's, its paragraph's, the document's.</summary>
    public string? Font(Run run, Paragraph paragraph) =>
        OfRun(StyleLook.Nothing.Or(run.RunProperties), OfParagraph(StyleLook.Nothing.Or(paragraph.ParagraphProperties))).Font;

    /// <summary>A paragraph, by what it says itself and what its style says.</summary>
    public StyleLook OfParagraph(StyleLook own) => own.Or(OfStyle(own.Style ?? defaultParagraph));

    /// <summary>A run in a paragraph that <see cref="OfParagraph"/> made. Bold, italic and hidden of a style of characters turn round what the style of the paragraph says.</summary>
    public StyleLook OfRun(StyleLook own, StyleLook paragraph)
    {
        var (characters, whole) = (OfStyle(own.Style), OfStyle(paragraph.Style ?? defaultParagraph));
        return own.Or(new StyleLook
        {
            Bold = Toggle(characters.Bold, whole.Bold, defaults.Bold),
            Italic = Toggle(characters.Italic, whole.Italic, defaults.Italic),
            Hidden = Toggle(characters.Hidden, whole.Hidden, defaults.Hidden),
        }).Or(characters).Or(whole).Or(defaults);
    }

    /// <summary>The list of a paragraph: its own, or its style's. A list with the number 0 is none.</summary>
    public (int List, int Level)? Numbering(Paragraph paragraph) => Numbering(OfParagraph(StyleLook.Nothing.Or(paragraph.ParagraphProperties)));

    /// <inheritdoc cref="Numbering(Paragraph)"/>
    public static (int List, int Level)? Numbering(StyleLook paragraph) =>
        paragraph is { List: > 0 and var list } && (paragraph.ListLevel ?? 0) is >= 0 and < 9 and var level ? (list, level) : null;

    /// <summary>The list that a style of numbering stands for.</summary>
    public int? ListOf(string style) => OfStyle(style).List;

    /// <summary>Whether a paragraph is styled as a heading.</summary>
    public bool IsHeading(Paragraph paragraph) => OfParagraph(StyleLook.Nothing.Or(paragraph.ParagraphProperties)).Outline < 9;

    private static bool Toggle(bool? characters, bool? whole, bool? everywhere) => everywhere == true || (characters == true) != (whole == true);

    private StyleLook OfStyle(string? id)
    {
        if (id is null) return StyleLook.Nothing;
        if (known.TryGetValue(id, out var look)) return look;
        look = StyleLook.Nothing;
        var next = id;

        // Styles that are based on each other in a circle end somewhere.
        for (var steps = 0; next is not null && steps < 20 && styles.TryGetValue(next, out var style); steps++)
        {
            look = look.Or(style.StyleParagraphProperties).Or(style.StyleRunProperties);
            next = style.BasedOn?.Val?.Value;
        }
        return known[id] = look with { Style = null };
    }
}
