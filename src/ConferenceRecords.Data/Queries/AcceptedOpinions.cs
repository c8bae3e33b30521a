using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An opinion that was taken in, to be quoted in a conclusion.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Readable number.</param>
/// <param name="Item">Number and title of its content; null for the session as a whole.</param>
/// <param name="Text">Its words on one line.</param>
/// <param name="Answer">What was taken in and how.</param>
/// <param name="IsPartly">Whether only a part was taken in.</param>
public sealed record AcceptedOpinion(Guid Id, string Number, string? Item, string Text, string? Answer, bool IsPartly);

/// <summary>Queries of opinions that were taken in. Whoever shows their result to a person notes <c>opinions.read</c>.</summary>
public static class AcceptedOpinions
{
    /// <summary>The opinions of a session whose acceptance the Office confirmed, by content and number.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The opinions.</returns>
    public static async Task<IReadOnlyList<AcceptedOpinion>> AcceptedOpinionsAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var rows = await (
            from o in records.LeadOpinions().AsNoTracking()
            join r in records.Responses on o.Id equals r.OpinionId
            join i in records.AgendaItems on o.ItemId equals i.Id into items
            from i in items.DefaultIfEmpty()
            where o.SessionId == sessionId && r.ConfirmedAt != null && (r.Disposition == Disposition.Accepted || r.Disposition == Disposition.PartlyAccepted)
            orderby i == null ? int.MaxValue : i.Position, o.Number
            select new { o.Id, o.Number, Position = (int?)i.Position, i.Title, o.Text, Answer = r.Text, r.Disposition }).ToListAsync(cancel);
        return [.. rows.Select(o => new AcceptedOpinion(o.Id, o.Number, o.Position is null ? null : $"{o.Position}. {o.Title}", Line(o.Text), o.Answer, o.Disposition == Disposition.PartlyAccepted))];
    }

    /// <summary>A conclusion has one paragraph a line.</summary>
    private static string Line(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
