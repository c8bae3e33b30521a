using System.Globalization;

namespace ConferenceRecords.Domain.Drafts;

/// <summary>Finds the rows whose first cell counts them (STT): like another marker, another number there changes no words.</summary>
internal static class RowNumbers
{
    /// <summary>For each paragraph how many characters of its text are such a number with the tab after it; 0 where there is none.</summary>
    public static int[] Of(IReadOnlyList<ComparedParagraph> paragraphs)
    {
        var skipped = new int[paragraphs.Count];
        var (before, number) = (-1, 0);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!TryNumber(paragraphs[i], out var here)) continue;
            if (before >= 0 && paragraphs[before].Table == paragraphs[i].Table && here == number + 1) skipped[before] = skipped[i] = 1;
            (before, number) = (i, here);
        }
        for (var i = 0; i < skipped.Length; i++)
            if (skipped[i] > 0) skipped[i] = paragraphs[i].Text.IndexOf('\t', StringComparison.Ordinal) + 1;
        return skipped;
    }

    private static bool TryNumber(ComparedParagraph row, out int number)
    {
        number = 0;
        if (row.Table == 0) return false;
        var end = row.Text.IndexOf('\t', StringComparison.Ordinal);
        return end is > 0 and <= 4 && int.TryParse(row.Text.AsSpan(0, end).TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
