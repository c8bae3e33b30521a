namespace ConferenceRecords.Domain.Opinions;

/// <summary>An opinion to be compared.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Text">Text.</param>
public sealed record ComparedOpinion(Guid Id, OpinionKind Kind, string Text);

/// <summary>Two opinions that may say the same.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
/// <param name="Similarity">From 0 to 1.</param>
public sealed record SimilarPair(Guid First, Guid Second, double Similarity);

/// <summary>
/// Finds opinions that say the same in nearly the same words. It proposes and never merges: a person decides. Two opinions that differ in a figure, a
/// document, a name, a denial or in one word for another are not the same, however much else they share; see <c>docs/decisions/013-near-duplicates.md</c>.
/// </summary>
public sealed class OpinionSimilarity
{
    /// <summary>Least cosine of the weighted words and pairs of words.</summary>
    public const double LeastSimilarity = 0.6;

    /// <summary>Least share of the longer opinion's words, and of their weight, that the shorter one has as well.</summary>
    public const double LeastShared = 0.88;

    /// <summary>Least share of the pairs of neighbouring words: the same words in another order ask for something else.</summary>
    public const double LeastOrdered = 0.6;

    /// <summary>Least cosine of two opinions on the same matter, which may ask for different things.</summary>
    public const double LeastLike = 0.2;

    /// <summary>In shorter opinions one word more asks for something else: "hộ nghèo" and "hộ cận nghèo".</summary>
    private const int FewTerms = 8;

    /// <summary>Opinions of more words are not compared word by word, so that no text can make the page slow.</summary>
    private const int MostTerms = 1000;

    private readonly Dictionary<Guid, (ComparedOpinion Opinion, OpinionTerms Terms, string[] Features)> read;
    private readonly Dictionary<string, double> weights;
    private readonly Dictionary<Guid, double> lengths;

    /// <summary>Reads the opinions of a session: what is rare among them weighs more.</summary>
    /// <param name="session">The opinions of the session.</param>
    /// <exception cref="ArgumentNullException"><paramref name="session"/> is null.</exception>
    public OpinionSimilarity(IReadOnlyCollection<ComparedOpinion> session)
    {
        ArgumentNullException.ThrowIfNull(session);
        read = session.ToDictionary(o => o.Id, o =>
        {
            var terms = OpinionTerms.Of(o.Text);
            return (o, terms, (string[])[.. terms.Words, .. terms.Pairs]);
        });
        weights = read.Values.SelectMany(r => r.Features).CountBy(feature => feature).ToDictionary(f => f.Key, f => Math.Log(1 + ((double)session.Count / f.Value)));
        lengths = read.ToDictionary(r => r.Key, r => Math.Sqrt(r.Value.Features.Sum(f => weights[f] * weights[f])));
    }

