using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A task as lists show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="SessionId">The session whose conclusion gave it.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="Number">Number within the session.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="LeadAgencyId">The agency in the lead.</param>
/// <param name="LeadAgency">Its name.</param>
/// <param name="CooperatingAgencyIds">The agencies that take part.</param>
/// <param name="Product">What comes of it.</param>
/// <param name="DeadlineNote">Deadline as said.</param>
/// <param name="FirstDueOn">The first deadline.</param>
/// <param name="DueOn">The deadline that holds.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="Waiting">Reports that wait for the Office.</param>
/// <param name="IsPublic">Whether the committee makes it public.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
public sealed record TaskRow(
    Guid Id, Guid SessionId, string SessionTitle, int Number, string Text, Guid? LeadAgencyId, string? LeadAgency, IReadOnlyList<Guid> CooperatingAgencyIds, string? Product, string? DeadlineNote,
    DateOnly? FirstDueOn, DateOnly? DueOn, DateOnly? DoneOn, int Waiting, bool IsPublic, bool IsIllustrative)
{
    /// <summary>How it stands on a day.</summary>
    /// <param name="today">The day in Vietnam.</param>
    /// <returns>One of the four.</returns>
    public FollowUpStatus StatusOn(DateOnly today) => FollowUpTask.Status(DueOn, DoneOn, today);
}

/// <summary>How many tasks stand how.</summary>
/// <param name="DoneInTime">Hoàn thành trong hạn.</param>
/// <param name="DoneLate">Hoàn thành quá hạn.</param>
/// <param name="OngoingInTime">Đang thực hiện trong hạn.</param>
/// <param name="OngoingLate">Đang thực hiện quá hạn.</param>
public sealed record TaskCounts(int DoneInTime, int DoneLate, int OngoingInTime, int OngoingLate)
{
    /// <summary>All of them.</summary>
    public int All => DoneInTime + DoneLate + OngoingInTime + OngoingLate;

    /// <summary>Those that are not done.</summary>
    public int Open => OngoingInTime + OngoingLate;

    /// <summary>How many stand in one way.</summary>
    /// <param name="status">How.</param>
    /// <returns>Their number.</returns>
    public int Of(FollowUpStatus status) => status switch
    {
        FollowUpStatus.DoneInTime => DoneInTime, FollowUpStatus.DoneLate => DoneLate, FollowUpStatus.OngoingInTime => OngoingInTime, _ => OngoingLate,
    };
}

/// <summary>What fell due in a month, and what became of it by today.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Counts">The tasks with their deadline in it.</param>
public sealed record TaskMonth(DateOnly Month, TaskCounts Counts);

