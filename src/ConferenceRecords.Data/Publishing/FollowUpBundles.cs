using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>Builds the public report on how directives are carried out: only the tasks that the committee makes public, and of their reports only what the Office confirmed.</summary>
public static class FollowUpBundles
{
    /// <summary>Builds the bundle as the records stand.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="report">The report.</param>
    /// <param name="edition">Number the edition would have.</param>
    /// <param name="publishedAt">When it becomes public.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The bundle.</returns>
    public static async Task<FollowUpBundle> BuildAsync(this RecordsContext records, FollowUpReport report, int edition, DateTimeOffset publishedAt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(report);
        var (slug, session) = await records.PublicSessionAsync(report.SessionId, cancel);
        var tasks = await records.FollowUpTasks.AsNoTracking().Include(t => t.Reports).Include(t => t.Extensions).AsSplitQuery()
            .Where(t => t.SessionId == report.SessionId && t.IsPublic && t.RemovedAt == null).OrderBy(t => t.Number).ToListAsync(cancel);
        var names = await records.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var directives = await PublicDirectivesAsync(records, report.SessionId, publishedAt, cancel);
        return new(
            report.SessionId, slug, edition, publishedAt, session, report.AsOf, report.Introduction,
            [
                .. tasks.Select((task, index) =>
                {
                    // What was done after the day of the report was not done on it, and a deadline moved later was the earlier one.
                    var (doneOn, dueOn) = (task.DoneOn <= report.AsOf ? task.DoneOn : null, task.DueOnAsOf(report.AsOf));
                    return new PublicTask(
                        index + 1, task.DirectiveId is { } directive && directives.TryGetValue(directive, out var number) ? number : null, task.Text,
                        task.LeadAgencyId is { } lead ? names.GetValueOrDefault(lead) : null, [.. task.CooperatingAgencyIds.Select(names.GetValueOrDefault).OfType<string>()],
                        task.Product, task.DeadlineNote, task.FirstDueOn, dueOn, doneOn, FollowUpTask.Status(dueOn, doneOn, report.AsOf),
                        task.Reports.Where(r => r.ConfirmedAt is not null && (r.DoneOn ?? VietnamTime.DateOf(r.At)) <= report.AsOf).MaxBy(r => r.ConfirmedAt)?.Text, task.IsIllustrative);
                }),
            ]);
    }

    /// <summary>The numbers that directives have in the conclusion that is public: only a directive whose words are public is linked to.</summary>
    private static async Task<Dictionary<Guid, int>> PublicDirectivesAsync(RecordsContext records, Guid sessionId, DateTimeOffset at, CancellationToken cancel)
    {
        if (await records.NewestEditionAsync(sessionId, ReleaseKind.Conclusion, cancel) is not SessionBundle conclusion || conclusion.PublishedAt > at) return [];
        var numbers = conclusion.Conclusion.Directives.GroupBy(d => d.Text).ToDictionary(g => g.Key, g => g.First().Number);
        var texts = await (
            from d in records.Set<Domain.Conclusions.Directive>().AsNoTracking()
            join c in records.Conclusions on d.ConclusionId equals c.Id
            where c.SessionId == sessionId && d.RemovedAt == null
            select new { d.Id, d.Text }).ToListAsync(cancel);
        return texts.Where(d => numbers.ContainsKey(d.Text)).ToDictionary(d => d.Id, d => numbers[d.Text]);
    }
}
