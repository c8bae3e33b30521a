using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>What became of an opinion, as its own delegate may know it: no other proposer, and no answer before the Office confirmed it.</summary>
/// <param name="LeadNumber">Number of the opinion that stands for it; null while it stands for itself.</param>
/// <param name="AssignedAt">When it, or the one that stands for it, was assigned.</param>
/// <param name="Agency">To which agency.</param>
/// <param name="DueOn">Last day for the answer.</param>
/// <param name="Answer">The confirmed answer; null before.</param>
/// <param name="AnsweredAt">When the Office confirmed it.</param>
/// <param name="HandedTo">The other agency to which it was handed over.</param>
/// <param name="IsIllustrative">The answer is illustrative data.</param>
/// <param name="VersionId">The version on which it was made; null where it is about no draft.</param>
/// <param name="ParagraphId">The paragraph about which it is.</param>
/// <param name="Words">Words of that paragraph.</param>
/// <param name="ConclusionSlug">Public address part of the session, once its conclusion is published.</param>
public sealed record OpinionStory(
    string? LeadNumber, DateTimeOffset? AssignedAt, string? Agency, DateOnly? DueOn, Answer? Answer, DateTimeOffset? AnsweredAt, string? HandedTo, bool IsIllustrative,
    Guid? VersionId, Guid? ParagraphId, string? Words, string? ConclusionSlug)
{
    /// <summary>Numbers of opinions that say the same and stand behind it.</summary>
    public IReadOnlyList<string> Behind { get; init; } = [];
}

/// <summary>Queries of what became of opinions.</summary>
public static class OpinionStories
{
    /// <summary>What became of one opinion of the account's delegate.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The story; null where the opinion is not the delegate's.</returns>
    public static async Task<OpinionStory?> OpinionStoryAsync(this RecordsContext records, Guid userId, Guid opinionId, CancellationToken cancel)
    {
        var found = await (
            from o in records.OpinionsOf(userId).AsNoTracking()
            where o.Id == opinionId
            from lead in records.Opinions.Where(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null).DefaultIfEmpty()
            from r in records.Responses.Where(r => r.OpinionId == (lead == null ? o.Id : lead.Id)).DefaultIfEmpty()
            from a in records.Agencies.Where(a => a.Id == r!.AgencyId).DefaultIfEmpty()
            from other in records.Agencies.Where(a => a.Id == r!.HandedToId).DefaultIfEmpty()
            from p in records.Paragraphs.Where(p => p.Id == o.ParagraphId).DefaultIfEmpty()
            select new
            {
                Lead = lead == null ? null : lead.Number, Response = r, Agency = a == null ? null : a.Name, HandedTo = other == null ? null : other.Name,
                o.DraftVersionId, o.ParagraphId, Words = p == null ? null : p.Text,
                Slug = records.Conclusions.Where(c => c.SessionId == o.SessionId && records.Outbox.Any(m => m.SessionId == c.SessionId && m.Kind == ReleaseKind.Conclusion && !m.IsWithdrawal && m.Edition > c.WithdrawnThrough && m.DeliveredAt != null)).Select(c => records.Sessions.Single(s => s.Id == c.SessionId).Slug).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var (response, isConfirmed) = (found.Response, found.Response?.ConfirmedAt is not null);
        return new(
            found.Lead, response?.AssignedAt, found.Agency, response?.DueOn, isConfirmed ? response!.Answer : null, response?.ConfirmedAt, isConfirmed ? found.HandedTo : null,
            isConfirmed && response!.IsIllustrative, found.DraftVersionId, found.ParagraphId, found.Words, found.Slug)
        {
            Behind = await records.Opinions.Where(o => o.MergedIntoId == opinionId && o.WithdrawnAt == null).OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(cancel),
        };
    }
}
