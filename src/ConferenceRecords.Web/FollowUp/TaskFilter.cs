using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.FollowUp;

/// <summary>Which tasks of the register are shown, as the address says it.</summary>
/// <param name="Session">The session; null for all.</param>
/// <param name="Agency">The agency, which leads or takes part; null for all.</param>
/// <param name="State">A key of <see cref="TaskWords.Statuses"/>; null for all.</param>
/// <param name="After">The task after which the list goes on; null for its beginning.</param>
public sealed record TaskFilter(Guid? Session = null, Guid? Agency = null, string? State = null, Guid? After = null)
{
    public static TaskFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Guid? Key(string name) => Guid.TryParse(query[name], out var id) ? id : null;
        var state = query["trang-thai"].ToString();
        return new(Key("hoi-nghi"), Key("co-quan"), TaskWords.Statuses.Any(s => s.Key == state) ? state : null, Key("sau"));
    }

    /// <summary>The address's query; empty without a filter.</summary>
    public string Query => QueryString.Create(new Dictionary<string, string?>
    {
        ["hoi-nghi"] = Session?.ToString(), ["co-quan"] = Agency?.ToString(), ["trang-thai"] = State, ["sau"] = After?.ToString(),
    }.Where(p => p.Value is not null)).ToUriComponent();

    public FollowUpStatus? Status => State is null ? null : TaskWords.Statuses.First(s => s.Key == State).Status;

    /// <summary>The tasks of session and agency, whatever their status.</summary>
    public IQueryable<FollowUpTask> Scope(RecordsContext records)
    {
        var tasks = records.StandingTasks();
        if (Session is { } session) tasks = tasks.Where(t => t.SessionId == session);
        return Agency is { } agency ? records.OfAgency(tasks, agency) : tasks;
    }

    /// <summary>The tasks that it admits.</summary>
    public IQueryable<FollowUpTask> Tasks(RecordsContext records, DateOnly today) => Status is { } status ? Scope(records).InStatus(status, today) : Scope(records);
}
