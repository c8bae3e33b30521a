using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ConferenceRecords.Domain.Text;
using Ganss.Xss;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Reads clipboard HTML into paragraphs and table rows.</summary>
internal static partial class HtmlBlocks
{
    /// <summary>More elements within each other than any office program writes; what walks the page recurses.</summary>
    private const int Deepest = 400;

    private const string NumberMark = "data-list-number";
    private const string FontMark = "data-list-font";

    public static IReadOnlyList<AgendaBlock> Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (IsTooDeep(html)) return [];
        var page = new HtmlParser().ParseDocument(html);
        if (page.Body is not { } body) return [];
        foreach (var element in page.QuerySelectorAll("head, style, script, svg, math, template, noscript, iframe, object, title, xml, select, textarea").ToList()) element.Remove();
        foreach (var element in page.All.ToList()) Keep(element);
        foreach (var marker in page.QuerySelectorAll("[style]").Where(IsListMarker).ToList()) TakeOut(marker);
        Sanitizer().SanitizeDom((IHtmlDocument)page, body);
        var walk = new HtmlWalk(NumberMark, FontMark);
        walk.Read(body);
        return walk.Blocks;
    }

    /// <summary>Text and structure alone: no style, no picture, no script, no link.</summary>
    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.AllowedTags.Clear();
        foreach (var tag in (string[])["body", "p", "div", "span", "font", "b", "i", "u", "strong", "em", "br", "ol", "ul", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tfoot", "tr", "td", "th"]) sanitizer.AllowedTags.Add(tag);
        sanitizer.AllowedAttributes.Clear();
        foreach (var attribute in (string[])[NumberMark, FontMark, "start", "type", "value", "colspan", "rowspan"]) sanitizer.AllowedAttributes.Add(attribute);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedSchemes.Clear();
        return sanitizer;
    }

    /// <summary>Styles go; the one thing in them that says what letters these are is kept.</summary>
    private static void Keep(IElement element)
    {
        element.RemoveAttribute(NumberMark);
        element.RemoveAttribute(FontMark);
        var font = element.GetAttribute("face") ?? (Font().Match(element.GetAttribute("style") ?? "") is { Success: true } match ? match.Groups[1].Value : null);
        if (font is not null) element.SetAttribute(FontMark, font.Split(',')[0].Trim(' ', '"', '\''));
    }

    private static bool IsListMarker(IElement element) => ListMarker().IsMatch(element.GetAttribute("style")!);

    /// <summary>Word has no lists in HTML: the number is text in a span of its own, which goes, and the paragraph keeps the number as data.</summary>
    private static void TakeOut(IElement marker)
    {
        var number = VietnameseText.CleanLine(marker.TextContent);
        var paragraph = marker.Closest("p, li, h1, h2, h3, h4, h5, h6, div, td");
        marker.Remove();
        if (number.Length is > 0 and <= 30) paragraph?.SetAttribute(NumberMark, number);
    }

    private static bool IsTooDeep(string html)
    {
        var depth = 0;
        foreach (Match tag in Nesting().Matches(html))
        {
            depth += tag.Value[1] == '/' ? -1 : 1;
            if (depth > Deepest) return true;
        }
        return false;
    }

    [GeneratedRegex(@"mso-list\s*:\s*Ignore", RegexOptions.IgnoreCase)]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"font-family\s*:\s*([^;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Font();

    /// <summary>Elements whose end an author writes; the others end by themselves.</summary>
    [GeneratedRegex(@"</?(?!(?:p|li|td|th|tr|br|img|hr|col|meta|link|input|dt|dd|option|wbr|area|base|source|track|embed|param|html|head|body)[\s/>])[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex Nesting();
}
