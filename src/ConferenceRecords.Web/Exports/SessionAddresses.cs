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
            foreach (var number in PaperNumbers(release)) yield return string.Create(CultureInfo.InvariantCulture, $"{release.Kind.Page(session.Slug)}/{number}");
            foreach (var edition in release.Editions)
            {
                yield return release.Kind.Page(session.Slug, edition.Number);
                foreach (var file in edition.Files) yield return release.Kind.File(session.Slug, edition.Number, file.Name);
            }
        }
    }

    private static IEnumerable<int> PaperNumbers(PublishedRelease release) =>
        release.Earlier.Append(release.Bundle).OfType<PapersBundle>().SelectMany(b => b.Papers).Select(p => p.Number).Distinct().Order();
}
