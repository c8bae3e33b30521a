namespace ConferenceRecords.Domain.Publishing;

/// <summary>The parts of a bundle that a second person compares.</summary>
public enum BundlePart
{
    /// <summary>Facts of the session.</summary>
    Facts,

    /// <summary>Sittings.</summary>
    Sittings,

    /// <summary>Categories of contents.</summary>
    Categories,

    /// <summary>Contents.</summary>
    Contents,

    /// <summary>Title, symbol, date and signer of the conclusion.</summary>
    Conclusion,

    /// <summary>Paragraphs of the conclusion.</summary>
    Paragraphs,

    /// <summary>Directives.</summary>
    Directives,

    /// <summary>Figures.</summary>
    Indicators,

    /// <summary>Papers.</summary>
    Papers,

    /// <summary>Paragraphs of the papers.</summary>
    PaperParagraphs,

    /// <summary>What a summary or a report says before its lines.</summary>
    Introduction,

    /// <summary>Lines of the summary of opinions.</summary>
    SummaryLines,

    /// <summary>Tasks.</summary>
    Tasks,
}

/// <summary>What became of a part's entry.</summary>
public enum ChangeKind
{
    /// <summary>It becomes public.</summary>
    Added,

    /// <summary>It is public with other values.</summary>
    Changed,

    /// <summary>It leaves the public pages.</summary>
    Removed,
}

/// <summary>One value that differs.</summary>
/// <param name="Field">Its member in the bundle's records.</param>
/// <param name="Before">The value that is public now; null where there is none.</param>
/// <param name="After">The value that would be public; null where there is none.</param>
public sealed record FieldDifference(string Field, object? Before, object? After);

/// <summary>One entry of a bundle that differs from what is public: a paragraph, a content, the facts of the session.</summary>
/// <param name="Part">Part it belongs to.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Number">Its number: the new one, or the last one of a removed entry.</param>
/// <param name="Name">What names it: a title or the text itself.</param>
/// <param name="Fields">The values that differ; all values of an added or removed entry.</param>
public sealed record BundleDifference(BundlePart Part, ChangeKind Kind, int Number, string Name, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>The field that holds an entry's place, where the bundle's records have no number of their own.</summary>
    public const string NumberField = "Number";

    /// <summary>
    /// Everything in which two bundles of one kind differ. The number of the edition and the time of its approval are no contents: they are left out.
    /// </summary>
    /// <param name="before">What is public now; null before the first edition.</param>
    /// <param name="after">What would be public.</param>
    /// <returns>The differences by part and number; empty when readers would see the same.</returns>
    public static IReadOnlyList<BundleDifference> Between(EditionBundle? before, EditionBundle after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = ((before is null ? [] : BundleEntry.All(before)).ToLookup(e => e.Part), BundleEntry.All(after).ToLookup(e => e.Part));
        return [.. Enum.GetValues<BundlePart>().SelectMany(part => Compare([.. old[part]], [.. now[part]]))];
    }

    private static IEnumerable<BundleDifference> Compare(List<BundleEntry> before, List<BundleEntry> after)
    {
        var partners = Partners(before, after);
        var removed = before.Where((_, i) => partners[i] < 0).Select(e => Whole(e, ChangeKind.Removed));
        var continued = partners.ToHashSet();
        var added = after.Where((_, i) => !continued.Contains(i)).Select(e => Whole(e, ChangeKind.Added));
        var changed = before.Zip(partners).Where(p => p.Second >= 0).Select(p => Changed(p.First, after[p.Second])).Where(d => d.Fields.Count > 0);
        return removed.Concat(added).Concat(changed).OrderBy(d => d.Number).ThenByDescending(d => d.Kind);
    }

    /// <summary>For each old entry the place of the new one that continues it, -1 where none does.</summary>
    private static int[] Partners(List<BundleEntry> before, List<BundleEntry> after)
    {
        // The same name is the same entry, wherever it stands now.
        var named = after.Index().GroupBy(e => e.Item.Name).ToDictionary(g => g.Key, g => new Queue<int>(g.Select(e => e.Index)));
        var partners = before.Select(e => named.TryGetValue(e.Name, out var places) && places.TryDequeue(out var place) ? place : -1).ToArray();

        // With another name it is continued by the new entry in its place: the one right after its neighbour's.
        var taken = partners.ToHashSet();
        var next = 0;
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] < 0 && next < after.Count && taken.Add(next)) partners[i] = next;
            if (partners[i] >= 0) next = partners[i] + 1;
        }
        return partners;
    }

    private static BundleDifference Changed(BundleEntry before, BundleEntry after) => new(
        after.Part, ChangeKind.Changed, after.Number, after.Name,
        [.. before.AllFields.Zip(after.AllFields, (b, a) => new FieldDifference(a.Field, b.Value, a.Value)).Where(d => !Equals(d.Before, d.After))]);

    private static BundleDifference Whole(BundleEntry entry, ChangeKind kind) => new(
        entry.Part, kind, entry.Number, entry.Name,
        [
            .. entry.Fields.Where(f => f.Value is not (null or false))
                .Select(f => kind == ChangeKind.Added ? new FieldDifference(f.Field, null, f.Value) : new(f.Field, f.Value, null)),
        ]);
}
