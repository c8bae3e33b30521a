using System.Security.Cryptography;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>The acts that change what is public. Each leaves the saving to its caller: change of state, outbox row and audit entry are one transaction.</summary>
public static class Approval
{
    /// <summary>Approves a release and puts its frozen bundle into the outbox, to go out at once or at the time that was set.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release, tracked.</param>
    /// <param name="by">The second person.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The outbox row.</returns>
    /// <exception cref="DomainException">The two-person rule or the state forbids it.</exception>
    public static async Task<OutboxMessage> ApproveAsync(this RecordsContext records, Release release, Guid by, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(release);
        await records.MustNotWaitAsync(release, at, cancel);
        if (release.AwaitsReview && release.PublishAt > at) throw new DomainException("release.review-first", "What went out in an emergency has to be reviewed before a later edition is timed");
        var edition = release.Approve(by, at);
        return await SendAsync(records, release, edition, "release.approved", null, at, cancel);
    }

    /// <summary>Publishes a release without a second person.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release, tracked.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="reason">Why it can't wait.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The outbox row.</returns>
    /// <exception cref="DomainException">The state forbids it, or the reason is missing.</exception>
    public static async Task<OutboxMessage> PublishInEmergencyAsync(this RecordsContext records, Release release, Guid by, string? reason, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(release);
        await records.MustNotWaitAsync(release, at, cancel);
        var edition = release.PublishInEmergency(by, reason, at);
        return await SendAsync(records, release, edition, "release.published-in-emergency", release.EmergencyReason, at, cancel);
    }

    /// <summary>Withdraws every edition of a release.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release, tracked.</param>
    /// <param name="slug">Permanent part of its session's address.</param>
    /// <param name="reason">Why; public.</param>
    /// <param name="at">Time.</param>
    /// <returns>The outbox row.</returns>
    /// <exception cref="DomainException">Nothing is public, or the reason is missing.</exception>
    public static OutboxMessage Withdraw(this RecordsContext records, Release release, string slug, string? reason, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(release);
        var through = release.Withdraw(reason);
        var notice = BundleFormat.Write(new WithdrawalNotice(release.SessionId, slug, release.Kind, through, at, release.WithdrawalReason!));
        return Send(records, release, through, isWithdrawal: true, notice, at, at, "release.withdrawn", release.WithdrawalReason);
    }

    /// <summary>Calls off an edition that was approved for a later time. The release is in writing again.</summary>
    /// <param name="records">The office's context, within a transaction.</param>
    /// <param name="release">The release, tracked.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>False when it is too late: its time has come, or it is public.</returns>
    /// <exception cref="DomainException">It is not approved.</exception>
    public static async Task<bool> CancelScheduleAsync(this RecordsContext records, Release release, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(release);
        var waiting = await records.Outbox.Where(m => m.SessionId == release.SessionId && m.Kind == release.Kind && m.Edition == release.EditionCount && !m.IsWithdrawal && m.CancelledAt == null)
            .Select(m => m.Id).SingleOrDefaultAsync(cancel);
        if (await records.HoldAsync(waiting, cancel) is not { } message || message.PublishAt <= at) return false;
        message.CancelledAt = at;
        release.CancelSchedule();
        records.Note("release.schedule-cancelled", release.GetType().Name, release.Id);
        return true;
    }

    /// <summary>An edition that waits for its time would go out after the next one, or beside it: it is called off first.</summary>
    private static async Task MustNotWaitAsync(this RecordsContext records, Release release, DateTimeOffset at, CancellationToken cancel)
    {
        if (await records.WaitsUntilAsync(release.SessionId, release.Kind, at, cancel) is not null) throw new DomainException("release.scheduled", "An earlier edition still waits for its time");
    }

    private static async Task<OutboxMessage> SendAsync(
        RecordsContext records, Release release, int edition, string action, string? reason, DateTimeOffset at, CancellationToken cancel)
    {
        var publishAt = release.PublishAt > at ? release.PublishAt.Value : at;
        var bundle = BundleFormat.Write(await records.BuildAsync(release, edition, publishAt, cancel));
        if (release is PapersRelease papers) papers.KeepNumbers((await records.ChosenAsync(papers, cancel)).Select(p => p.DraftId));
        return Send(records, release, edition, isWithdrawal: false, bundle, at, publishAt, action, reason);
    }

    private static OutboxMessage Send(
        RecordsContext records, Release release, int edition, bool isWithdrawal, byte[] bytes, DateTimeOffset at, DateTimeOffset publishAt, string action, string? reason)
    {
        var message = new OutboxMessage
        {
            SessionId = release.SessionId, Kind = release.Kind, Edition = edition, IsWithdrawal = isWithdrawal, CreatedAt = at, PublishAt = publishAt,
            Bundle = bytes, Sha256 = SHA256.HashData(bytes),
        };
        records.Add(message);
        records.Note(action, release.GetType().Name, release.Id, reason);
        return message;
    }
}
