namespace ConferenceRecords.Domain.Text;

/// <summary>
/// The order of Vietnamese people: by given name, which is the last word of the name, then by the rest, both in Vietnamese
/// order. A name is one text of any number of words, never split into first and last name.
/// </summary>
public static class PersonName
{
    /// <summary>Compares names by given name and then the rest; null comes first. The order is total.</summary>
    public static IComparer<string?> Order { get; } = Comparer<string?>.Create(Compare);

    /// <summary>Compares two names by given name and then the rest.</summary>
    /// <param name="left">A name, as typed; null comes before every name.</param>
    /// <param name="right">Another name.</param>
    /// <returns>Below zero, zero or above zero. Zero means the same name up to blanks and normalisation form.</returns>
    public static int Compare(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        var (leftRest, leftGiven) = Split(left);
        var (rightRest, rightGiven) = Split(right);
        var order = VietnameseOrder.Collate(leftGiven, rightGiven);
        order = order != 0 ? order : VietnameseOrder.Collate(leftRest, rightRest);
        order = order != 0 ? order : string.CompareOrdinal(leftGiven, rightGiven);
        return order != 0 ? order : string.CompareOrdinal(leftRest, rightRest);
    }

    /// <summary>
    /// A key to store beside the name: sorting the keys sorts the people. It is lower-case hexadecimal, so every database collation
    /// sorts it alike, and its given name's weights come wholly before the rest's (all An before all Án).
    /// </summary>
    /// <remarks>Keys hold under one <see cref="VietnameseOrder.CollationVersion"/>; after a change of ICU they are made anew.</remarks>
    /// <param name="name">A name, as typed.</param>
    /// <returns>The key; names that differ only in blanks or normalisation form have the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static string SortKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (rest, given) = Split(name);
        // A weight string ends with a zero byte that occurs nowhere inside, so a shorter given name stays in front.
        return Convert.ToHexStringLower(VietnameseOrder.Weights(given)) + Convert.ToHexStringLower(VietnameseOrder.Weights(rest));
    }

    private static (string Others, string Given) Split(string name)
    {
        var line = VietnameseText.CleanLine(name);
        var space = line.LastIndexOf(' ');
        return space < 0 ? ("", line) : (line[..space], line[(space + 1)..]);
    }
}
