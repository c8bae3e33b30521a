using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Data.Queries;

/// <summary>What narrows a search; each part is a number in the index, and a value in the address of the page.</summary>
/// <param name="Kind">Only passages of a kind.</param>
/// <param name="Term">Only those of a term, as in <see cref="TermKey"/>.</param>
/// <param name="Session">Only those of a session, by its part of the address.</param>
public sealed record SearchFacets(PassageKind? Kind = null, string? Term = null, string? Session = null)
{
    /// <summary>Whether nothing narrows.</summary>
    public bool IsEmpty => Kind is null && Term is null && Session is null;

    /// <summary>A term in an address: <c>xx-2020</c>.</summary>
    /// <param name="label">Label of the term.</param>
    /// <param name="start">First year.</param>
    /// <returns>The key.</returns>
    public static string TermKey(string label, int start) => string.Create(CultureInfo.InvariantCulture, $"{VietnameseText.Slug(label)}-{start}");

    /// <summary>The numbers that a passage must have.</summary>
    internal IReadOnlyList<long> Numbers =>
    [
        .. Kind is { } kind ? [OfKind(kind)] : Array.Empty<long>(),
        .. Term is { } term ? [PassageTerms.Facet("term", term)] : Array.Empty<long>(),
        .. Session is { } session ? [OfSession(session)] : Array.Empty<long>(),
    ];

    internal static long OfKind(PassageKind kind) => PassageTerms.Facet("kind", kind.ToString());

    internal static long OfTerm(string label, int start) => PassageTerms.Facet("term", TermKey(label, start));

    internal static long OfSession(string slug) => PassageTerms.Facet("session", slug);
}
