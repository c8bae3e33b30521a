namespace ConferenceRecords.Domain.Drafts;

/// <summary>Two open paragraphs that share words.</summary>
/// <param name="Old">Place of the older one.</param>
/// <param name="New">Place of the newer one.</param>
/// <param name="Shared">What the terms weigh that both have.</param>
/// <param name="Alike">Shared weight in proportion to both (Dice), from 0 to 1.</param>
internal readonly record struct LikePair(int Old, int New, double Shared, double Alike);

/// <summary>How alike the open paragraphs of two versions are: for each the few that share most with it, found by an index of words.</summary>
internal sealed class Likeness
{
    /// <summary>Pairs less alike share words by chance.</summary>
    public const double Least = 0.25;

    /// <summary>How many of the most alike are kept for each.</summary>
    private const int Kept = 16;

    /// <summary>What stands in so many paragraphs finds none of them.</summary>
    private const int CommonFrom = 300;

    private readonly ParagraphTerms terms;
    private readonly ILookup<int, LikePair> ofOld, ofNew;
    private readonly Dictionary<(int, int), LikePair> pairs;

    public Likeness(ParagraphMatch match)
    {
        terms = match.Terms;
        var open = Enumerable.Range(0, terms.New.Length).Where(match.IsOpenNew).ToList();
        var index = new Dictionary<int, List<int>>();
        foreach (var now in open)
            foreach (var term in terms.New[now].Terms) (index.TryGetValue(term, out var places) ? places : index[term] = []).Add(now);
        var shared = new double[terms.New.Length];
        var found = new List<int>();
        pairs = [];
        foreach (var old in Enumerable.Range(0, terms.Old.Length).Where(match.IsOpenOld))
        {
            foreach (var term in terms.Old[old].Terms)
            {
                if (!index.TryGetValue(term, out var places) || places.Count > CommonFrom) continue;
                foreach (var now in places)
                {
                    if (shared[now] == 0) found.Add(now);
                    shared[now] += terms.Weights[term];
                }
            }
            var most = found.Where(now => terms.Old[old].Class == terms.New[now].Class).OrderByDescending(now => Rank(old, now, shared[now])).ThenBy(now => now).Take(Kept);
            foreach (var now in most.ToList()) pairs[(old, now)] = Pair(old, now);
            foreach (var now in found) shared[now] = 0;
            found.Clear();
        }
        (ofOld, ofNew) = (pairs.Values.ToLookup(p => p.Old), pairs.Values.ToLookup(p => p.New));
    }

    public IEnumerable<LikePair> OfOld(int old) => ofOld[old];

    public IEnumerable<LikePair> OfNew(int now) => ofNew[now];

    public IEnumerable<LikePair> All => pairs.Values;

    public LikePair? Of(int old, int now) => pairs.TryGetValue((old, now), out var pair) ? pair : null;

    /// <summary>How much more alike two are than either is with any other one.</summary>
    public double Margin(int old, int now)
    {
        var alike = Of(old, now)?.Alike ?? 0;
        var others = ofOld[old].Where(p => p.New != now).Concat(ofNew[now].Where(p => p.Old != old)).Select(p => p.Alike).DefaultIfEmpty(0).Max();
        return alike - others;
    }

    /// <summary>A part of the other one ranks high as well: it may come from a split.</summary>
    private double Rank(int old, int now, double shared) =>
        Math.Max(2 * shared / (terms.Old[old].Weight + terms.New[now].Weight), 0.8 * shared / Math.Max(1e-9, Math.Min(terms.Old[old].Weight, terms.New[now].Weight)));

    private LikePair Pair(int old, int now)
    {
        var inNew = terms.New[now].Terms.ToHashSet();
        var shared = terms.Old[old].Terms.Where(inNew.Contains).Sum(t => terms.Weights[t]);
        return new(old, now, shared, 2 * shared / (terms.Old[old].Weight + terms.New[now].Weight));
    }
}
