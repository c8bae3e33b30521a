using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Word;

/// <summary>How a paragraph or a run is set, as far as something says so; null where nothing does. Words that no version of the format knows say nothing.</summary>
internal sealed record StyleLook
{
    public static readonly StyleLook Nothing = new();

    public string? Style { get; init; }

    public string? Font { get; init; }

    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Underline { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>"superscript" or "subscript", as the file spells it.</summary>
    public string? Position { get; init; }

    /// <summary>Depth among the headings from 0; 9 says that it is none.</summary>
    public int? Outline { get; init; }

    public int? List { get; init; }

    public int? ListLevel { get; init; }

    /// <summary>What is not said here is taken from there.</summary>
    public StyleLook Or(StyleLook other) => other == Nothing ? this : this == Nothing ? other : new()
    {
        Style = Style ?? other.Style, Font = Font ?? other.Font, Bold = Bold ?? other.Bold, Italic = Italic ?? other.Italic, Underline = Underline ?? other.Underline,
        Hidden = Hidden ?? other.Hidden, Position = Position ?? other.Position, Outline = Outline ?? other.Outline, List = List ?? other.List, ListLevel = ListLevel ?? other.ListLevel,
    };

    /// <summary>What is not said here is taken from properties of a paragraph, a run or a style.</summary>
    public StyleLook Or(OpenXmlElement? properties) => properties is { HasChildren: true } ? Or(Of(properties)) : this;

    private static StyleLook Of(OpenXmlElement properties)
    {
        var look = Nothing;
        foreach (var property in properties.ChildElements)
        {
            look = property switch
            {
                ParagraphStyleId style => look with { Style = style.Val?.Value },
                RunStyle style => look with { Style = style.Val?.Value },
                RunFonts fonts => look with { Font = fonts.Ascii?.Value ?? fonts.HighAnsi?.Value },
                Bold bold => look with { Bold = IsOn(bold) },
                Italic italic => look with { Italic = IsOn(italic) },
                Underline line => look with { Underline = line.Val?.InnerText is not (null or "none") },
                Vanish vanish => look with { Hidden = IsOn(vanish) },
                SpecVanish vanish => look with { Hidden = IsOn(vanish) },
                VerticalTextAlignment align => look with { Position = align.Val?.InnerText },
                OutlineLevel outline => look with { Outline = outline.Val?.Value },
                NumberingProperties list => look with { List = list.NumberingId?.Val?.Value, ListLevel = list.NumberingLevelReference?.Val?.Value },
                _ => look,
            };
        }
        return look;
    }

    public static bool IsOn(OnOffType property) => property.Val?.InnerText is not ("0" or "false" or "off");
}
