using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>How a similar opinion of the same term was answered.</summary>
/// <param name="OpinionId">That opinion.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="OpinionText">Its words.</param>
/// <param name="Disposition">What was decided.</param>
/// <param name="Text">The answer.</param>
/// <param name="Session">Title of its session.</param>
public sealed record EarlierAnswer(Guid OpinionId, string Number, OpinionKind Kind, string OpinionText, Disposition Disposition, string? Text, string Session);

/// <summary>Earlier answers. Whoever shows them to a person notes <c>opinions.read</c>.</summary>
public static class EarlierAnswers
{
    /// <summary>The confirmed answers of the term to the opinions that are most like one.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The answers, to the most similar opinion first.</returns>
    public static async Task<IReadOnlyList<EarlierAnswer>> EarlierAnswersAsync(this RecordsContext records, Guid opinionId, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var opinion = await records.Opinions.AsNoTracking().Where(o => o.Id == opinionId).Select(o => new { o.Kind, o.Text, TermId = records.Sessions.Where(s => s.Id == o.SessionId).Select(s => s.TermId).First() }).SingleAsync(cancel);
        var answers = await (
            from o in records.Opinions.AsNoTracking()
            join r in records.Responses on o.Id equals r.OpinionId
            join s in records.Sessions on o.SessionId equals s.Id
            where s.TermId == opinion.TermId && o.Id != opinionId && o.WithdrawnAt == null && r.ConfirmedAt != null && r.Disposition != null && r.Text != null
            select new EarlierAnswer(o.Id, o.Number, o.Kind, o.Text, r.Disposition!.Value, r.Text, s.Title)).ToDictionaryAsync(a => a.OpinionId, cancel);
        var similarity = new OpinionSimilarity([.. answers.Values.Select(a => new ComparedOpinion(a.OpinionId, a.Kind, a.OpinionText)), new(opinionId, opinion.Kind, opinion.Text)]);
        return [.. similarity.Like(opinionId, most).Select(p => answers[p.Second])];
    }
}
