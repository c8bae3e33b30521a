using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>The papers of a session with their texts.</summary>
/// <param name="Papers">The papers by content. Number n has the page <c>/tai-lieu/{session}/n</c>.</param>
public sealed record PapersContent(IReadOnlyList<PublicPaper> Papers);

internal static class Papers
{
    public static void MapPapers(this RouteGroupBuilder api) => api.MapRelease<PapersBundle, PapersContent>(ReleaseKind.Papers, "Papers", bundle => new(bundle.Papers));
}
