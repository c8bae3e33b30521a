using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Publishing;

/// <summary>What the second person sees of a conclusion: who wrote and submitted it, and everything that an approval would make public.</summary>
public sealed record Review(
    Guid Id, SessionHead Session, string Title, ReleaseState State, string? ReturnReason, IReadOnlyList<string> Authors, string? SubmittedBy, string? ApprovedBy,
    Review.Objection Objects, EditionCandidate Candidate, IReadOnlyList<EditionLine> Editions)
{
    /// <summary>The conclusion with its directives, tracked, for the act.</summary>
    public static Task<Conclusion?> FindAsync(RecordsContext records, Guid id, CancellationToken cancel) =>
        records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.Id == id, cancel);

    public static async Task<Review> LoadAsync(RecordsContext records, Conclusion conclusion, Guid reader, DateTimeOffset at, CancellationToken cancel)
    {
        Guid?[] people = [.. conclusion.AuthorIds, conclusion.SubmittedById, conclusion.ApprovedById];
        var names = await records.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        string? Name(Guid? id) => id is { } key ? names.GetValueOrDefault(key) : null;
        return new(
            conclusion.Id, (await records.SessionHeadAsync(conclusion.SessionId, cancel))!, conclusion.Title, conclusion.State, conclusion.ReturnReason,
            [.. conclusion.AuthorIds.Select(id => Name(id)).OfType<string>()], Name(conclusion.SubmittedById), Name(conclusion.ApprovedById),
            conclusion.AuthorIds.Contains(reader) ? Objection.Wrote : conclusion.IsSecondPerson(reader) ? Objection.None : Objection.Submitted,
            await records.CandidateAsync(conclusion, at, cancel),
            await EditionLine.OfAsync(records, conclusion.SessionId, cancel));
    }

    /// <summary>Why the reader may not decide.</summary>
    public enum Objection
    {
        None,
        Wrote,
        Submitted,
    }
}
