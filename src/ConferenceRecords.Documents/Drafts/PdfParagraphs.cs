using System.Text.RegularExpressions;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Joins the lines of a PDF to paragraphs, across pages, without page numbers and what repeats at the head and foot of the pages.</summary>
internal static partial class PdfParagraphs
{
    /// <summary>Lines at each end of a page that may be its head or foot.</summary>
    private const int Ends = 2;

    public static void Compose(IReadOnlyList<IReadOnlyList<PdfLine>> pages, DraftComposer composer, LeftOut left)
    {
        var running = Running(pages);
        var right = Edge(pages.SelectMany(p => p).Select(l => l.Right), 0.9);
        var margin = Edge(pages.SelectMany(p => p).Select(l => l.Left), 0.1);
        var paragraph = new List<string>();
        PdfLine? last = null;
        foreach (var page in pages)
        {
            var isFirst = true;
            foreach (var (line, index) in page.Select((l, i) => (l, i)))
            {
                if (IsAtAnEnd(index, page.Count) && (running.Contains(Shape(line)) || PageNumber().IsMatch(line.Text)))
                {
                    left.Add(LeftOut.RunningLines);
                    continue;
                }
                if (last is not null && !GoesOn(last, line, paragraph.Count == 1, margin, right, isFirst)) Close();
                paragraph.Add(line.Text);
                (last, isFirst) = (line, false);
            }
        }
        Close();

        void Close()
        {
            if (paragraph.Count > 0) composer.Add(MarkedLine.Of(string.Join(' ', paragraph)));
            paragraph.Clear();
        }
    }

    private static bool GoesOn(PdfLine last, PdfLine line, bool lastIsFirst, double margin, double right, bool isNewPage)
    {
        var size = Math.Max(last.Size, line.Size);
        if (Math.Abs(last.Size - line.Size) > size * 0.1 || last.IsBold != line.IsBold) return false;

        // Wide gaps are those of a table, or of two columns at the head of the paper.
        if (last.Cells.Contains('\t', StringComparison.Ordinal) || line.Cells.Contains('\t', StringComparison.Ordinal)) return false;

        // The next word would have found room, or a blank line stands between.
        var ends = last.Text[^1] is '.' or ';' or ':' or '!' or '?';
        if (right - last.Right > (ends ? 2 * size : Math.Max(6 * size, (right - margin) * 0.15))) return false;
        if (!isNewPage && last.Base - line.Base > size * 2.1) return false;

        // The first line of a paragraph stands further in, unless a number hangs out before the lines below it.
        var isMarked = ParagraphMarker.Read(line.Text).Marker is not null;
        if (line.Left - last.Left > size * 0.6 && !(lastIsFirst && ParagraphMarker.Read(last.Text).Marker is not null && !isMarked)) return false;
        if (isMarked && (ends || line.Left - margin > size * 0.6)) return false;
        return !isNewPage || !ends || char.IsLower(line.Text[0]);
    }

    /// <summary>The lines that stand at the same end of half of the pages, whatever figures are in them.</summary>
    private static HashSet<string> Running(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var shape in page.Where((_, index) => IsAtAnEnd(index, page.Count)).Select(Shape).Distinct()) counts[shape] = counts.GetValueOrDefault(shape) + 1;
        }
        return [.. counts.Where(c => c.Value >= 3 && c.Value * 2 > pages.Count(p => p.Count > 0)).Select(c => c.Key)];
    }

    private static bool IsAtAnEnd(int index, int count) => index < Ends || index >= count - Ends;

    private static string Shape(PdfLine line) => Figures().Replace(line.Text, "#");

    private static double Edge(IEnumerable<double> places, double share) => places.Order().ToList() is { Count: > 0 } all ? all[(int)((all.Count - 1) * share)] : 0;

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^[-–—\s]*(?:[Tt]rang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$")]
    private static partial Regex PageNumber();
}
