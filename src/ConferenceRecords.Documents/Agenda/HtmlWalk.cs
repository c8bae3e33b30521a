using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Walks sanitised HTML and collects its paragraphs, with the numbers that lists show, and its table rows.</summary>
internal sealed partial class HtmlWalk(string numberMark, string fontMark)
{
    private readonly List<AgendaBlock> blocks = [];
    private Written text = Written.Nothing;
    private string? number;
    private bool isHeading;

    public IReadOnlyList<AgendaBlock> Blocks
    {
        get
        {
            End();
            return blocks;
        }
    }

    /// <summary>Reads what is within an element.</summary>
    public void Read(IElement parent, string? font = null)
    {
        font = parent.GetAttribute(fontMark) ?? font;
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText words) text += Written.Of(Blanks().Replace(words.Data, " "), font);
            else if (child is IElement element) Enter(element, font);
        }
    }

    private void Enter(IElement element, string? font)
    {
        switch (element.LocalName)
        {
            case "br":
                text += new Written("\n", "\n");
                break;
            case "table":
                End();
                blocks.AddRange(HtmlTable.Rows((IHtmlTableElement)element, cell => CellText(cell, font)));
                break;
            case "ol" or "ul":
                End();
                List(element, font);
                End();
                break;
            case "p" or "div" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                End();
                number = element.GetAttribute(numberMark) ?? number;
                isHeading = element.LocalName[0] == 'h';
                Read(element, font);
                End();
                if (element.HasAttribute(numberMark)) number = null;
                break;
            default:
                Read(element, font);
                break;
        }
    }

    /// <summary>The first paragraph of an item gets its number, the others continue it.</summary>
    private void List(IElement list, string? font)
    {
        var next = Whole(list.GetAttribute("start")) ?? 1;
        foreach (var child in list.Children)
        {
            if (child.LocalName != "li")
            {
                Enter(child, font);
                continue;
            }
            End();
            next = Whole(child.GetAttribute("value")) ?? next;
            var first = blocks.Count;
            number = child.GetAttribute(numberMark) ?? (list.LocalName == "ul" ? "-" : Show(next, list.GetAttribute("type")));
            Read(child, font);
            End();
            number = null;
            for (var i = first + 1; i < blocks.Count; i++)
            {
                if (blocks[i] is { Number: null, Cells: null }) blocks[i] = blocks[i] with { Continues = true };
            }
            next++;
        }
    }

    private Written CellText(IElement cell, string? font)
    {
        var inner = new HtmlWalk(numberMark, fontMark);
        inner.Read(cell, font);
        var all = Written.Nothing;
        foreach (var block in inner.Blocks)
        {
            if (all != Written.Nothing) all += new Written("\n", "\n");
            if (block.Number is { } shown) all += Written.Of(shown + " ");
            foreach (var part in block.Cells ?? [block.Text]) all += part;
        }
        if (all.IsBlank && (cell.GetAttribute(numberMark) ?? cell.QuerySelector($"[{numberMark}]")?.GetAttribute(numberMark)) is { } alone) return Written.Of(alone);
        return all;
    }

    private void End()
    {
        if (!text.IsBlank)
        {
            blocks.Add(new(number, text, isHeading));
            number = null;
        }
        text = Written.Nothing;
        isHeading = false;
    }

    private static int? Whole(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000 ? number : null;

    private static string Show(int value, string? type) => type switch
    {
        "I" when value > 0 => RomanNumeral.To(value) + ".",
        "i" when value > 0 => RomanNumeral.To(value).ToLowerInvariant() + ".",
        "A" when value is > 0 and < 27 => (char)('A' + value - 1) + ".",
        "a" when value is > 0 and < 27 => (char)('a' + value - 1) + ")",
        _ => value.ToString(CultureInfo.InvariantCulture) + ".",
    };

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blanks();
}
