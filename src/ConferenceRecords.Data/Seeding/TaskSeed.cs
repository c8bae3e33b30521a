using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Data.Seeding;

/// <summary>Enters a few tasks out of the directives. Who leads, what comes of it and how it stands is not in the source: all of them are illustrative.</summary>
internal sealed class TaskSeed(RecordsContext records, TasksFile file, ConclusionFile conclusion, Guid sessionId, DateTimeOffset now)
{
    private static Guid Office => SeedKey.Id("account", "account-thu-ky");

    public async Task AddAsync(CancellationToken cancel)
    {
        foreach (var seed in file.Tasks) records.Add(Of(seed, await records.NextNumberAsync(FollowUpTask.Series(sessionId), cancel)));
        await records.SaveChangesAsync(cancel);
    }

    private FollowUpTask Of(SeedTask seed, int number)
    {
        var directive = conclusion.Directives.Single(d => d.Key == seed.Directive);
        var due = seed.DueInDays is { } days ? VietnamTime.DateOf(now).AddDays(days) : seed.DueOn;
        var task = new FollowUpTask(
            SeedKey.Id("task", seed.Key), sessionId, number, SeedKey.Id("directive", seed.Directive),
            new(directive.Text, Agency(seed.LeadAgency), [.. seed.Cooperating.Select(Agency)], seed.Product, directive.Period), due, seed.Illustrative);
        if (seed.Done is not { } done) return task;
        var report = new TaskReport(SeedKey.Id("task-report", seed.Key), task.Id, null, done.Text, done.On, null, Office, now);
        task.Add(report);
        task.Confirm(report.Id, Office, now);
        return task;
    }

    private static Guid Agency(string key) => SeedKey.Id("agency", key);
}

internal sealed record TasksFile(SeedTask[] Tasks);

internal sealed record SeedTask(string Key, string Directive, string LeadAgency, string[] Cooperating, string? Product, DateOnly? DueOn, int? DueInDays, SeedDone? Done, bool Illustrative);

internal sealed record SeedDone(DateOnly On, string Text);
