using System.Globalization;
using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>Up to when a delegate has looked at the answers to his opinions, kept with the account so that it holds on every device.</summary>
public static class AnswerLooks
{
    private const string Provider = "portal", Name = "answers-seen";

    /// <summary>The opinions of the account's delegate that were answered since the last look.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>How many.</returns>
    public static async Task<int> NewAnswersAsync(this RecordsContext records, Guid userId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var value = await records.UserTokens.Where(t => t.UserId == userId && t.LoginProvider == Provider && t.Name == Name).Select(t => t.Value).SingleOrDefaultAsync(cancel);
        var seen = DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.ToUniversalTime() : DateTimeOffset.UnixEpoch;
        return await records.At(records.OpinionsOf(userId), OpinionStage.Answered).CountAsync(
            o => records.Responses.Any(r => (r.OpinionId == o.Id || r.OpinionId == o.MergedIntoId) && r.ConfirmedAt > seen), cancel);
    }

    /// <summary>Notes at once that the account looks at the answers.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>A task.</returns>
    public static Task SeeAnswersAsync(this RecordsContext records, Guid userId, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var value = at.ToString("O", CultureInfo.InvariantCulture);
        return records.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO identity.user_tokens (user_id, login_provider, name, value) VALUES ({userId}, {Provider}, {Name}, {value})
             ON CONFLICT (user_id, login_provider, name) DO UPDATE SET value = excluded.value
             """, cancel);
    }
}
