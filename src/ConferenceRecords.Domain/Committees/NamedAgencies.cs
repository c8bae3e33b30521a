using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Committees;

/// <summary>An agency that a text names.</summary>
/// <param name="Agency">The agency, or the class of them.</param>
/// <param name="At">Where it is named in the key of the text.</param>
/// <param name="End">Where the name ends there.</param>
public sealed record NamedAgency(Agency Agency, int At, int End);

/// <summary>Finds the agencies and classes of the list that a text names, by full or short name, whichever way the tones are placed.</summary>
public static class NamedAgencies
{
    private static readonly string[] Plurals = ["các đồng chí ", "các "];

    /// <summary>The key in which names are found: one line, small letters, without commas.</summary>
    /// <param name="text">A text.</param>
    /// <returns>Its key.</returns>
    public static string Key(string text) => VietnameseText.AccentedKey(text).Replace(",", "", StringComparison.Ordinal);

    /// <summary>Finds them. A longer name goes before a shorter one within it.</summary>
    /// <param name="agencies">The list.</param>
    /// <param name="key">Key of the text.</param>
    /// <returns>Those that are named, in the order of the text, each place once.</returns>
    public static IReadOnlyList<NamedAgency> In(this IEnumerable<Agency> agencies, string key)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        ArgumentNullException.ThrowIfNull(key);
        var (found, rest) = (new List<NamedAgency>(), key);
        foreach (var (agency, name) in agencies.SelectMany(a => Names(a).Select(name => (a, name))).OrderByDescending(n => n.name.Length))
        {
            for (var at = FoldedText.IndexOfWord(rest, name); at >= 0; at = FoldedText.IndexOfWord(rest, name, at + name.Length))
            {
                found.Add(new(agency, at, at + name.Length));
                rest = string.Concat(rest.AsSpan(0, at), new string('\u0001', name.Length), rest.AsSpan(at + name.Length));
            }
        }
        return [.. found.OrderBy(n => n.At)];
    }

    private static IEnumerable<string> Names(Agency agency) => new[] { Key(agency.Name), Key(agency.ShortName) }.Select(WithoutPlural).Where(name => name.Length > 1).Distinct();

    private static string WithoutPlural(string name) => Plurals.FirstOrDefault(p => name.StartsWith(p, StringComparison.Ordinal)) is { } plural ? name[plural.Length..] : name;
}
