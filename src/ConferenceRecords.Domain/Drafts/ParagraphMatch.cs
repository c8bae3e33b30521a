namespace ConferenceRecords.Domain.Drafts;

/// <summary>Which paragraph of the newer version continues which of the older one, while it is being found out. Each has at most one partner here.</summary>
internal sealed class ParagraphMatch(ParagraphTerms terms)
{
    private readonly int[] toNew = Enumerable.Repeat(-1, terms.Old.Length).ToArray(), toOld = Enumerable.Repeat(-1, terms.New.Length).ToArray();
    private readonly double[] confidence = new double[terms.Old.Length];

    public ParagraphTerms Terms { get; } = terms;

    /// <summary>Older paragraphs that are spoken for by a split or a joining.</summary>
    public bool[] OldTaken { get; } = new bool[terms.Old.Length];

    /// <summary>Newer paragraphs that are spoken for by a split or a joining.</summary>
    public bool[] NewTaken { get; } = new bool[terms.New.Length];

    /// <summary>The newer partner; -1 where there is none.</summary>
    public int ToNew(int old) => toNew[old];

    /// <summary>The older partner; -1 where there is none.</summary>
    public int ToOld(int now) => toOld[now];

    public double Confidence(int old) => confidence[old];

    public bool IsOpenOld(int old) => toNew[old] < 0 && !OldTaken[old];

    public bool IsOpenNew(int now) => toOld[now] < 0 && !NewTaken[now];

    public void Match(int old, int now, double sure) => (toNew[old], toOld[now], confidence[old]) = (now, old, sure);

    /// <summary>On how many sides the neighbours are matched with each other: 0, 1 or 2. The beginnings belong together, and so do the ends.</summary>
    public int Support(int old, int now) => (Together(old - 1, now - 1) ? 1 : 0) + (Together(old + 1, now + 1) ? 1 : 0);

    /// <summary>The matches that kept their order, in order, with the edges of both versions as first and last.</summary>
    public List<(int Old, int New)> Anchors()
    {
        var matched = Enumerable.Range(0, toOld.Length).Where(n => toOld[n] >= 0).ToList();
        var kept = RisingSequence.Of([.. matched.Select(n => toOld[n])], [.. matched.Select(n => Terms.New[n].Words + 1)], toNew.Length);
        return [(-1, -1), .. matched.Where((_, i) => kept[i]).Select(n => (toOld[n], n)), (toNew.Length, toOld.Length)];
    }

    /// <summary>What is open between neighbouring matches that kept their order.</summary>
    public IEnumerable<(List<int> Old, List<int> New)> Gaps()
    {
        var anchors = Anchors();
        for (var i = 1; i < anchors.Count; i++)
        {
            var old = Between(anchors[i - 1].Old, anchors[i].Old, IsOpenOld);
            var now = Between(anchors[i - 1].New, anchors[i].New, IsOpenNew);
            if (old.Count > 0 && now.Count > 0) yield return (old, now);
        }
    }

    private bool Together(int old, int now) => old < 0 || now < 0 || old == toNew.Length || now == toOld.Length
        ? (old < 0 && now < 0) || (old == toNew.Length && now == toOld.Length)
        : toNew[old] == now;

    private static List<int> Between(int from, int to, Func<int, bool> isOpen)
    {
        var open = new List<int>();
        for (var i = from + 1; i < to; i++)
            if (isOpen(i)) open.Add(i);
        return open;
    }
}
