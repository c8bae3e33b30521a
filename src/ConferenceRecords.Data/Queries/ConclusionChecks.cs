using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>What a person should look at in the conclusion of a session before it goes out.</summary>
public static class ConclusionChecks
{
    /// <summary>Checks the conclusion as it is stored.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The places to look at; none without a conclusion.</returns>
    public static async Task<IReadOnlyList<FigureFinding>> OfAsync(RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return await records.Conclusions.Where(c => c.SessionId == sessionId).Select(c => c.Body).SingleOrDefaultAsync(cancel) is { } body
            ? await OfAsync(records, sessionId, body, cancel) : [];
    }

    /// <summary>Checks a text that is not stored yet.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="body">The text.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The places to look at.</returns>
    public static async Task<IReadOnlyList<FigureFinding>> OfAsync(RecordsContext records, Guid sessionId, string body, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var indicators = await records.Indicators.AsNoTracking().Where(i => i.SessionId == sessionId && i.RemovedAt == null).OrderBy(i => i.Position).ToListAsync(cancel);
        return FigureCheck.Of(ConclusionText.Paragraphs(body), indicators);
    }
}
