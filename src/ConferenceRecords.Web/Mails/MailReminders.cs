using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Mails;

/// <summary>
/// Reminds of deadlines three days and one day before, counted by the days of the calendar in Vietnam, from seven in the morning on. Any number of processes may look: each
/// reminder is one row. A deadline that is moved is another one and is reminded of anew.
/// </summary>
internal static class MailReminders
{
    private const int Early = 3, Late = 1, Overdue = -1, Missed = 7;

    private static readonly TimeOnly Morning = new(7, 0);

    /// <summary>Writes the reminders that are due.</summary>
    public static async Task RemindAsync(this RecordsContext records, MailWriter writer, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        if (now < VietnamTime.At(today, Morning)) return;
        var limit = VietnamTime.At(today.AddDays(Early + 1), TimeOnly.MinValue);
        var drafts = await records.Drafts.AsNoTracking().Where(d => d.SentAt != null && d.OpinionsUntil > now && d.OpinionsUntil < limit)
            .Select(d => new { d.Id, SentAt = d.SentAt!.Value, Until = d.OpinionsUntil!.Value }).ToListAsync(cancel);
        foreach (var draft in drafts)
        {
            if (DaysLeft(VietnamTime.DateOf(draft.Until), VietnamTime.DateOf(draft.SentAt), today) is { } days)
                await writer.RemindAsync(MailKind.OpinionReminder, draft.Id, await records.SilentReaders(draft.Id).Select(u => u.Id).ToListAsync(cancel), draft.Until, days, cancel);
        }
        var last = today.AddDays(Early);
        var answers = await records.OpenAssignments().Where(r => r.DueOn >= today && r.DueOn <= last)
            .GroupBy(r => new { r.AgencyId, r.DueOn }).Select(g => new { g.Key.AgencyId, g.Key.DueOn, AssignedAt = g.Min(r => r.AssignedAt) }).ToListAsync(cancel);
        foreach (var answer in answers)
        {
            var (agency, due) = (answer.AgencyId!.Value, answer.DueOn!.Value);
            if (DaysLeft(due, VietnamTime.DateOf(answer.AssignedAt ?? now), today) is { } days)
                await writer.RemindAsync(MailKind.AnswerReminder, agency, await records.AgencyMailUsers(agency).Select(u => u.Id).ToListAsync(cancel), EndOf(due), days, cancel);
        }
        await RemindOfTasksAsync(records, writer, today, cancel);
    }

    /// <summary>Of tasks there is one reminder more: on the day after the deadline, or as long as a week later where that day was missed.</summary>
    private static async Task RemindOfTasksAsync(RecordsContext records, MailWriter writer, DateOnly today, CancellationToken cancel)
    {
        var (first, last) = (today.AddDays(-Missed), today.AddDays(Early));
        var due = await records.OpenTasks().Where(t => t.DueOn >= first && t.DueOn <= last).Select(t => new { t.AgencyId, t.DueOn }).Distinct().ToListAsync(cancel);
        foreach (var task in due)
        {
            var days = (task.DueOn.DayNumber - today.DayNumber) switch { < 0 => Overdue, <= Late => Late, _ => Early };
            await writer.RemindAsync(MailKind.TaskReminder, task.AgencyId, await records.AgencyMailUsers(task.AgencyId).Select(u => u.Id).ToListAsync(cancel), EndOf(task.DueOn), days, cancel);
        }
    }

    /// <summary>The moment up to which an answer is in time.</summary>
    public static DateTimeOffset EndOf(DateOnly due) => VietnamTime.At(due, new(23, 59));

    /// <summary>Which reminder is due: 3, 1 or none. One whose day was missed is made up for until the next one is due; what was told on that day or later needs none.</summary>
    private static int? DaysLeft(DateOnly until, DateOnly toldOn, DateOnly today)
    {
        var left = until.DayNumber - today.DayNumber;
        var days = left <= Late ? Late : Early;
        return left < 0 || left > Early || toldOn >= until.AddDays(-days) ? null : days;
    }
}
