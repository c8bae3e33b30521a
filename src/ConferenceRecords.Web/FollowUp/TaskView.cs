using ConferenceRecords.Domain.FollowUp;

namespace ConferenceRecords.Web.FollowUp;

/// <summary>A task as its page shows it.</summary>
/// <param name="Task">The task with its steps and reports.</param>
/// <param name="Names">Names of agencies by key.</param>
/// <param name="Today">The day in Vietnam.</param>
public sealed record TaskView(FollowUpTask Task, IReadOnlyDictionary<Guid, string> Names, DateOnly Today)
{
    public string? Name(Guid? agencyId) => agencyId is { } id ? Names.GetValueOrDefault(id) : null;
}
