using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Which column of a table holds what; -1 where none does.</summary>
internal sealed record TableColumns(int Number, int Title, int Agency, int Group)
{
    /// <summary>Longer texts are no names of columns.</summary>
    private const int LongestName = 80;

    /// <summary>Reads the row with the names of the columns; null where the row is none.</summary>
    public static TableColumns? OfHeader(IReadOnlyList<Written> cells)
    {
        var keys = cells.Select(c => c.Text.Length > LongestName ? "" : VietnameseText.Fold(c.Text).Trim('.', ':', ' ')).ToList();
        int Find(Func<string, bool> fits) => keys.FindIndex(key => key.Length > 0 && fits(key));
        var number = Find(k => k is "stt" or "tt" or "so tt" or "so thu tu" or "so");
        var agency = Find(k => Says(k, "chu tri") || Says(k, "co quan") || Says(k, "don vi"));
        var group = Find(k => k is "nhom" or "loai" or "phan loai" || k.StartsWith("nhom ", StringComparison.Ordinal) || k.StartsWith("loai ", StringComparison.Ordinal));
        var title = Find(k => (k is "ten" or "van ban" or "danh muc" || Says(k, "noi dung") || k.StartsWith("ten ", StringComparison.Ordinal)) && !Says(k, "nhom") && !Says(k, "loai"));
        title = title == agency || title == group ? -1 : title;
        return title >= 0 && (number >= 0 || agency >= 0 || group >= 0) ? new(number, title, agency, group) : null;
    }

    /// <summary>Guesses the columns of a table without names: a first column of numbers, and the longest text.</summary>
    public static TableColumns OfRows(IReadOnlyList<IReadOnlyList<Written>> rows)
    {
        var width = rows.Max(r => r.Count);
        var lengths = Enumerable.Range(0, width).Select(column => rows.Sum(r => column < r.Count ? r[column].Text.Trim().Length : 0)).ToList();
        var number = width > 1 && rows.Count(r => r.Count > 0 && IsNumber(r[0])) * 2 > rows.Count ? 0 : -1;
        return new(number, lengths.IndexOf(lengths.Max()), -1, -1);
    }

    private static bool IsNumber(Written cell) => VietnameseText.CleanLine(cell.Text).TrimEnd('.', ')') is { Length: > 0 and <= 3 } text && text.All(char.IsAsciiDigit);

    private static bool Says(string key, string words) => FoldedText.IndexOfWord(key, words) >= 0;
}
