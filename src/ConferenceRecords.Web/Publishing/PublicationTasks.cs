using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Publishing;

/// <summary>Where a session stands on its way to the public pages.</summary>
public sealed record PublicationTasks(
    AnnouncedFigures Figures, int Counted, int? Stated, IReadOnlyList<PublicationTasks.Uneven> UnevenCategories, int LeftOut, int Indicators,
    PublicationTasks.Standing? Conclusion, EditionCandidate? Candidate, IReadOnlyList<EditionLine> Editions)
{
    public bool IsComplete => Counted > 0 && (Stated is null || Stated == Counted) && UnevenCategories.Count == 0;

    /// <summary>The worst verdict on an announced figure; it warns and does not hold the publication up. Null where nothing is announced.</summary>
    public FigureVerdict? FiguresVerdict =>
        Figures.All.Contains(FigureVerdict.Differs) ? FigureVerdict.Differs
        : Figures.All.Contains(FigureVerdict.Unclear) ? FigureVerdict.Unclear
        : Figures.All.Any() ? FigureVerdict.Agrees : null;

    public static async Task<PublicationTasks> LoadAsync(RecordsContext records, Guid sessionId, Conclusion? conclusion, DateTimeOffset at, CancellationToken cancel)
    {
        var items = await records.AgendaItems.Where(i => i.SessionId == sessionId && i.WithdrawnAt == null)
            .Select(i => new { i.CategoryId, i.IsIncludedInPublication }).ToListAsync(cancel);
        var stated = await (
            from s in records.StatedCounts
            join c in records.AgendaCategories on s.CategoryId equals c.Id
            where s.SessionId == sessionId && s.Value != null
            orderby c.Position
            select new { c.Id, c.ShortName, Value = s.Value!.Value }).ToListAsync(cancel);
        return new(
            await records.AnnouncedFiguresAsync(sessionId, cancel),
            items.Count,
            await records.Sessions.Where(s => s.Id == sessionId).Select(s => s.StatedItemCount).SingleAsync(cancel),
            [.. stated.Select(s => new Uneven(s.ShortName, s.Value, items.Count(i => i.CategoryId == s.Id))).Where(u => u.Stated != u.Counted)],
            items.Count(i => !i.IsIncludedInPublication),
            await records.Indicators.CountAsync(i => i.SessionId == sessionId && i.RemovedAt == null, cancel),
            conclusion is null ? null : new(conclusion.Version, conclusion.State, conclusion.ReturnReason),
            conclusion is null ? null : await records.CandidateAsync(conclusion, at, cancel),
            await EditionLine.OfAsync(records, sessionId, cancel));
    }

    public sealed record Uneven(string Category, int Stated, int Counted);

    public sealed record Standing(uint Version, ReleaseState State, string? ReturnReason);
}

/// <summary>An edition that was approved, and when it reached the public pages.</summary>
public sealed record EditionLine(int Number, DateTimeOffset ApprovedAt, DateTimeOffset? DeliveredAt)
{
    /// <summary>The editions of a session, the newest first.</summary>
    public static Task<List<EditionLine>> OfAsync(RecordsContext records, Guid sessionId, CancellationToken cancel) =>
        records.Outbox.Where(m => m.SessionId == sessionId && m.Kind == ReleaseKind.Conclusion && !m.IsWithdrawal && m.CancelledAt == null).OrderByDescending(m => m.Edition).Select(m => new EditionLine(m.Edition, m.CreatedAt, m.DeliveredAt)).ToListAsync(cancel);
}
