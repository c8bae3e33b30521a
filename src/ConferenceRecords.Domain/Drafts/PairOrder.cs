namespace ConferenceRecords.Domain.Drafts;

/// <summary>Puts the pairs of a comparison in order and tells which of them moved.</summary>
internal static class PairOrder
{
    public static IReadOnlyList<ParagraphPair> Of(ParagraphMatch match, IReadOnlyList<Division> splits, IReadOnlyList<Division> joins)
    {
        var (old, now) = (match.Terms.Old, match.Terms.New);
        var links = Enumerable.Range(0, old.Length).Where(o => match.ToNew(o) >= 0)
            .Select(o => new Link(o, match.ToNew(o), old[o].Key == now[match.ToNew(o)].Key ? ParagraphFate.Same : ParagraphFate.Changed, match.Confidence(o)))
            .Concat(splits.SelectMany(d => d.Parts.Select(part => new Link(d.Whole, part, ParagraphFate.Split, d.Confidence))))
            .Concat(joins.SelectMany(d => d.Parts.Select(part => new Link(part, d.Whole, ParagraphFate.Merged, d.Confidence))))
            .OrderBy(l => l.New).ThenBy(l => l.Old).ToList();
        var kept = RisingSequence.Of([.. links.Select(l => l.Old)], [.. links.Select(l => old[l.Old].Words + 1)], old.Length);

        // Each pair with the place at which it is read: of the newer version, and there the removed ones after what was before them.
        var read = links.Select((l, i) => (At: l.New, Then: -1, Pair: new ParagraphPair(old[l.Old].Paragraph, now[l.New].Paragraph, l.Fate, !kept[i], l.Confidence))).ToList();
        var linkedNew = links.Select(l => l.New).ToHashSet();
        read.AddRange(Enumerable.Range(0, now.Length).Where(n => !linkedNew.Contains(n)).Select(n => (n, -1, new ParagraphPair(null, now[n].Paragraph, ParagraphFate.Added, false, 1))));
        var linked = links.Where((_, i) => kept[i]).ToLookup(l => l.Old, l => l.New);
        var linkedOld = links.Select(l => l.Old).ToHashSet();
        var at = -1;
        for (var o = 0; o < old.Length; o++)
        {
            if (!linkedOld.Contains(o)) read.Add((at, o, new(old[o].Paragraph, null, ParagraphFate.Removed, false, 1)));
            foreach (var place in linked[o]) at = Math.Max(at, place);
        }
        return [.. read.OrderBy(r => r.At).ThenBy(r => r.Then).Select(r => r.Pair)];
    }

    private sealed record Link(int Old, int New, ParagraphFate Fate, double Confidence);
}
