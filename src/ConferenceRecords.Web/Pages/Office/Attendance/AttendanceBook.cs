using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Attendance;

/// <summary>What was noted of one delegate, and what the form was made from.</summary>
/// <param name="Before">The text of what was stored when the form was made.</param>
/// <param name="Note">What the form says now.</param>
public sealed record AttendanceChange(string Before, AttendanceNote Note);

/// <summary>Writes notes of a sitting. Only what was changed on the form is written, and never over what somebody else noted in the meantime.</summary>
public static class AttendanceBook
{
    /// <summary>Writes notes of which each is one that can be stored.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sittingId">The sitting.</param>
    /// <param name="changes">The notes by delegate.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What somebody else noted, by delegate: these were not written.</returns>
    public static async Task<IReadOnlyDictionary<Guid, AttendanceNote>> WriteAsync(
        RecordsContext records, Guid sittingId, IReadOnlyDictionary<Guid, AttendanceChange> changes, CancellationToken cancel)
    {
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        var stored = await LockAsync(records, sittingId, [.. changes.Keys], cancel);
        var theirs = new Dictionary<Guid, AttendanceNote>();
        foreach (var (delegateId, change) in changes)
        {
            var row = stored.GetValueOrDefault(delegateId);
            var now = AttendanceNote.Of(row?.State, row?.ArrivedAt, row?.Reason);
            if (now == change.Note) continue;
            if (now.Text != change.Before) theirs[delegateId] = now;
            else Set(records, row, sittingId, delegateId, change.Note);
        }
        await records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return theirs;
    }

    /// <summary>Notes everybody as present of whom nothing is noted.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sittingId">The sitting.</param>
    /// <param name="delegates">The delegates of the sitting.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>How many, and the mark by which this act is known.</returns>
    public static async Task<(int Count, uint Mark)> AllPresentAsync(RecordsContext records, Guid sittingId, IReadOnlyCollection<Guid> delegates, CancellationToken cancel)
    {
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        var stored = await LockAsync(records, sittingId, delegates, cancel);
        var open = delegates.Where(id => stored.GetValueOrDefault(id)?.State is null).ToList();
        var noted = open.ConvertAll(id => Set(records, stored.GetValueOrDefault(id), sittingId, id, new(AttendanceState.Present, null, null)));
        await records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);

        // All rows of one transaction have the same version; a row that somebody changes later has another.
        return (noted.Count, noted.FirstOrDefault()?.Version ?? 0);
    }

    /// <summary>Takes one such act back, except where somebody changed the note since.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sittingId">The sitting.</param>
    /// <param name="mark">Its mark.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>How many notes were taken back.</returns>
    public static async Task<int> TakeBackAsync(RecordsContext records, Guid sittingId, uint mark, CancellationToken cancel)
    {
        var noted = await records.Attendances.Where(a => a.SittingId == sittingId && a.State == AttendanceState.Present && a.Version == mark).ToListAsync(cancel);
        foreach (var row in noted) row.Set(null);
        await records.SaveChangesAsync(cancel);
        return noted.Count;
    }

    private static async Task<Dictionary<Guid, Domain.Sessions.Attendance>> LockAsync(RecordsContext records, Guid sittingId, IReadOnlyCollection<Guid> delegates, CancellationToken cancel)
    {
        // One after the other, so that two who note the same delegate at once see each other.
        await records.Database.ExecuteSqlAsync($"SELECT 1 FROM records.sittings WHERE id = {sittingId} FOR NO KEY UPDATE", cancel);
        return await records.Attendances.Where(a => a.SittingId == sittingId && delegates.Contains(a.DelegateId)).ToDictionaryAsync(a => a.DelegateId, cancel);
    }

    private static Domain.Sessions.Attendance Set(RecordsContext records, Domain.Sessions.Attendance? row, Guid sittingId, Guid delegateId, AttendanceNote note)
    {
        if (row is null) records.Add(row = new(Guid.CreateVersion7(), sittingId, delegateId));
        row.Set(note.State, note.Hour, note.Reason);
        return row;
    }
}
