using ConferenceRecords.Domain.Committees;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>
/// Which directives of a conclusion concern which agency: those that it leads, takes part in or is addressed by, by its own name or by its class. Every directive concerns at least one
/// agency or class, or is one of those that name nobody.
/// </summary>
/// <param name="directives">The directives that stand, in order.</param>
/// <param name="agencies">The agencies and classes of the portal.</param>
public sealed class DirectiveExtracts(IReadOnlyList<Directive> directives, IReadOnlyList<Agency> agencies)
{
    private readonly Dictionary<Guid, HashSet<Guid>> named = directives.ToDictionary(d => d.Id, d => Named(d, agencies));

    /// <summary>The agencies and classes that have directives, by name, each with them.</summary>
    public IReadOnlyList<(Agency Agency, IReadOnlyList<Directive> Directives)> All =>
        [.. agencies.Select(a => (a, Of(a))).Where(e => e.Item2.Count > 0).OrderBy(e => e.a.IsClass ? 0 : 1).ThenBy(e => e.a.Name, Text.VietnameseOrder.Comparer)];

    /// <summary>The directives that name nobody of the list.</summary>
    public IReadOnlyList<Directive> Unnamed => [.. directives.Where(d => named[d.Id].Count == 0)];

    /// <summary>The directives that concern an agency, or a class.</summary>
    /// <param name="agency">The agency.</param>
    /// <returns>Those directives, in order.</returns>
    public IReadOnlyList<Directive> Of(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return [.. directives.Where(d => named[d.Id].Contains(agency.Id) || (agency.ClassId is { } of && named[d.Id].Contains(of)))];
    }

    private static HashSet<Guid> Named(Directive directive, IReadOnlyList<Agency> agencies)
    {
        var ids = agencies.In(NamedAgencies.Key(directive.Addressee ?? "")).Select(n => n.Agency.Id).Concat(directive.CooperatingAgencyIds);
        return [.. directive.LeadAgencyId is { } lead ? ids.Append(lead) : ids];
    }
}
