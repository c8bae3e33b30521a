using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Publishing;

/// <summary>What became of an attempt to send an edition out.</summary>
internal enum SendResult
{
    /// <summary>It is on its way.</summary>
    Sent,

    /// <summary>A rule forbids it; the page says which.</summary>
    Refused,

    /// <summary>It is not, or no longer, what the person saw.</summary>
    Changed,
}

/// <summary>The one way out: nothing goes out that the person did not see.</summary>
internal static class Sending
{
    /// <summary>Builds, compares with what was seen, and stores bundle, state and audit entry in one transaction.</summary>
    /// <param name="page">The page.</param>
    /// <param name="records">The office's context.</param>
    /// <param name="release">The release, tracked.</param>
    /// <param name="seen">Fingerprint of what the person saw.</param>
    /// <param name="act">The approval, or the emergency.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task<SendResult> SendAsync(
        this PageModel page, RecordsContext records, Release release, string? seen, Func<Task<OutboxMessage>> act, CancellationToken cancel)
    {
        // What is being changed in the session at this moment is in before the bundle is built, or waits until it is frozen.
        await using var transaction = await records.LockSessionAsync(release.SessionId, cancel);
        OutboxMessage message;
        try
        {
            message = await act();
        }
        catch (DomainException broken)
        {
            page.ModelState.AddModelError("", page.Text()[BrokenRules.Message(broken.Code)]);
            return SendResult.Refused;
        }

        // The very bytes that were frozen are compared with what this person saw: nothing can slip in between.
        if (BundleFormat.Read(message.Kind, message.Bundle).Fingerprint() != seen) return SendResult.Changed;
        try
        {
            await records.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return SendResult.Sent;
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || problem.InnerException is Npgsql.PostgresException { SqlState: "23505" })
        {
            records.ChangeTracker.Clear();
            return SendResult.Changed;
        }
    }
}
