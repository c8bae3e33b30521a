using System.Globalization;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Sessions;

/// <summary>The permanent part of a session's public address, made once: <c>ban-chap-hanh-khoa-xx-lan-12</c>.</summary>
public static class SessionSlug
{
    private const int Longest = 150;

    /// <summary>Makes it from body, term and ordinal; from the title where the session has no ordinal.</summary>
    /// <param name="bodySlug">The body's part.</param>
    /// <param name="termLabel">Label of the term, "XX".</param>
    /// <param name="ordinal">Number of the session; null where it has none.</param>
    /// <param name="title">Title.</param>
    /// <param name="taken">Addresses that other sessions have.</param>
    /// <returns>An address that is not taken.</returns>
    public static string Make(string bodySlug, string termLabel, int? ordinal, string title, IEnumerable<string> taken)
    {
        var wished = ordinal is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{bodySlug}-khoa-{VietnameseText.Slug(termLabel)}-lan-{number}")
            : Shorten(VietnameseText.Slug(title)) is { Length: > 0 } slug ? slug : $"{bodySlug}-khoa-{VietnameseText.Slug(termLabel)}";
        var others = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue - 1).Select(n => n == 1 ? wished : string.Create(CultureInfo.InvariantCulture, $"{wished}-{n}")).First(s => !others.Contains(s));
    }

    private static string Shorten(string slug) => slug.Length <= Longest ? slug : slug[..(slug.LastIndexOf('-', Longest) is > 0 and var end ? end : Longest)];
}
