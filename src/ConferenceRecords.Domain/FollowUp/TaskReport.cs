using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.FollowUp;

/// <summary>What an agency or the Office reports on a task. Its words stay as they were sent.</summary>
public sealed class TaskReport
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 5000;

    private TaskReport() { }

    /// <summary>Writes a report.</summary>
    /// <param name="id">Key.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="agencyId">The agency that reports; null for the Office.</param>
    /// <param name="text">How it stands, or what was done.</param>
    /// <param name="doneOn">When it was done; null while it is not.</param>
    /// <param name="evidence">A file that shows it; null without one.</param>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">The text is missing, or the task would have been done tomorrow.</exception>
    public TaskReport(Guid id, Guid taskId, Guid? agencyId, string? text, DateOnly? doneOn, Evidence? evidence, Guid byId, DateTimeOffset at)
    {
        (Id, TaskId, AgencyId, DoneOn, Evidence, ById, At) = (Rule.Key(id, "report"), taskId, agencyId, doneOn, evidence, byId, at);
        Text = Rule.Text(text, "report.text", TextLength);

        Rule.Holds(doneOn is null || doneOn <= VietnamTime.DateOf(at), "report.done", "What will be done tomorrow is not done");
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The task.</summary>
    public Guid TaskId { get; private init; }

    /// <summary>The agency that reports; null for the Office.</summary>
    public Guid? AgencyId { get; private init; }

    /// <summary>How it stands, or what was done.</summary>
    public string Text { get; private init; } = "";

    /// <summary>When it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; private init; }

    /// <summary>A file that shows it.</summary>
    public Evidence? Evidence { get; private init; }

    /// <summary>The account.</summary>
    public Guid ById { get; private init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>When the Office confirmed it; null while it did not.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When the Office sent it back; null while it did not.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>What is missing, where it was sent back.</summary>
    public string? ReturnNote { get; private set; }

    /// <summary>The account of the Office that confirmed it or sent it back.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>Whether it waits for the Office.</summary>
    public bool IsWaiting => ConfirmedAt is null && ReturnedAt is null;

    internal void Confirm(Guid byId, DateTimeOffset at) => (ConfirmedAt, DecidedById) = (at, byId);

    internal void Return(string? note, Guid byId, DateTimeOffset at) => (ReturnNote, ReturnedAt, DecidedById) = (Rule.Text(note, "report.return", 2000), at, byId);

    internal void Reopen() => (ConfirmedAt, DecidedById) = (null, null);
}

/// <summary>A file that shows that a task was carried out.</summary>
/// <param name="Sha256">Key of its bytes.</param>
/// <param name="Name">Its name as uploaded.</param>
public sealed record Evidence(string Sha256, string Name);
