using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>A conclusion with the contents and figures of its session.</summary>
/// <param name="Categories">Contents of the session by category.</param>
/// <param name="Conclusion">The conclusion with its paragraphs and directives.</param>
/// <param name="Indicators">Figures. The n-th stands at <c>#chi-tieu-n</c> of the page of figures.</param>
public sealed record ConclusionContent(IReadOnlyList<PublicCategory> Categories, PublicConclusion Conclusion, IReadOnlyList<PublicIndicator> Indicators);

internal static class Conclusions
{
    public static void MapConclusions(this RouteGroupBuilder api) =>
        api.MapRelease<SessionBundle, ConclusionContent>(ReleaseKind.Conclusion, "Conclusion", bundle => new(bundle.Categories, bundle.Conclusion, bundle.Indicators));
}
