namespace ConferenceRecords.Domain.Drafts;

/// <summary>Matches paragraphs whose words changed, divided or joined ones first, then each with the one that is alike beyond doubt, then what is left in order between matches, and elsewhere.</summary>
internal static class AlikeTexts
{
    /// <summary>From here on two that are most alike on both sides belong together wherever they stand.</summary>
    private const double Strong = 0.55;

    /// <summary>By how much they must be more alike than either with another one.</summary>
    private const double StrongMargin = 0.12;

    /// <summary>Least likeness of two that stand in different places.</summary>
    private const double LeastElsewhere = 0.5;

    /// <summary>Most pairs of a gap that are weighed against each other; in longer gaps only what is alike beyond doubt is matched.</summary>
    private const int MostPairs = 4_000_000;

    public static (IReadOnlyList<Division> Splits, IReadOnlyList<Division> Joins) Match(ParagraphMatch match)
    {
        var likeness = new Likeness(match);
        var (splits, joins) = Divide(match, likeness);
        List<(int Old, int New)> matched = [];
        foreach (var pair in likeness.All.Where(p => p.Alike >= Strong && likeness.Margin(p.Old, p.New) >= StrongMargin)) TryAdd(match, matched, pair);
        foreach (var (old, now) in match.Gaps().ToList()) Align(match, likeness, matched, old, now);
        foreach (var pair in likeness.All.Where(p => p.Alike >= LeastElsewhere).OrderByDescending(p => p.Alike).ThenBy(p => p.Old).ThenBy(p => p.New)) TryAdd(match, matched, pair);
        foreach (var (old, now) in matched) match.Match(old, now, Sureness(match, likeness, old, now));
        return (splits, joins);
    }

    /// <summary>Sure are two that are much more alike than others, between neighbours that belong together; rows about different things never are.</summary>
    private static double Sureness(ParagraphMatch match, Likeness likeness, int old, int now)
    {
        var (alike, margin) = (likeness.Of(old, now)!.Value.Alike, Math.Clamp(likeness.Margin(old, now), -0.2, 0.5));
        var most = match.Terms.Old[old].Label == match.Terms.New[now].Label ? 0.99 : VersionComparison.Sure - 0.05;
        return Math.Clamp((0.55 * alike) + (0.5 * margin) + (0.1 * match.Support(old, now)) + 0.1, 0, most);
    }

    private static (List<Division> Splits, List<Division> Joins) Divide(ParagraphMatch match, Likeness likeness)
    {
        var terms = match.Terms;
        var splits = Divisions.Of(terms.Old, terms.New, terms.Weights, likeness.All.Select(p => (p.Old, p.New, p.Shared))).Select(d => (Division: d, IsSplit: true));
        var joins = Divisions.Of(terms.New, terms.Old, terms.Weights, likeness.All.Select(p => (p.New, p.Old, p.Shared))).Select(d => (Division: d, IsSplit: false));
        var (chosenSplits, chosenJoins) = (new List<Division>(), new List<Division>());
        foreach (var (division, isSplit) in splits.Concat(joins).OrderByDescending(d => d.Division.Confidence).ThenBy(d => d.Division.Whole).ToList())
        {
            var (whole, parts) = isSplit ? (match.OldTaken, match.NewTaken) : (match.NewTaken, match.OldTaken);
            if (whole[division.Whole] || division.Parts.Any(p => parts[p])) continue;
            whole[division.Whole] = true;
            foreach (var part in division.Parts) parts[part] = true;
            (isSplit ? chosenSplits : chosenJoins).Add(division);
        }
        return (chosenSplits, chosenJoins);
    }

    private static void TryAdd(ParagraphMatch match, List<(int Old, int New)> matched, LikePair pair)
    {
        if (!match.IsOpenOld(pair.Old) || !match.IsOpenNew(pair.New)) return;
        match.Match(pair.Old, pair.New, 0);
        matched.Add((pair.Old, pair.New));
    }

    /// <summary>The pairs in order that are most alike in all.</summary>
    private static void Align(ParagraphMatch match, Likeness likeness, List<(int Old, int New)> matched, List<int> old, List<int> now)
    {
        if ((long)old.Count * now.Count > MostPairs) return;
        var best = new float[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                best[i, j] = Math.Max(Gain(likeness, old[i], now[j]) is > 0 and var gain ? best[i + 1, j + 1] + gain : 0, Math.Max(best[i + 1, j], best[i, j + 1]));
        }
        for (var (i, j) = (0, 0); i < old.Count && j < now.Count;)
        {
            if (best[i, j] == best[i + 1, j]) i++;
            else if (best[i, j] == best[i, j + 1]) j++;
            else TryAdd(match, matched, likeness.Of(old[i++], now[j++])!.Value);
        }
    }

    private static float Gain(Likeness likeness, int old, int now) => likeness.Of(old, now) is { } pair ? (float)(pair.Alike - Likeness.Least) : 0;
}
