using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Data.Publishing;

/// <summary>From a release to the bundle that its approval would freeze.</summary>
public static class Bundles
{
    /// <summary>Builds the bundle of a release as its records stand; the preview and the approval use the same bytes.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release with what belongs to it.</param>
    /// <param name="edition">Number the edition would have.</param>
    /// <param name="publishedAt">When it would become public.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The bundle.</returns>
    public static async Task<EditionBundle> BuildAsync(this RecordsContext records, Release release, int edition, DateTimeOffset publishedAt, CancellationToken cancel) => release switch
    {
        Conclusion conclusion => await records.BuildAsync(conclusion, edition, publishedAt, cancel),
        PapersRelease papers => await records.BuildAsync(papers, edition, publishedAt, cancel),
        OpinionSummary summary => await records.BuildAsync(summary, edition, publishedAt, cancel),
        FollowUpReport report => await records.BuildAsync(report, edition, publishedAt, cancel),
        _ => throw new ArgumentException("A release without a bundle", nameof(release)),
    };
}
