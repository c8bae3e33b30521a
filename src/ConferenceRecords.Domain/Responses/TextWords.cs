using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Domain.Responses;

/// <summary>The words of texts without what stands between them: another comma or line break is no other text, another figure is.</summary>
internal static class TextWords
{
    public static string[] Of(string text) => [.. WordPieces.Of(text).Where(WordPieces.IsWord)];

    public static bool AreSame(IEnumerable<string> left, IEnumerable<string> right) => left.SelectMany(Of).SequenceEqual(right.SelectMany(Of));

    /// <summary>Whether the words of one of the texts on the left are not all on the right, in one piece and with nothing put to them.</summary>
    public static bool Differ(IReadOnlyList<(Guid Id, string Text)> left, IReadOnlyList<(Guid Id, string Text)> right, Guid id)
    {
        var (one, start, end) = (new List<string>(), 0, 0);
        foreach (var (key, text) in left)
        {
            if (key == id) start = one.Count;
            one.AddRange(Of(text));
            if (key == id) end = one.Count;
        }
        string[] two = [.. right.SelectMany(r => Of(r.Text))];
        if (one.SequenceEqual(two)) return false;
        if (left.Count == 1 || start == end) return true;

        var partners = EditScript.Partners([.. one], two);
        for (var i = start; i < end; i++)
            if (partners[i] < 0 || (i > start && partners[i] != partners[i - 1] + 1)) return true;

        // What was put between this text and its neighbour counts as put to this one, unless the neighbour's own word there was replaced.
        var before = start == 0 ? 0 : partners[start - 1] + 1;
        var after = end == one.Count ? two.Length : partners[end];
        return (before > 0 || start == 0) && before != partners[start] || after >= 0 && after != partners[end - 1] + 1;
    }
}
