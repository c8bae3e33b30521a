namespace ConferenceRecords.Domain.Drafts;

/// <summary>The heaviest part of a sequence that never falls: what it holds kept its order, the rest moved.</summary>
internal static class RisingSequence
{
    /// <summary>Marks the entries of the heaviest rising part; of two equal ones, the one that is found first.</summary>
    /// <param name="values">The sequence.</param>
    /// <param name="weights">A weight for each entry, above 0.</param>
    /// <param name="count">All values are below it.</param>
    public static bool[] Of(IReadOnlyList<int> values, IReadOnlyList<int> weights, int count)
    {
        // A Fenwick tree of the heaviest part that ends at or below a value.
        var tree = new (long Weight, int Last)[count + 1];
        var before = new int[values.Count];
        var (best, last) = (0L, -1);
        for (var i = 0; i < values.Count; i++)
        {
            var (weight, from) = (0L, -1);
            for (var at = values[i] + 1; at > 0; at -= at & -at)
                if (tree[at].Weight > weight) (weight, from) = tree[at];
            before[i] = from;
            weight += weights[i];
            for (var at = values[i] + 1; at <= count; at += at & -at)
                if (weight > tree[at].Weight) tree[at] = (weight, i);
            if (weight > best) (best, last) = (weight, i);
        }
        var kept = new bool[values.Count];
        for (; last >= 0; last = before[last]) kept[last] = true;
        return kept;
    }
}
