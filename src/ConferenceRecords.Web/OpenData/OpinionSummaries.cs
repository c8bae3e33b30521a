using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>The summary of the opinions of a session and of what became of them.</summary>
/// <param name="Introduction">What has to be known before; null without.</param>
/// <param name="Lines">The lines by content. Number n stands at <c>#y-kien-n</c> of the page.</param>
public sealed record OpinionSummaryContent(string? Introduction, IReadOnlyList<PublicSummaryLine> Lines);

internal static class OpinionSummaries
{
    public static void MapOpinionSummaries(this RouteGroupBuilder api) =>
        api.MapRelease<OpinionSummaryBundle, OpinionSummaryContent>(ReleaseKind.OpinionSummary, "OpinionSummary", bundle => new(bundle.Introduction, bundle.Lines));
}
