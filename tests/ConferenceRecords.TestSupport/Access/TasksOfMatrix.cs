using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.TestSupport.Files;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.TestSupport.Access;

/// <summary>A task of the demonstration's agency with a report that waits and a file, for the addresses of the matrix.</summary>
internal static class TasksOfMatrix
{
    public static async Task<(Guid Task, Guid Report)> OfAgencyAsync(RecordsContext records, CancellationToken cancel)
    {
        var clerk = await records.Users.SingleAsync(u => u.UserName == "co-quan", cancel);
        var task = await records.FollowUpTasks.Include(t => t.Reports).OrderBy(t => t.Number).FirstAsync(t => t.LeadAgencyId == clerk.AgencyId && t.DoneOn == null, cancel);
        if (task.Reports.FirstOrDefault(r => r.Evidence is not null) is { } there) return (task.Id, there.Id);
        var file = Package.Document("Minh chứng minh họa").Bytes();
        await new FileStore(records, TimeProvider.System).PutAsync(file, cancel);
        var report = new TaskReport(
            Guid.CreateVersion7(), task.Id, clerk.AgencyId, "Báo cáo minh họa.", null, new(FileStore.Key(file), "Minh chứng minh họa.docx"), clerk.Id, DateTimeOffset.UtcNow);
        task.Add(report);
        task.Extend(Guid.CreateVersion7(), DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20), "Gia hạn minh họa", clerk.Id, DateTimeOffset.UtcNow);
        await records.SaveChangesAsync(cancel);
        return (task.Id, report.Id);
    }
}
