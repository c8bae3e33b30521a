using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Publishing;

/// <summary>How the records stand that a conclusion makes public with it.</summary>
public sealed record ConclusionTasks(AnnouncedFigures Figures, int Counted, int? Stated, IReadOnlyList<ConclusionTasks.Uneven> UnevenCategories, int LeftOut, int Indicators, IReadOnlyList<FigureFinding> Checks)
{
    public bool IsComplete => Counted > 0 && (Stated is null || Stated == Counted) && UnevenCategories.Count == 0;

    /// <summary>The worst verdict on an announced figure; it warns and does not hold the publication up. Null where nothing is announced.</summary>
    public FigureVerdict? FiguresVerdict =>
        Figures.All.Contains(FigureVerdict.Differs) ? FigureVerdict.Differs
        : Figures.All.Contains(FigureVerdict.Unclear) ? FigureVerdict.Unclear
        : Figures.All.Any() ? FigureVerdict.Agrees : null;

    public static async Task<ConclusionTasks> LoadAsync(RecordsContext records, Guid sessionId, CancellationToken cancel)
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
            await ConclusionChecks.OfAsync(records, sessionId, cancel));
    }

    public sealed record Uneven(string Category, int Stated, int Counted);
}
