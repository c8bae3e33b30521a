using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A group of contents: what the documents state and what is on the agenda.</summary>
/// <param name="Id">The category.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="Stated">The number stated; null where none is.</param>
/// <param name="Counted">Contents on the agenda.</param>
public sealed record AnnouncedGroup(Guid Id, string Name, string ShortName, int? Stated, int Counted);

/// <summary>Announced figures of a session against what is recorded. Nothing is made to fit: a difference is shown.</summary>
/// <param name="StatedItems">Number of contents announced; null where none is.</param>
/// <param name="Groups">The groups, in order.</param>
/// <param name="StatedTurns">Number of contributions announced; null where none is.</param>
/// <param name="Turns">Contributions recorded.</param>
public sealed record AnnouncedFigures(int? StatedItems, IReadOnlyList<AnnouncedGroup> Groups, StatedFigure? StatedTurns, TurnCount Turns)
{
    /// <summary>Contents on the agenda.</summary>
    public int CountedItems => Groups.Sum(g => g.Counted);

    /// <summary>The sum of the groups; where the documents state none for a group, what is counted stands in for it.</summary>
    public int SumOfGroups => Groups.Sum(g => g.Stated ?? g.Counted);

    /// <summary>The number of contents announced against those on the agenda.</summary>
    public FigureVerdict? Items => Verdict(StatedItems, CountedItems);

    /// <summary>The number of contents announced against the sum of its groups.</summary>
    public FigureVerdict? Sum => Verdict(StatedItems, SumOfGroups);

    /// <summary>The number of contributions announced against the rows.</summary>
    public FigureVerdict? Contributions => StatedTurns?.Judge(Turns.Total);

    /// <summary>Every verdict, one for each figure that is announced.</summary>
    public IEnumerable<FigureVerdict> All => new[] { Items, Sum, Contributions }.Concat(Groups.Select(OfGroup)).OfType<FigureVerdict>();

    /// <summary>The number announced for a group against its contents on the agenda.</summary>
    /// <param name="group">A group.</param>
    /// <returns>The verdict; null where none is announced.</returns>
    public static FigureVerdict? OfGroup(AnnouncedGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Verdict(group.Stated, group.Counted);
    }

    private static FigureVerdict? Verdict(int? stated, int counted) => stated is { } value ? new StatedFigure(value).Judge(counted) : null;
}

/// <summary>Loads announced figures.</summary>
public static class AnnouncedFigureQueries
{
    /// <summary>The announced figures of a session.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session, which must exist.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The figures.</returns>
    public static async Task<AnnouncedFigures> AnnouncedFiguresAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var stated = await records.Sessions.Where(s => s.Id == sessionId).Select(s => new { s.StatedItemCount, s.StatedOpinionCount, s.StatedOpinionQualifier }).SingleAsync(cancel);
        var groups = await (
            from c in records.AgendaCategories.AsNoTracking()
            orderby c.Position
            select new AnnouncedGroup(
                c.Id, c.Name, c.ShortName, records.StatedCounts.Where(n => n.SessionId == sessionId && n.CategoryId == c.Id).Select(n => n.Value).FirstOrDefault(),
                records.AgendaItems.Count(i => i.SessionId == sessionId && i.CategoryId == c.Id && i.WithdrawnAt == null))).ToListAsync(cancel);
        return new(
            stated.StatedItemCount, groups, stated.StatedOpinionCount is { } turns ? new(turns, stated.StatedOpinionQualifier) : null, await records.TurnCountAsync(sessionId, cancel));
    }
}
