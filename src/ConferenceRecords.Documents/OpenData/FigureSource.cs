using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Where a conclusion names a figure.</summary>
public static class FigureSource
{
    /// <summary>The first paragraph that writes the figure's number with its unit; decimal comma or point.</summary>
    /// <param name="conclusion">The conclusion.</param>
    /// <param name="figure">The figure.</param>
    /// <returns>Number of the paragraph, from 1; null where none names it.</returns>
    public static int? Paragraph(PublicConclusion conclusion, PublicIndicator figure)
    {
        ArgumentNullException.ThrowIfNull(conclusion);
        ArgumentNullException.ThrowIfNull(figure);
        var written = VietnameseNumber.Format(figure.Value);
        var index = conclusion.Paragraphs.Index().Where(p => Names(p.Item, written, figure.Unit)).Select(p => p.Index + 1).FirstOrDefault();
        return index == 0 ? null : index;
    }

    private static bool Names(string text, string number, string unit)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + number.Length).TrimStart();

            // "7,4" is neither in "17,4%" nor in "7,45%".
            if ((at == 0 || !(char.IsDigit(text[at - 1]) || text[at - 1] is ',' or '.')) && rest.StartsWith(unit, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
