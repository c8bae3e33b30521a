using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Drafts;
using Microsoft.AspNetCore.Html;

namespace ConferenceRecords.Web.Drafts;

/// <summary>A paragraph's text as HTML. Every letter of it is encoded; the only elements are those that the marks ask for.</summary>
internal static class MarkedText
{
    private static readonly Dictionary<MarkKind, string> Elements = new()
    {
        [MarkKind.Bold] = "b", [MarkKind.Italic] = "i", [MarkKind.Underline] = "u", [MarkKind.Superscript] = "sup", [MarkKind.Subscript] = "sub", [MarkKind.NoteReference] = "sup",
    };

    /// <summary>The cells of a row; of any other paragraph its text.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="encoder">Encodes.</param>
    /// <param name="noteAt">Number of the footnote that is referred to at a place of the text.</param>
    public static IReadOnlyList<HtmlString> Cells(DraftParagraph paragraph, HtmlEncoder encoder, Func<int, int?> noteAt)
    {
        var (text, marks) = (paragraph.Text, TextMarks.Read(paragraph.Marks));
        if (paragraph.Table == 0) return [Html(text, 0, text.Length, marks, encoder, noteAt)];
        var cells = new List<HtmlString>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\t', start) is >= 0 and var tab ? tab : text.Length;
            cells.Add(Html(text, start, end, marks, encoder, noteAt));
            start = end + 1;
        }
        return cells;
    }

    private static HtmlString Html(string text, int from, int to, IReadOnlyList<TextMark> marks, HtmlEncoder encoder, Func<int, int?> noteAt)
    {
        var html = new StringBuilder(to - from + 32);
        // Marks may overlap: the text is cut at each end of one, and each piece gets all that cover it.
        int[] cuts = [.. marks.SelectMany(m => new[] { m.Start, m.End }).Where(at => at > from && at < to).Append(from).Append(to).Distinct().Order()];
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            TextMark[] over = [.. marks.Where(m => m.Start <= start && m.End >= end).DistinctBy(m => m.Kind)];
            foreach (var mark in over)
            {
                html.Append('<').Append(Elements[mark.Kind]).Append('>');
                if (mark.Kind == MarkKind.NoteReference && noteAt(mark.Start) is { } note) html.Append(CultureInfo.InvariantCulture, $"<a href=\"#doan-{note}\">");
            }
            html.Append(encoder.Encode(text[start..end]).Replace("&#xA;", "<br>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal));
            foreach (var mark in over.Reverse())
            {
                if (mark.Kind == MarkKind.NoteReference && noteAt(mark.Start) is not null) html.Append("</a>");
                html.Append("</").Append(Elements[mark.Kind]).Append('>');
            }
        }
        return new(html.ToString());
    }
}
