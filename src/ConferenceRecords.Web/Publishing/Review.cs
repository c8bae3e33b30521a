using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Publishing;

/// <summary>What the second person sees of a release: who wrote and submitted it, and everything that an approval would make public.</summary>
public sealed record Review(
    Release Release, SessionHead Session, IReadOnlyList<string> Authors, string? SubmittedBy, string? ApprovedBy, Review.Objection Objects, bool IsScheduled, bool HasSeenPreview,
    EditionCandidate Candidate, IReadOnlyList<EditionLine> Editions)
{
    public ReleaseState State => Release.State;

    /// <summary>Whether the reader may decide on it now.</summary>
    public bool AwaitsReader => State == ReleaseState.Submitted && Objects == Objection.None;

    /// <summary>Whether something of it is public that can be withdrawn.</summary>
    public bool CanBeWithdrawn => Release.HasLiveEdition && !IsScheduled;

    public static async Task<Review> LoadAsync(RecordsContext records, Release release, Guid reader, DateTimeOffset at, CancellationToken cancel)
    {
        Guid?[] people = [.. release.AuthorIds, release.SubmittedById, release.ApprovedById];
        var names = await records.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        string? Name(Guid? id) => id is { } key ? names.GetValueOrDefault(key) : null;
        var candidate = await records.CandidateAsync(release, at, cancel);
        return new(
            release, (await records.SessionHeadAsync(release.SessionId, cancel))!,
            [.. release.AuthorIds.Select(id => Name(id)).OfType<string>()], Name(release.SubmittedById), Name(release.ApprovedById),
            release.AuthorIds.Contains(reader) ? Objection.Wrote : release.IsSecondPerson(reader) ? Objection.None : Objection.Submitted,
            release.State == ReleaseState.Approved && release.PublishAt > at,
            await records.HasSeenAsync(reader, release, candidate.Fingerprint, cancel),
            candidate, await EditionLine.OfAsync(records, release.SessionId, release.Kind, cancel));
    }

    /// <summary>Why the reader may not decide.</summary>
    public enum Objection
    {
        None,
        Wrote,
        Submitted,
    }
}
