using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>The depth of a draft's headings, read from how they are numbered.</summary>
public static partial class HeadingLevels
{
    /// <summary>Gives each heading its level: 1 for the outermost, and never more than one deeper than the heading before it.</summary>
    /// <param name="headings">Marker and text of the headings, in order.</param>
    /// <returns>The levels, in the same order.</returns>
    public static IEnumerable<int> Of(IEnumerable<(string? Marker, string Text)> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var open = new Stack<int>();
        foreach (var (marker, text) in headings)
        {
            var rank = Rank(VietnameseText.Fold(marker ?? text));
            while (open.TryPeek(out var last) && last >= rank) open.Pop();
            open.Push(rank);
            yield return open.Count;
        }
    }

    /// <summary>Phần > Chương, Phụ lục > Mục > Tiểu mục > A > I and headings without a number > Điều.</summary>
    private static int Rank(string heading) => Division().Match(heading).Groups[1].Value switch
    {
        "phan" => 0,
        "chuong" or "phu luc" => 1,
        "muc" => 2,
        "tieu muc" => 3,
        "dieu" => 6,
        _ => Letter().IsMatch(heading) ? 4 : 5,
    };

    [GeneratedRegex("^(phan|chuong|phu luc|muc|tieu muc|dieu) (?:thu |[0-9]|[ivx]+(?![a-z]))")]
    private static partial Regex Division();

    [GeneratedRegex("^[a-hk](?![a-z])")]
    private static partial Regex Letter();
}
