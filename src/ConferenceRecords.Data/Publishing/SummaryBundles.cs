using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>Builds the bundle of the summary of opinions, and fills the summary from the ledger.</summary>
public static class SummaryBundles
{
    /// <summary>
    /// The confirmed lines of the ledger that a summary may take over: those of contents in the publication and of the session as a whole. Whoever shows them notes <c>opinions.read</c>.
    /// </summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The lines by content.</returns>
    public static async Task<List<LedgerLine>> ConfirmedLinesAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        var open = await records.OpenItemsAsync(sessionId, cancel);
        return
        [
            .. from row in await records.ResponseRowsAsync(sessionId, cancel)
               where row.State == ResponseState.Confirmed && !row.IsAnswerToOtherWords && (row.Item is null || open.ContainsKey(row.Item.Id))
               let opinion = row.Opinion.Lead
               select new LedgerLine(
                   opinion.Id, opinion.ItemId, opinion.Text, row.Response!.Text, row.Response.Disposition!.Value, row.Opinion.All.Count(), opinion.IsIllustrative || row.Response.IsIllustrative),
        ];
    }

    /// <summary>Builds the bundle of the summary as it stands: only what the Office worded, of opinions that still stand with a confirmed answer, of contents in the publication.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="summary">The summary with its lines.</param>
    /// <param name="edition">Number the edition would have.</param>
    /// <param name="publishedAt">When it becomes public.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The bundle.</returns>
    public static async Task<OpinionSummaryBundle> BuildAsync(this RecordsContext records, OpinionSummary summary, int edition, DateTimeOffset publishedAt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(summary);
        var (slug, session) = await records.PublicSessionAsync(summary.SessionId, cancel);
        var items = await records.OpenItemsAsync(summary.SessionId, cancel);
        var confirmed = (await records.ConfirmedLinesAsync(summary.SessionId, cancel)).Select(l => l.OpinionId).ToHashSet();
        var lines = summary.Lines.Where(l => l is { RemovedAt: null, IsWorded: true } && confirmed.Contains(l.OpinionId) && (l.ItemId is null || items.ContainsKey(l.ItemId.Value)))
            .Select(l => (Line: l, Item: l.ItemId is { } id ? items[id] : (Position: int.MaxValue, Title: null)))
            .OrderBy(l => l.Item.Position).ThenBy(l => l.Line.Position);
        return new(
            summary.SessionId, slug, edition, publishedAt, session, summary.Introduction,
            [.. lines.Select((l, index) => Public(index + 1, l.Item.Title, l.Line))]);
    }

    // Without the name of the person who allowed it, no name of a speaker: the database says so too, and this does not rely on it.
    private static PublicSummaryLine Public(int number, string? itemTitle, SummaryLine line) => new(
        number, itemTitle, line.Text, line.Proposals, line.Disposition, line.Answer,
        line is { AllowedBy: not null, AllowedRecordedById: not null, AllowedRecordedAt: not null } ? line.Speakers : null, line.IsIllustrative);

    private static async Task<Dictionary<Guid, (int Position, string? Title)>> OpenItemsAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel) =>
        (await records.AgendaItems.AsNoTracking()
            .Where(i => i.SessionId == sessionId && i.IsIncludedInPublication && !i.IsInternal && i.WithdrawnAt == null && i.DiscardedAt == null)
            .Select(i => new { i.Id, i.Position, i.Title }).ToListAsync(cancel)).ToDictionary(i => i.Id, i => (i.Position, (string?)i.Title));
}
