namespace ConferenceRecords.Domain.Drafts;

/// <summary>
/// Matches paragraphs with the same words: those that occur once on each side first, then their equal neighbours (Heckel, A Technique for Isolating Differences
/// Between Files, 1978), then what is equal and in order between them, and at last equal texts that stand elsewhere.
/// </summary>
internal static class SameTexts
{
    /// <summary>Most pairs that are compared between two matches; longer stretches of equal texts are matched in order.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>A text of fewer words that stands elsewhere is as likely another one: "Nơi nhận:".</summary>
    private const int FewWords = 5;

    public static void Match(ParagraphMatch match)
    {
        var (old, now) = (match.Terms.Old, match.Terms.New);
        var (oldPlaces, newPlaces) = (Places(old, match.Terms.KeyCount), Places(now, match.Terms.KeyCount));
        for (var key = 0; key < oldPlaces.Length; key++)
            if (oldPlaces[key] is [var o] && newPlaces[key] is [var n]) match.Match(o, n, 1);

        for (var o = 0; o < old.Length - 1; o++)
            if (match.ToNew(o) is >= 0 and var n) TryMatch(match, o + 1, n + 1);
        for (var o = old.Length - 1; o > 0; o--)
            if (match.ToNew(o) is >= 0 and var n) TryMatch(match, o - 1, n - 1);

        foreach (var (between, nowBetween) in match.Gaps().ToList()) InOrder(match, between, nowBetween);

        for (var key = 0; key < oldPlaces.Length; key++)
        {
            if (oldPlaces[key] is not { } places || newPlaces[key] is not { } others || old[places[0]].Words < FewWords) continue;
            foreach (var (o, n) in places.Where(match.IsOpenOld).Zip(others.Where(match.IsOpenNew)).ToList()) match.Match(o, n, 1);
        }
        for (var o = 0; o < old.Length; o++)
            if (match.ToNew(o) is >= 0 and var n) match.Match(o, n, Sureness(match, o, n, oldPlaces[old[o].Key]!.Count, newPlaces[old[o].Key]!.Count));
    }

    /// <summary>One text of many equal ones is told from the others by its neighbours alone.</summary>
    private static double Sureness(ParagraphMatch match, int old, int now, int oldCount, int newCount) => (match.Support(old, now), oldCount == 1 && newCount == 1, oldCount == newCount) switch
    {
        (_, true, _) when match.Terms.Old[old].Words >= FewWords => 1,
        (2, _, _) => 1,
        (1, _, true) => 0.9,
        (1, _, false) => 0.75,
        (_, true, _) => 0.7,
        (_, _, true) => 0.6,
        _ => 0.5,
    };

    private static List<int>?[] Places(ParagraphTerms.Entry[] entries, int keys)
    {
        var places = new List<int>?[keys];
        for (var i = 0; i < entries.Length; i++) (places[entries[i].Key] ??= []).Add(i);
        return places;
    }

    private static void TryMatch(ParagraphMatch match, int old, int now)
    {
        if (old >= 0 && now >= 0 && old < match.Terms.Old.Length && now < match.Terms.New.Length
            && match.IsOpenOld(old) && match.IsOpenNew(now) && match.Terms.Old[old].Key == match.Terms.New[now].Key) match.Match(old, now, 1);
    }

    private static void InOrder(ParagraphMatch match, List<int> old, List<int> now)
    {
        var (oldKeys, newKeys) = (old.ConvertAll(o => match.Terms.Old[o].Key), now.ConvertAll(n => match.Terms.New[n].Key));
        var common = oldKeys.Intersect(newKeys).ToHashSet();
        if (common.Count == 0) return;
        (old, now) = ([.. old.Where((_, i) => common.Contains(oldKeys[i]))], [.. now.Where((_, i) => common.Contains(newKeys[i]))]);
        if ((long)old.Count * now.Count > MostPairs) return;
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                longest[i, j] = match.Terms.Old[old[i]].Key == match.Terms.New[now[j]].Key ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        for (var (i, j) = (0, 0); i < old.Count && j < now.Count;)
        {
            if (match.Terms.Old[old[i]].Key == match.Terms.New[now[j]].Key) match.Match(old[i++], now[j++], 1);
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
    }
}
