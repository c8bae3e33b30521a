namespace ConferenceRecords.Web.Publishing;

/// <summary>Two texts, told apart by words: what both begin with, what each has alone, what both end with.</summary>
/// <param name="Start">The words that both begin with.</param>
/// <param name="Removed">The words of the earlier text alone.</param>
/// <param name="Added">The words of the later text alone.</param>
/// <param name="End">The words that both end with.</param>
public sealed record ChangedWords(string Start, string Removed, string Added, string End)
{
    public static ChangedWords Of(string before, string after)
    {
        var (old, now) = (before.Split(' '), after.Split(' '));
        var most = Math.Min(old.Length, now.Length);
        var start = 0;
        while (start < most && old[start] == now[start]) start++;
        var end = 0;
        while (end < most - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        return new(Join(now[..start]), Join(old[start..^end]), Join(now[start..^end]), Join(now[^end..]));
    }

    private static string Join(string[] words) => string.Join(' ', words);
}
