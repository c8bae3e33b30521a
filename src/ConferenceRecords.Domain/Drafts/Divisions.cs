namespace ConferenceRecords.Domain.Drafts;

/// <summary>One paragraph whose words stand in several neighbours of the other version.</summary>
/// <param name="Whole">Place of the one.</param>
/// <param name="Parts">Places of the neighbours, in order.</param>
/// <param name="Confidence">From 0 to 1.</param>
internal sealed record Division(int Whole, IReadOnlyList<int> Parts, double Confidence);

/// <summary>Finds paragraphs that were divided; with the versions exchanged, those that were joined.</summary>
internal static class Divisions
{
    /// <summary>Least share of a part's weight that comes from the whole.</summary>
    private const double LeastOfPart = 0.6;

    /// <summary>Least share of the whole's weight that its parts hold together.</summary>
    private const double LeastOfWhole = 0.6;

    /// <summary>What a part must add to the others, as a share of the whole.</summary>
    private const double LeastAdded = 0.08;

    /// <summary>Of fewer words, a part may come from anywhere.</summary>
    private const int FewWords = 3;

    public static IEnumerable<Division> Of(
        ParagraphTerms.Entry[] wholes, ParagraphTerms.Entry[] parts, double[] weights, IEnumerable<(int Whole, int Part, double Shared)> pairs)
    {
        foreach (var near in pairs.Where(p => wholes[p.Whole].Class != 1 && parts[p.Part].Words >= FewWords && p.Shared >= LeastOfPart * parts[p.Part].Weight).GroupBy(p => p.Whole).OrderBy(g => g.Key))
        {
            var places = near.Select(p => p.Part).Order().ToList();
            for (var from = 0; from < places.Count; from++)
            {
                var to = from;
                while (to + 1 < places.Count && places[to + 1] == places[to] + 1) to++;
                if (to > from && Divide(wholes[near.Key], near.Key, parts, places[from..(to + 1)], weights) is { } division) yield return division;
                from = to;
            }
        }
    }

    private static Division? Divide(ParagraphTerms.Entry whole, int place, ParagraphTerms.Entry[] parts, List<int> run, double[] weights)
    {
        // What only one part brings counts as added by it; a run may begin or end with a neighbour that merely sounds alike.
        while (run.Count > 1)
        {
            var added = run.ConvertAll(p => Covered(whole, parts, run.Where(other => other != p), weights));
            var all = Covered(whole, parts, run, weights);
            var (first, last) = (all - added[0], all - added[^1]);
            if (Math.Min(first, last) >= LeastAdded * whole.Weight)
            {
                var ofWhole = all / whole.Weight;
                var ofParts = run.Sum(p => Covered(parts[p], [whole], [0], weights)) / run.Sum(p => parts[p].Weight);
                return ofWhole >= LeastOfWhole && added.TrueForAll(a => all - a >= LeastAdded * whole.Weight) ? new(place, run, Math.Min(1, (ofWhole + ofParts) / 2)) : null;
            }
            run = first < last ? run[1..] : run[..^1];
        }
        return null;
    }

    private static double Covered(ParagraphTerms.Entry whole, ParagraphTerms.Entry[] parts, IEnumerable<int> places, double[] weights)
    {
        var terms = places.SelectMany(p => parts[p].Terms).ToHashSet();
        return whole.Terms.Where(terms.Contains).Sum(t => weights[t]);
    }
}
