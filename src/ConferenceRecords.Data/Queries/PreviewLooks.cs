using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>Which preview of a release an account opened last: who approves must have seen exactly what goes out. Kept with the account, one look for each release.</summary>
public static class PreviewLooks
{
    private const string Provider = "preview";

    /// <summary>Whether the account opened the preview of exactly this text.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="release">The release.</param>
    /// <param name="fingerprint">What it would publish.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>True when it was the last one that the account opened of this release.</returns>
    public static Task<bool> HasSeenAsync(this RecordsContext records, Guid userId, Release release, string? fingerprint, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(release);
        var name = release.Id.ToString();
        return records.UserTokens.AnyAsync(t => t.UserId == userId && t.LoginProvider == Provider && t.Name == name && t.Value == fingerprint, cancel);
    }

    /// <summary>Notes at once that the account opened a preview.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="release">The release.</param>
    /// <param name="fingerprint">What the preview showed.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>A task.</returns>
    public static Task SeeAsync(this RecordsContext records, Guid userId, Release release, string fingerprint, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(release);
        var name = release.Id.ToString();
        return records.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO identity.user_tokens (user_id, login_provider, name, value) VALUES ({userId}, {Provider}, {name}, {fingerprint})
             ON CONFLICT (user_id, login_provider, name) DO UPDATE SET value = excluded.value
             """, cancel);
    }
}
