using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Mails;

/// <summary>
/// Writes mails into the outbox, in the transaction of what they tell of: call it between the beginning of the transaction and its end. While mail is off nothing is written.
/// </summary>
public sealed class MailWriter(RecordsContext records, MailSetup setup, TimeProvider clock)
{
    /// <summary>What is answered is told once a day, at the end of office hours.</summary>
    private static readonly TimeOnly AnswersGo = new(17, 0);

    /// <summary>A draft was sent: to every invited delegate, once.</summary>
    public async Task DraftSentAsync(Guid draftId, CancellationToken cancel)
    {
        if (setup.Settings is not null) await WriteAsync(MailKind.DraftSent, draftId, await records.MailReaders(draftId).Select(u => u.Id).ToListAsync(cancel), Now, cancel);
    }

    /// <summary>A draft that is sent has a new version.</summary>
    public async Task NewVersionAsync(Guid draftId, Guid versionId, CancellationToken cancel)
    {
        if (setup.Settings is not null) await WriteAsync(MailKind.NewVersion, versionId, await records.MailReaders(draftId).Select(u => u.Id).ToListAsync(cancel), Now, cancel);
    }

    /// <summary>Opinions were assigned: to each agency's accounts one mail an hour at most, at the full hour.</summary>
    public Task AssignedAsync(IReadOnlyCollection<Guid> agencyIds, CancellationToken cancel) => ToAgenciesAsync(MailKind.Assigned, agencyIds, cancel);

    /// <summary>An answer was sent back: to the agency's accounts one mail an hour at most, at the full hour.</summary>
    public Task ReturnedAsync(Guid agencyId, CancellationToken cancel) => ToAgenciesAsync(MailKind.AnswerReturned, [agencyId], cancel);

    /// <summary>Answers were confirmed: to the delegates who made the opinions, also to those whose opinion stands behind one of them; one mail a day at most.</summary>
    public async Task AnsweredAsync(IReadOnlyCollection<Guid> opinionIds, CancellationToken cancel)
    {
        if (setup.Settings is null || opinionIds.Count == 0) return;
        var users = await (
            from o in records.Opinions
            join d in records.Delegates on o.DelegateId equals d.Id
            join u in records.MailUsers() on d.UserId equals u.Id
            where o.WithdrawnAt == null && (opinionIds.Contains(o.Id) || opinionIds.Contains(o.MergedIntoId!.Value))
            select u.Id).Distinct().ToListAsync(cancel);
        var today = VietnamTime.DateOf(Now.AddMinutes(1));
        var goes = VietnamTime.At(today, AnswersGo);
        if (goes <= Now.AddMinutes(1)) goes = VietnamTime.At(today.AddDays(1), AnswersGo);
        await WriteAsync(MailKind.OpinionAnswered, null, users, goes, cancel, deadline: goes);
    }

    /// <summary>A mail to oneself that tries the settings.</summary>
    public Task TestAsync(Guid key, Guid userId, CancellationToken cancel) => setup.Settings is null ? Task.CompletedTask : WriteAsync(MailKind.Test, key, [userId], Now, cancel);

    /// <summary>A reminder of a deadline, once for each person, deadline and number of days.</summary>
    internal Task RemindAsync(MailKind kind, Guid subjectId, IReadOnlyCollection<Guid> users, DateTimeOffset deadline, int daysLeft, CancellationToken cancel) =>
        WriteAsync(kind, subjectId, users, Now, cancel, deadline, daysLeft);

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task ToAgenciesAsync(MailKind kind, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancel)
    {
        if (setup.Settings is null) return;

        // The hour is the mark that makes two mails one. A minute before it the next one is taken: what commits late is told as well.
        var late = Now.AddMinutes(1);
        var hour = new DateTimeOffset(late.Year, late.Month, late.Day, late.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
        foreach (var agencyId in agencyIds.Distinct())
            await WriteAsync(kind, agencyId, await records.AgencyMailUsers(agencyId).Select(u => u.Id).ToListAsync(cancel), hour, cancel, deadline: hour);
    }

    private async Task WriteAsync(
        MailKind kind, Guid? subjectId, IReadOnlyCollection<Guid> users, DateTimeOffset notBefore, CancellationToken cancel, DateTimeOffset? deadline = null, int? daysLeft = null)
    {
        if (users.Count == 0) return;

        // One that was dropped because its reason went has it again: a draft that was recalled before the mail went, and is sent anew.
        var (now, word, to) = (Now, kind.ToString(), users.ToArray());
        await records.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO jobs.mails AS there (id, kind, user_id, subject_id, deadline, days_left, created_at, not_before, attempts)
             SELECT gen_random_uuid(), {word}, u, COALESCE({subjectId}::uuid, u), {deadline}::timestamptz, {daysLeft}::int, {now}, {notBefore}, 0 FROM unnest({to}) AS u
             ON CONFLICT (kind, user_id, subject_id, deadline, days_left) DO UPDATE SET given_up_at = NULL, problem = NULL, attempts = 0, not_before = excluded.not_before
             WHERE there.given_up_at IS NOT NULL AND there.problem = {MailProblem.Nothing}
             """,
            cancel);
    }
}