/// <summary>Queries of tasks. The order is the same everywhere: overdue first, then what is open, then what is done; each by deadline, those without one last.</summary>
public static class TaskRows
{
    /// <summary>The tasks that stand.</summary>
    /// <param name="records">The office's context.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<FollowUpTask> StandingTasks(this RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.FollowUpTasks.AsNoTracking().Where(t => t.RemovedAt == null);
    }

    /// <summary>Those that stand in one way.</summary>
    /// <param name="tasks">Some tasks.</param>
    /// <param name="status">How.</param>
    /// <param name="today">The day in Vietnam.</param>
    /// <returns>A query.</returns>
    public static IQueryable<FollowUpTask> InStatus(this IQueryable<FollowUpTask> tasks, FollowUpStatus status, DateOnly today) => status switch
    {
        FollowUpStatus.DoneInTime => tasks.Where(t => t.DoneOn != null && (t.DueOn == null || t.DoneOn <= t.DueOn)),
        FollowUpStatus.DoneLate => tasks.Where(t => t.DoneOn > t.DueOn),
        FollowUpStatus.OngoingLate => tasks.Where(t => t.DoneOn == null && t.DueOn < today),
        _ => tasks.Where(t => t.DoneOn == null && (t.DueOn == null || t.DueOn >= today)),
    };

    /// <summary>The tasks that an agency has to do with: it leads or takes part, itself or its class.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="tasks">Some tasks.</param>
    /// <param name="agencyId">The agency.</param>
    /// <returns>A query.</returns>
    public static IQueryable<FollowUpTask> OfAgency(this RecordsContext records, IQueryable<FollowUpTask> tasks, Guid agencyId) =>
        tasks.Where(t => t.LeadAgencyId == agencyId || t.CooperatingAgencyIds.Contains(agencyId)
            || records.Agencies.Any(a => a.Id == agencyId && a.ClassId != null && (t.LeadAgencyId == a.ClassId || t.CooperatingAgencyIds.Contains(a.ClassId!.Value))));

    /// <summary>The tasks of the agency of an account: everything that the agency's pages show and do starts here.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <returns>A query; nothing for an account without an agency.</returns>
    public static IQueryable<FollowUpTask> TasksOfAccount(this RecordsContext records, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from t in records.StandingTasks()
            from u in records.Users.Where(u => u.Id == userId && u.AgencyId != null)
            from a in records.Agencies.Where(a => a.Id == u.AgencyId)
            where t.LeadAgencyId == a.Id || t.CooperatingAgencyIds.Contains(a.Id) || (a.ClassId != null && (t.LeadAgencyId == a.ClassId || t.CooperatingAgencyIds.Contains(a.ClassId!.Value)))
            select t;
    }

    /// <summary>The tasks of the sessions before one, of the same body, whatever the term: nothing is lost where a term ends.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>A query.</returns>
    public static IQueryable<FollowUpTask> TasksBefore(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from t in records.StandingTasks()
            join s in records.Sessions on t.SessionId equals s.Id
            join term in records.Terms on s.TermId equals term.Id
            from here in records.Sessions.Where(here => here.Id == sessionId)
            join hereTerm in records.Terms on here.TermId equals hereTerm.Id
            where s.Id != here.Id && s.BodyId == here.BodyId
                && (term.StartYear < hereTerm.StartYear || (term.Id == hereTerm.Id && (s.Ordinal == null || here.Ordinal == null ? s.Id < here.Id : s.Ordinal < here.Ordinal)))
            select t;
    }

    /// <summary>Tasks in their order.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="tasks">Some tasks.</param>
    /// <param name="today">The day in Vietnam.</param>
    /// <param name="after">The task after which to go on; null for the beginning.</param>
    /// <param name="most">How many; null for all.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The rows.</returns>
    public static async Task<IReadOnlyList<TaskRow>> TaskRowsAsync(
        this RecordsContext records, IQueryable<FollowUpTask> tasks, DateOnly today, Guid? after, int? most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(tasks);
        if (after is { } id)
        {
            // The place of a task that was done since has moved; the list goes on from where it is now.
            if (await records.FollowUpTasks.Where(t => t.Id == id).Select(t => new { Rank = t.DoneOn != null ? 2 : t.DueOn < today ? 0 : 1, Due = t.DueOn ?? DateOnly.MaxValue }).SingleOrDefaultAsync(cancel) is not { } last) return [];
            var (rank, due) = (last.Rank, last.Due);
            tasks = tasks.Where(t => (t.DoneOn != null ? 2 : t.DueOn < today ? 0 : 1) > rank
                || ((t.DoneOn != null ? 2 : t.DueOn < today ? 0 : 1) == rank && ((t.DueOn ?? DateOnly.MaxValue) > due || ((t.DueOn ?? DateOnly.MaxValue) == due && t.Id > id))));
        }
        var ordered = tasks.OrderBy(t => t.DoneOn != null ? 2 : t.DueOn < today ? 0 : 1).ThenBy(t => t.DueOn ?? DateOnly.MaxValue).ThenBy(t => t.Id);
        return await records.Rows(most is { } limit ? ordered.Take(limit) : ordered).ToListAsync(cancel);
    }

    /// <summary>How many of some tasks stand how.</summary>
    /// <param name="tasks">Some tasks.</param>
    /// <param name="today">The day in Vietnam.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The counts.</returns>
    public static async Task<TaskCounts> TaskCountsAsync(this IQueryable<FollowUpTask> tasks, DateOnly today, CancellationToken cancel) =>
        await tasks.GroupBy(_ => 1).Select(g => new TaskCounts(
            g.Count(t => t.DoneOn != null && (t.DueOn == null || t.DoneOn <= t.DueOn)), g.Count(t => t.DoneOn > t.DueOn),
            g.Count(t => t.DoneOn == null && (t.DueOn == null || t.DueOn >= today)), g.Count(t => t.DoneOn == null && t.DueOn < today))).SingleOrDefaultAsync(cancel) ?? new(0, 0, 0, 0);

    /// <summary>The months in which some tasks fall due, in order.</summary>
    /// <param name="tasks">Some tasks.</param>
    /// <param name="today">The day in Vietnam.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Each month that has one; tasks without a deadline are in none.</returns>
    public static async Task<IReadOnlyList<TaskMonth>> TaskMonthsAsync(this IQueryable<FollowUpTask> tasks, DateOnly today, CancellationToken cancel)
    {
        var months = await tasks.Where(t => t.DueOn != null).GroupBy(t => new { t.DueOn!.Value.Year, t.DueOn.Value.Month }).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Month)
            .Select(g => new
            {
                g.Key.Year, g.Key.Month, DoneInTime = g.Count(t => t.DoneOn <= t.DueOn), DoneLate = g.Count(t => t.DoneOn > t.DueOn),
                Ongoing = g.Count(t => t.DoneOn == null && t.DueOn >= today), Late = g.Count(t => t.DoneOn == null && t.DueOn < today),
            }).ToListAsync(cancel);
        return [.. months.Select(m => new TaskMonth(new(m.Year, m.Month, 1), new(m.DoneInTime, m.DoneLate, m.Ongoing, m.Late)))];
    }

    private static IQueryable<TaskRow> Rows(this RecordsContext records, IQueryable<FollowUpTask> tasks) => tasks.Select(t => new TaskRow(
        t.Id, t.SessionId, records.Sessions.Where(s => s.Id == t.SessionId).Select(s => s.Title).First(), t.Number, t.Text, t.LeadAgencyId,
        records.Agencies.Where(a => a.Id == t.LeadAgencyId).Select(a => a.Name).FirstOrDefault(), t.CooperatingAgencyIds, t.Product, t.DeadlineNote, t.FirstDueOn, t.DueOn, t.DoneOn,
        t.Reports.Count(r => r.ConfirmedAt == null && r.ReturnedAt == null), t.IsPublic, t.IsIllustrative));
}