    /// <summary>The pairs that may say the same, the most similar first.</summary>
    /// <param name="ids">Opinions of the session, those of one content.</param>
    /// <returns>The pairs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    public IReadOnlyList<SimilarPair> Pairs(IEnumerable<Guid> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var order = ids.ToList();
        var index = new Dictionary<string, List<int>>();
        var products = new double[order.Count];
        var pairs = new List<SimilarPair>();
        foreach (var (at, id) in order.Index())
        {
            Array.Clear(products, 0, at);
            foreach (var feature in read[id].Features)
            {
                if (!index.TryGetValue(feature, out var others)) index[feature] = others = [];
                var square = weights[feature] * weights[feature];
                foreach (var other in others) products[other] += square;
                others.Add(at);
            }
            for (var other = 0; other < at; other++)
            {
                if (products[other] == 0) continue;
                var similarity = products[other] / (lengths[id] * lengths[order[other]]);
                if (similarity >= LeastSimilarity && SaysTheSame(order[other], id)) pairs.Add(new(order[other], id, Math.Min(1, similarity)));
            }
        }
        return [.. pairs.OrderByDescending(p => p.Similarity)];
    }

    /// <summary>The opinions that are most like one in their words, whether or not they say the same: for a person who looks for an example.</summary>
    /// <param name="id">The opinion.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>Pairs of which it is the first, the most similar one first.</returns>
    public IReadOnlyList<SimilarPair> Like(Guid id, int most)
    {
        var features = read[id].Features.ToHashSet();
        return
        [
            .. read.Where(r => r.Key != id)
                .Select(r => new SimilarPair(id, r.Key, r.Value.Features.Where(features.Contains).Sum(f => weights[f] * weights[f]) is > 0 and var product ? product / (lengths[id] * lengths[r.Key]) : 0))
                .Where(p => p.Similarity >= LeastLike).OrderByDescending(p => p.Similarity).ThenBy(p => p.Second).Take(most),
        ];
    }

    /// <summary>Groups of opinions of which each may say the same as every other one of its group.</summary>
    /// <param name="pairs">Pairs, the most similar first.</param>
    /// <returns>Groups of two and more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is null.</exception>
    public static IReadOnlyList<IReadOnlyList<Guid>> Clusters(IReadOnlyList<SimilarPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var similar = pairs.SelectMany(p => new[] { (p.First, p.Second), (p.Second, p.First) }).ToHashSet();
        var clusters = new Dictionary<Guid, List<Guid>>();
        foreach (var (first, second, _) in pairs)
        {
            var (left, right) = (clusters.GetValueOrDefault(first) ?? [first], clusters.GetValueOrDefault(second) ?? [second]);
            if (left == right || !left.TrueForAll(l => right.TrueForAll(r => similar.Contains((l, r))))) continue;
            List<Guid> both = [.. left, .. right];
            foreach (var id in both) clusters[id] = both;
        }
        return [.. clusters.Values.Distinct()];
    }

    /// <summary>The places of a text whose words another text has as well.</summary>
    /// <param name="text">A text.</param>
    /// <param name="others">Other texts.</param>
    /// <returns>Places in <paramref name="text"/>, in order; words beside each other are one place.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<Range> Shared(string text, IEnumerable<string> others)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = others.SelectMany(o => OpinionTerms.Of(o).Words).ToHashSet();
        var places = new List<Range>();
        foreach (var (_, place) in OpinionTerms.Of(text).Terms.Where(t => words.Contains(t.Word)))
        {
            if (places.Count > 0 && text[places[^1].End..place.Start].All(char.IsWhiteSpace)) places[^1] = places[^1].Start..place.End;
            else places.Add(place);
        }
        return places;
    }

    private bool SaysTheSame(Guid first, Guid second)
    {
        var (one, two) = (read[first], read[second]);
        return Compatible(one.Opinion.Kind, two.Opinion.Kind) && one.Terms.AgreesWith(two.Terms)
            && Shares(one.Terms.Words, two.Terms.Words, LeastShared, Math.Max) && Shares(one.Terms.Pairs, two.Terms.Pairs, LeastOrdered, Math.Min)
            && !Replaces(one.Terms, two.Terms)
            && (Math.Min(one.Terms.Terms.Count, two.Terms.Terms.Count) >= FewTerms || one.Terms.Words.SetEquals(two.Terms.Words));
    }

    private bool Shares(IReadOnlySet<string> one, IReadOnlySet<string> two, double least, Func<double, double, double> whole)
    {
        double Weight(IEnumerable<string> features) => features.Sum(f => weights[f]);
        var common = one.Where(two.Contains).ToList();
        return common.Count >= least * whole(one.Count, two.Count) && Weight(common) >= least * whole(Weight(one), Weight(two));
    }

    /// <summary>To agree is no request, and what one asks to add another one does not ask to take out; the rest is often recorded under neighbouring kinds.</summary>
    private static bool Compatible(OpinionKind one, OpinionKind two) =>
        one == two || (one != OpinionKind.Agree && two != OpinionKind.Agree && (one, two) is not ((OpinionKind.Add, OpinionKind.Remove) or (OpinionKind.Remove, OpinionKind.Add)));

    /// <summary>
    /// Whether one says another word in the place where the other one says its own: "nông nghiệp" and "công nghiệp", "tăng thu, giảm chi" and "giảm thu, tăng chi".
    /// Words that only one of them adds do not count.
    /// </summary>
    private static bool Replaces(OpinionTerms left, OpinionTerms right)
    {
        string[] one = [.. left.Terms.Select(t => t.Word)], two = [.. right.Terms.Select(t => t.Word)];
        return Math.Max(one.Length, two.Length) > MostTerms ? !one.SequenceEqual(two) : HasGap(one, two);
    }

    /// <summary>Whether both have words of their own between two neighbours of the words that they have in common and in the same order.</summary>
    private static bool HasGap(string[] left, string[] right)
    {
        var length = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
            for (var j = right.Length - 1; j >= 0; j--)
                length[i, j] = left[i] == right[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        var (atLeft, atRight, fromLeft, fromRight) = (0, 0, 0, 0);
        while (atLeft < left.Length && atRight < right.Length)
        {
            if (left[atLeft] == right[atRight])
            {
                if (atLeft > fromLeft && atRight > fromRight) return true;
                (fromLeft, fromRight) = (++atLeft, ++atRight);
            }
            else if (length[atLeft + 1, atRight] >= length[atLeft, atRight + 1]) atLeft++;
            else atRight++;
        }
        return left.Length > fromLeft && right.Length > fromRight;
    }
}
