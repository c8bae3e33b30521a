using ConferenceRecords.Domain.Text;
using UglyToad.PdfPig.Content;
using PdfWord = UglyToad.PdfPig.Content.Word;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>One line of a page.</summary>
/// <param name="Text">Its words, cleaned.</param>
/// <param name="Cells">The same with a tab where a wide gap stands: two stamps side by side are two.</param>
/// <param name="Left">Where it begins, in points from the left.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Base">Its base line, in points from below.</param>
/// <param name="Size">Size of its letters, in points.</param>
/// <param name="IsBold">Whether every word is bold.</param>
internal sealed record PdfLine(string Text, string Cells, double Left, double Right, double Base, double Size, bool IsBold)
{
    /// <summary>The lines from top to bottom, the words of each from left to right. Text that stands upright is no line.</summary>
    public static IReadOnlyList<PdfLine> Of(IEnumerable<PdfWord> words)
    {
        var lines = new List<PdfLine>();
        var line = new List<PdfWord>();
        PdfWord? largest = null;
        foreach (var word in words.Where(w => w.TextOrientation == TextOrientation.Horizontal).OrderByDescending(Baseline))
        {
            // A raised or lowered figure belongs to the line of the letters beside it, which are larger.
            if (largest is not null && Baseline(largest) - Baseline(word) > Math.Max(SizeOf(largest), SizeOf(word)) * 0.5) Close();
            if (largest is null || SizeOf(word) > SizeOf(largest)) largest = word;
            line.Add(word);
        }
        Close();
        return lines;

        void Close()
        {
            if (line.Count > 0 && Make(line) is { Text.Length: > 0 } made) lines.Add(made);
            line.Clear();
            largest = null;
        }
    }

    private static PdfLine Make(List<PdfWord> line)
    {
        line.Sort((a, b) => a.BoundingBox.Left.CompareTo(b.BoundingBox.Left));
        var size = line.Max(SizeOf);
        var cells = line[0].Text + string.Concat(line.Zip(line.Skip(1), (a, b) => Between(b.BoundingBox.Left - a.BoundingBox.Right, size) + b.Text));
        var bold = line.TrueForAll(w => w.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true);
        return new(VietnameseText.CleanLine(cells), VietnameseText.Clean(cells), line[0].BoundingBox.Left, line[^1].BoundingBox.Right, line.Min(Baseline), size, bold);
    }

    /// <summary>A figure that is raised stands close to its letter.</summary>
    private static string Between(double gap, double size) => gap > 2 * size ? "\t" : gap < 0.1 * size ? "" : " ";

    private static double Baseline(PdfWord word) => word.Letters[0].StartBaseLine.Y;

    private static double SizeOf(PdfWord word) => Math.Max(1, word.Letters[0].PointSize);
}
