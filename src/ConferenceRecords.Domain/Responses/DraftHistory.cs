using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Domain.Responses;

/// <summary>A version of a draft with its paragraphs.</summary>
/// <param name="Id">The version.</param>
/// <param name="Ordinal">1, 2, 3 ...</param>
/// <param name="Paragraphs">Its paragraphs, in order.</param>
public sealed record HistoryVersion(Guid Id, int Ordinal, IReadOnlyList<ComparedParagraph> Paragraphs);

/// <summary>The versions of one draft in order, each compared with the one before it: what became of a paragraph, over any number of versions.</summary>
public sealed class DraftHistory
{
    private readonly IReadOnlyList<VersionComparison> steps;
    private readonly Dictionary<Guid, (int Version, ComparedParagraph Paragraph)> paragraphs;
    private readonly Dictionary<int, DraftSections> sections = [];

    /// <summary>Puts a history together.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="versions">Its versions, the oldest first.</param>
    /// <param name="steps">The comparison of each with the next one: one fewer than versions.</param>
    /// <exception cref="ArgumentException">The numbers do not fit.</exception>
    public DraftHistory(Guid draftId, IReadOnlyList<HistoryVersion> versions, IReadOnlyList<VersionComparison> steps)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(steps);
        if (versions.Count == 0 || steps.Count != versions.Count - 1) throw new ArgumentException("A comparison stands between two versions", nameof(steps));
        (DraftId, Versions, this.steps) = (draftId, versions, steps);
        paragraphs = versions.Index().SelectMany(v => v.Item.Paragraphs.Select(p => (v.Index, p))).ToDictionary(p => p.p.Id, p => (p.Index, p.p));
    }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; }

    /// <summary>The versions, the oldest first.</summary>
    public IReadOnlyList<HistoryVersion> Versions { get; }

    internal int Newest => Versions.Count - 1;

    internal VersionComparison Step(int from) => steps[from];

    /// <summary>Place of a version; -1 for one of another draft.</summary>
    internal int IndexOf(Guid versionId)
    {
        for (var i = 0; i < Versions.Count; i++)
            if (Versions[i].Id == versionId) return i;
        return -1;
    }

    internal ComparedParagraph? Find(int version, Guid paragraphId) => paragraphs.TryGetValue(paragraphId, out var found) && found.Version == version ? found.Paragraph : null;

    /// <summary>What the paragraphs of a version are in a later or an earlier one; nothing of those that went or were not there yet.</summary>
    internal IReadOnlySet<Guid> Trace(IEnumerable<Guid> ids, int from, int to)
    {
        var now = ids.ToHashSet();
        for (var i = from; i < to; i++) now = [.. now.SelectMany(id => steps[i].OfOld(id)).Where(p => p.New is not null).Select(p => p.New!.Id)];
        for (var i = from; i > to; i--) now = [.. now.SelectMany(id => steps[i - 1].OfNew(id)).Where(p => p.Old is not null).Select(p => p.Old!.Id)];
        return now;
    }

    /// <summary>A paragraph alone, or a heading with everything under it.</summary>
    internal IReadOnlyList<Guid> Covered(int version, Guid paragraphId)
    {
        if (Find(version, paragraphId) is not { Kind: ParagraphKind.Heading }) return [paragraphId];
        if (!sections.TryGetValue(version, out var found)) sections[version] = found = new(Versions[version].Paragraphs);
        return found.Under(paragraphId);
    }

    /// <summary>Whether the words of a paragraph of one version are others in another version, earlier or later; true also where it is not there. Place, number and marker do not count.</summary>
    internal bool Differs(Guid paragraphId, int from, int to)
    {
        if (StaysSame(paragraphId, from, to)) return false;
        IReadOnlySet<Guid> mine = new HashSet<Guid> { paragraphId };
        var there = Trace(mine, from, to);
        if (there.Count == 0) return true;

        // With those that it was joined with or divided from, until both sides hold the same text.
        for (var grown = true; grown;)
        {
            var more = Trace(there, to, from);
            grown = more.Count > mine.Count;
            mine = more;
            if (grown) there = Trace(mine, from, to);
        }
        return TextWords.Differ(Texts(from, mine), Texts(to, there), paragraphId);
    }

    /// <summary>Whether every step on the way says that the words are the same; the counted number at the head of a row is none of them.</summary>
    private bool StaysSame(Guid paragraphId, int from, int to)
    {
        for (var (i, id) = (from, paragraphId); ;)
        {
            if (i == to) return true;
            var pairs = i < to ? steps[i].OfOld(id) : steps[i - 1].OfNew(id);
            if (pairs is not [{ Fate: ParagraphFate.Same } pair]) return false;
            (id, i) = i < to ? (pair.New!.Id, i + 1) : (pair.Old!.Id, i - 1);
        }
    }

    private List<(Guid, string)> Texts(int version, IReadOnlySet<Guid> ids) => [.. Versions[version].Paragraphs.Where(p => ids.Contains(p.Id)).Select(p => (p.Id, p.Text))];
}
