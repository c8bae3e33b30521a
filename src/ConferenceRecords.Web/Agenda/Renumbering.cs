using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Agenda;

/// <summary>What an act would do to numbers that people were already told: asked about before it is done.</summary>
/// <param name="Ordinal">The newest approved agenda, from 1.</param>
/// <param name="Rows">The contents whose number shown changes, in the new order.</param>
public sealed record Renumbering(int Ordinal, IReadOnlyList<Renumbering.Row> Rows)
{
    /// <summary>Name of the newest approved agenda.</summary>
    public string Letter => AgendaVersion.Letter(Ordinal);

    /// <summary>Compares the numbers before an act with those after it.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="order">The agenda after the act, not saved yet.</param>
    /// <param name="before">The numbers before it.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What changes; null before the first approval, when nobody was told a number.</returns>
    public static async Task<Renumbering?> OfAsync(RecordsContext records, Guid sessionId, AgendaOrder order, IReadOnlyDictionary<Guid, int> before, CancellationToken cancel)
    {
        var ordinal = await LatestAsync(records, sessionId, cancel);
        if (ordinal == 0) return null;
        var sent = await records.AgendaVersionLines(sessionId, ordinal).ToDictionaryAsync(line => line.ItemId, line => line.Position, cancel);
        return new(ordinal,
        [
            .. order.Active.Where(i => before.TryGetValue(i.Id, out var number) && number != i.Position)
                .Select(i => new Row(i.Title, i.Code, before[i.Id], i.Position, sent.TryGetValue(i.Id, out var number) ? number : null)),
        ]);
    }

    /// <summary>The newest approved agenda of a session; 0 before the first approval.</summary>
    public static async Task<int> LatestAsync(RecordsContext records, Guid sessionId, CancellationToken cancel) =>
        await records.AgendaVersions.Where(v => v.SessionId == sessionId).MaxAsync(v => (int?)v.Ordinal, cancel) ?? 0;

    /// <summary>One content.</summary>
    /// <param name="Title">Title.</param>
    /// <param name="Code">Permanent number.</param>
    /// <param name="From">Number shown before.</param>
    /// <param name="To">Number shown after.</param>
    /// <param name="Sent">Number in the newest approved agenda; null where it is not on it.</param>
    public sealed record Row(string Title, int Code, int From, int To, int? Sent);
}
