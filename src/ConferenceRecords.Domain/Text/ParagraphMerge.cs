namespace ConferenceRecords.Domain.Text;

/// <summary>Which side of a part is taken.</summary>
public enum MergeChoice
{
    /// <summary>The paragraphs of the first.</summary>
    Mine,

    /// <summary>The paragraphs of the second.</summary>
    Theirs,

    /// <summary>Those of the first, then those of the second.</summary>
    Both,
}

/// <summary>A stretch of paragraphs that belongs together in the three texts. Each list may be empty: nothing stands there.</summary>
/// <param name="Base">What both began with.</param>
/// <param name="Mine">What the first made of it.</param>
/// <param name="Theirs">What the second made of it.</param>
public sealed record MergePart(IReadOnlyList<string> Base, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs)
{
    /// <summary>Whether both wrote the same: there is nothing to choose.</summary>
    public bool IsAgreed => Mine.SequenceEqual(Theirs);

    /// <summary>Whether each changed it, in another way.</summary>
    public bool IsConflict => !IsAgreed && !Mine.SequenceEqual(Base) && !Theirs.SequenceEqual(Base);

    /// <summary>What is taken unless somebody chooses: the side that changed something, and the first where both did.</summary>
    public MergeChoice Proposal => !IsAgreed && Mine.SequenceEqual(Base) ? MergeChoice.Theirs : MergeChoice.Mine;

    /// <summary>The paragraphs of a choice.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>The paragraphs; those that both wrote alike are not doubled.</returns>
    public IReadOnlyList<string> Take(MergeChoice choice) => choice switch
    {
        MergeChoice.Both when !IsAgreed => [.. Mine, .. Theirs],
        MergeChoice.Theirs => Theirs,
        _ => Mine,
    };
}

/// <summary>Brings together two texts that began as the same one, by paragraphs (lines), so that a person can choose and nothing is thrown away.</summary>
public static class ParagraphMerge
{
    /// <summary>Most pairs of paragraphs that are compared; two longer texts without common ends are one part.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>Cuts three texts into parts.</summary>
    /// <param name="start">What both began with.</param>
    /// <param name="mine">The text of the first.</param>
    /// <param name="theirs">The text of the second.</param>
    /// <returns>The parts in order: all of one side, one after the other, are that side's text.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static IReadOnlyList<MergePart> Of(string start, string mine, string theirs)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var (b, m, t) = (start.Split('\n'), mine.Split('\n'), theirs.Split('\n'));
        var (inMine, inTheirs) = (Matches(b, m), Matches(b, t));
        var parts = new List<MergePart>();
        var (atBase, atMine, atTheirs) = (0, 0, 0);
        for (var i = 0; i <= b.Length; i++)
        {
            // A paragraph that both kept ends the part before it.
            var (kept, keptMine, keptTheirs) = i < b.Length ? (inMine[i] >= 0 && inTheirs[i] >= 0, inMine[i], inTheirs[i]) : (true, m.Length, t.Length);
            if (!kept) continue;
            AddChanged(parts, b[atBase..i], m[atMine..keptMine], t[atTheirs..keptTheirs]);
            if (i < b.Length) parts.Add(new([b[i]], [b[i]], [b[i]]));
            (atBase, atMine, atTheirs) = (i + 1, keptMine + 1, keptTheirs + 1);
        }
        return parts;
    }

    /// <summary>Puts a text together.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="choices">A choice for each part, in order; where there is none, the proposal.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    public static string Compose(IReadOnlyList<MergePart> parts, IReadOnlyList<MergeChoice?> choices)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(choices);
        return string.Join('\n', parts.SelectMany((part, i) => part.Take(choices.ElementAtOrDefault(i) ?? part.Proposal)));
    }

    /// <summary>Where as many paragraphs stand on each side, each is a part of its own.</summary>
    private static void AddChanged(List<MergePart> parts, string[] b, string[] m, string[] t)
    {
        if (b.Length == m.Length && b.Length == t.Length) parts.AddRange(b.Select((paragraph, i) => new MergePart([paragraph], [m[i]], [t[i]])));
        else parts.Add(new(b, m, t));
    }

    /// <summary>For each paragraph of one text where it stands in the other, by the longest sequence that both have; -1 where it is gone.</summary>
    private static int[] Matches(string[] from, string[] to)
    {
        var matches = Enumerable.Repeat(-1, from.Length).ToArray();
        var start = 0;
        while (start < from.Length && start < to.Length && from[start] == to[start]) matches[start] = start++;
        var (endFrom, endTo) = (from.Length, to.Length);
        while (endFrom > start && endTo > start && from[endFrom - 1] == to[endTo - 1]) matches[--endFrom] = --endTo;
        var (rows, columns) = (endFrom - start, endTo - start);
        if ((long)rows * columns is 0 or > MostPairs) return matches;

        var longest = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
                longest[i, j] = from[start + i] == to[start + j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (from[start + i] == to[start + j]) matches[start + i++] = start + j++;
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
        return matches;
    }
}
