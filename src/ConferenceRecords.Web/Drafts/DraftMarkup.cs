using System.Globalization;
using System.Text.Encodings.Web;
using ConferenceRecords.Domain.Drafts;
using Microsoft.AspNetCore.Html;

namespace ConferenceRecords.Web.Drafts;

/// <summary>What stands a thousand times on the page of a long draft, written without a view of its own.</summary>
internal static class DraftMarkup
{
    /// <summary>A paragraph outside tables, below a page's own heading: its number as written, its text.</summary>
    public static IHtmlContent Of(LaidParagraph paragraph, string prefix = "")
    {
        var element = paragraph.Heading > 0 ? string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(paragraph.Heading + 1, 6)}") : "p";
        return new Content((writer, encoder) =>
        {
            writer.Write($"<{element}");
            if (paragraph.Depth > 1) writer.Write($" data-depth=\"{Math.Min(paragraph.Depth, 3)}\"");
            writer.Write('>');
            if (paragraph.Source.Marker is { } marker)
            {
                if (paragraph.Source.Kind == ParagraphKind.Footnote) writer.Write("<sup>");
                encoder.Encode(writer, marker);
                writer.Write(paragraph.Source.Kind == ParagraphKind.Footnote ? "</sup> " : " ");
            }
            writer.Write(Of(paragraph.Cells[0], prefix).Value);
            writer.Write($"</{element}>");
        });
    }

    /// <summary>A text on a page with several: its references lead to its own footnotes. Nothing else holds the replaced letters, since a quotation mark of the text is encoded.</summary>
    public static HtmlString Of(HtmlString cell, string prefix) => prefix.Length == 0 ? cell : new(cell.Value!.Replace("<a href=\"#doan-", $"<a href=\"#doan-{prefix}", StringComparison.Ordinal));

    /// <summary>The button in the gutter.</summary>
    public static IHtmlContent Of(ParagraphAct act) => new Content((writer, encoder) =>
    {
        writer.Write("<a class=\"button quiet paragraph-add\" href=\"");
        encoder.Encode(writer, act.Href);
        writer.Write("\" aria-label=\"");
        encoder.Encode(writer, act.Label);
        writer.Write("\"><span aria-hidden=\"true\">+</span><span class=\"word\">");
        encoder.Encode(writer, act.Word);
        writer.Write("</span></a>");
    });

    private sealed class Content(Action<TextWriter, HtmlEncoder> write) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => write(writer, encoder);
    }
}
