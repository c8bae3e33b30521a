using System.Text.Json;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Mails;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>The answers of a filled table on their way into the ledger.</summary>
internal static class FilledAnswers
{
    /// <summary>The most rows that are shown and given at once: what a form may send is limited.</summary>
    public const int AtOnce = 500;

    public static IReadOnlyList<FilledRow> Read(ImportJob job) => JsonSerializer.Deserialize<List<FilledRow>>(job.Rows!)!;

    /// <summary>Gives the ticked answers as the Office, all or none.</summary>
    /// <param name="records">The office's context, with nothing pending.</param>
    /// <param name="mails">Tells the delegates.</param>
    /// <param name="session">The session.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="ticked">By number of the opinion, what the person saw as stored.</param>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The answered opinions; null when one of them is not any more what the person saw. A job that was entered before answers none.</returns>
    public static async Task<IReadOnlyList<Guid>?> GiveAsync(
        RecordsContext records, MailWriter mails, SessionHead session, Guid jobId, IReadOnlyDictionary<string, string> ticked, Guid byId, DateTimeOffset at, CancellationToken cancel)
    {
        await using var transaction = await records.LockSessionAsync(session.Id, cancel);
        if (await records.ImportJobs.SingleOrDefaultAsync(j => j.Id == jobId && j.State == ImportState.Ready, cancel) is not { } job) return [];
        var compared = await ResponseComparison.LoadAsync(records, session, Read(job), cancel);
        var chosen = compared.Differences.Where(d => d.Answer is not null && ticked.ContainsKey(d.Filled.Number)).ToList();
        if (chosen.Exists(d => d.Seen != ticked[d.Filled.Number])) return null;
        var ids = chosen.ConvertAll(d => d.Stored!.Opinion.Lead.Id);
        var stored = await records.Responses.Where(r => ids.Contains(r.OpinionId)).ToDictionaryAsync(r => r.OpinionId, cancel);
        foreach (var difference in chosen)
        {
            var id = difference.Stored!.Opinion.Lead.Id;
            if (stored.GetValueOrDefault(id)?.Version != difference.Stored.Response?.Version) return null;
            var response = stored.GetValueOrDefault(id) ?? records.Add(new Response(id)).Entity;
            response.Give(difference.Answer!, byId, isOffice: true, at);
        }

        // Those that were given are no differences any more: what is left of a long table is shown again.
        if (compared.Differences.Count <= AtOnce) (job.State, job.Rows, job.EndedAt, job.Done) = (ImportState.Entered, null, at, chosen.Count);
        records.Note("responses.imported", nameof(Session), session.Id);
        try
        {
            await records.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || overtaken.InnerException is Npgsql.PostgresException { SqlState: "23505" })
        {
            return null;
        }
        await mails.AnsweredAsync(ids, cancel);
        await transaction.CommitAsync(cancel);
        return ids;
    }
}
