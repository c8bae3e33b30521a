using System.Security.Cryptography;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain;
using ConferenceRecords.Domain.Conclusions;

namespace ConferenceRecords.Data.Publishing;

/// <summary>The act that makes something public.</summary>
public static class Approval
{
    /// <summary>
    /// Approves a conclusion and puts its frozen bundle into the outbox. The caller saves: change of state, bundle and audit entry are one transaction.
    /// </summary>
    /// <param name="records">The office's context.</param>
    /// <param name="conclusion">The conclusion with its directives, tracked.</param>
    /// <param name="by">The second person.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The outbox row.</returns>
    /// <exception cref="DomainException">The two-person rule or the state forbids it.</exception>
    public static async Task<OutboxMessage> ApproveAsync(this RecordsContext records, Conclusion conclusion, Guid by, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(conclusion);
        var edition = conclusion.Approve(by, at);
        var bundle = SessionBundles.Write(await records.BuildAsync(conclusion, edition, at, cancel));
        var message = new OutboxMessage { SessionId = conclusion.SessionId, Edition = edition, CreatedAt = at, Bundle = bundle, Sha256 = SHA256.HashData(bundle) };
        records.Add(message);
        records.Note("conclusion.approved", nameof(Conclusion), conclusion.Id);
        return message;
    }
}
