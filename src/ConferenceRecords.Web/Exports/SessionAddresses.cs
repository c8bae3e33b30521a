using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.OpenData;

namespace ConferenceRecords.Web.Exports;

/// <summary>Every address of pages and files that a session ever had, those that answer 410 today too.</summary>
internal static class SessionAddresses
{
    /// <summary>The addresses.</summary>
    /// <param name="session">The session with its earlier bundles.</param>
    public static IEnumerable<string> Of(PublishedSession session)
    {
        foreach (var release in session.Releases.Values.OrderBy(r => r.Kind))
        {
            if (release.Kind == ReleaseKind.Conclusion)
            {
                yield return $"/hoi-nghi/{session.Slug}";
                yield return $"/chi-tieu/{session.Slug}";
            }
            yield return release.Kind.Page(session.Slug);
            foreach (var papers in release.Earlier.Append(release.Bundle).OfType<PapersBundle>())
            {
                foreach (var number in papers.Papers.Select(p => p.Number))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{release.Kind.Page(session.Slug)}/{number}");
                    yield return string.Create(CultureInfo.InvariantCulture, $"{release.Kind.Page(session.Slug, papers.Edition)}/{number}");
                }
            }
            foreach (var edition in release.Editions)
            {
                yield return release.Kind.Page(session.Slug, edition.Number);
                foreach (var file in edition.Files) yield return release.Kind.File(session.Slug, edition.Number, file.Name);
            }
        }
    }
}
