using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.FollowUp;

/// <summary>A task (nhiệm vụ) that came of a conclusion: who does what until when, and how it stands. The status is never typed: it follows from the days.</summary>
public sealed class FollowUpTask
{
    private readonly List<Guid> cooperatingAgencyIds = [];
    private readonly List<TaskExtension> extensions = [];
    private readonly List<TaskReport> reports = [];

    private FollowUpTask() { }

    /// <summary>Creates a task. Its deadline is the first one.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session whose conclusion gave it.</param>
    /// <param name="number">Number within the session, permanent.</param>
    /// <param name="directiveId">The directive it comes from; null for one entered by hand.</param>
    /// <param name="facts">What is to be done, by whom.</param>
    /// <param name="dueOn">Last day; null without a deadline.</param>
    /// <param name="isIllustrative">Whether the source does not give all of it.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public FollowUpTask(Guid id, Guid sessionId, int number, Guid? directiveId, TaskFacts facts, DateOnly? dueOn, bool isIllustrative = false)
    {
        (Id, SessionId, Number, DirectiveId, IsIllustrative) = (Rule.Key(id, "task"), sessionId, number, directiveId, isIllustrative);
        (FirstDueOn, DueOn) = (dueOn, dueOn);
        Change(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>Number within the session.</summary>
    public int Number { get; private init; }

    /// <summary>The directive it comes from.</summary>
    public Guid? DirectiveId { get; private init; }

    /// <summary>What is to be done.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The agency in the lead; null while none is named.</summary>
    public Guid? LeadAgencyId { get; private set; }

    /// <summary>The agencies that take part.</summary>
    public IReadOnlyList<Guid> CooperatingAgencyIds => cooperatingAgencyIds;

    /// <summary>What comes of it (sản phẩm); null where none is named.</summary>
    public string? Product { get; private set; }

    /// <summary>Deadline as said.</summary>
    public string? DeadlineNote { get; private set; }

    /// <summary>The first deadline: no extension changes it.</summary>
    public DateOnly? FirstDueOn { get; private set; }

    /// <summary>The deadline that holds, in Vietnam.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When it was done, as the Office confirmed; null while it is not.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Whether the committee makes it public.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Illustrative data.</summary>
    public bool IsIllustrative { get; private init; }

    /// <summary>When it was taken out; null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Every change of the deadline, in order.</summary>
    public IReadOnlyList<TaskExtension> Extensions => extensions;

    /// <summary>Every report, in order.</summary>
    public IReadOnlyList<TaskReport> Reports => reports;

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>The series that the tasks of a session are numbered in.</summary>
    /// <param name="sessionId">The session.</param>
    /// <returns>Its name.</returns>
    public static string Series(Guid sessionId) => $"task/{sessionId}";

    /// <summary>The deadline that held on a day: what was moved later does not count yet.</summary>
    /// <param name="day">A day in Vietnam.</param>
    /// <returns>The deadline; null where there was none.</returns>
    public DateOnly? DueOnAsOf(DateOnly day) => extensions.OrderBy(e => e.Ordinal).FirstOrDefault(e => VietnamTime.DateOf(e.At) > day) is { } later ? later.From : DueOn;

    /// <summary>How it stands on a day.</summary>
    /// <param name="today">The day in Vietnam.</param>
    /// <returns>One of the four; without a deadline it is in time.</returns>
    public FollowUpStatus StatusOn(DateOnly today) => Status(DueOn, DoneOn, today);

    /// <summary>How a task stands on a day. The last day is in time.</summary>
    /// <param name="dueOn">Its deadline.</param>
    /// <param name="doneOn">When it was done.</param>
    /// <param name="today">The day in Vietnam.</param>
    /// <returns>One of the four.</returns>
    public static FollowUpStatus Status(DateOnly? dueOn, DateOnly? doneOn, DateOnly today) => doneOn is { } done
        ? done > dueOn ? FollowUpStatus.DoneLate : FollowUpStatus.DoneInTime
        : today > dueOn ? FollowUpStatus.OngoingLate : FollowUpStatus.OngoingInTime;

    /// <summary>Changes what is to be done and by whom; the deadline has its own way.</summary>
    /// <param name="facts">The new facts.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public void Change(TaskFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Text = Rule.Text(facts.Text, "task.text", Rule.TextLength);
        Product = Rule.OptionalText(facts.Product, "task.product", 1000);
        DeadlineNote = Rule.OptionalText(facts.DeadlineNote, "task.deadline", 200);
        (LeadAgencyId, IsPublic) = (facts.LeadAgencyId, facts.IsPublic);
        cooperatingAgencyIds.Clear();
        cooperatingAgencyIds.AddRange((facts.CooperatingAgencyIds ?? []).Distinct().Where(id => id != facts.LeadAgencyId));
    }

    /// <summary>Moves the deadline (gia hạn). The first one and every step stay.</summary>
    /// <param name="id">Key.</param>
    /// <param name="dueOn">The new last day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="byId">The account of the Office.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">It is done or taken out, the day is the same, or the reason is missing.</exception>
    public void Extend(Guid id, DateOnly dueOn, string? reason, Guid byId, DateTimeOffset at)
    {
        MustBeOpen();
        Rule.Holds(dueOn != DueOn, "task.same-deadline", "The deadline is the same");
        extensions.Add(new(id, Id, extensions.Count + 1, DueOn, dueOn, reason, byId, at));
        FirstDueOn ??= dueOn;
        DueOn = dueOn;
    }

    /// <summary>Adds a report. What an agency reports as done waits for the Office; what the Office reports is confirmed with it.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="DomainException">It is done or taken out.</exception>
    public void Add(TaskReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        MustBeOpen();
        reports.Add(report);
    }

    /// <summary>The Office confirms a report; one that says when it was done makes the task done.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="byId">The account of the Office.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">There is no such report that waits, or the task is done or taken out.</exception>
    public void Confirm(Guid reportId, Guid byId, DateTimeOffset at)
    {
        MustBeOpen();
        var report = Waiting(reportId);
        report.Confirm(byId, at);
        DoneOn = report.DoneOn;
    }

    /// <summary>The Office sends a report back, with what is missing; it stays, and the agency writes another one.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="note">What is missing.</param>
    /// <param name="byId">The account of the Office.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">There is no such report that waits, or no note.</exception>
    public void Return(Guid reportId, string? note, Guid byId, DateTimeOffset at) => Waiting(reportId).Return(note, byId, at);

    /// <summary>Takes back that the task is done: the confirmation was a mistake. The report waits again.</summary>
    /// <exception cref="DomainException">It is not done.</exception>
    public void Reopen()
    {
        Rule.Holds(DoneOn is not null && RemovedAt is null, "task.not-done", "The task is not done");
        DoneOn = null;
        reports.FindLast(r => r is { DoneOn: not null, ConfirmedAt: not null })?.Reopen();
    }

    /// <summary>Takes it out; its row stays.</summary>
    /// <param name="at">Time.</param>
    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    /// <summary>Puts it back.</summary>
    public void Restore() => RemovedAt = null;

    private TaskReport Waiting(Guid id) => reports.Find(r => r.Id == id && r.IsWaiting) ?? throw new DomainException("task.report", "There is no such report that waits");

    private void MustBeOpen() => Rule.Holds(DoneOn is null && RemovedAt is null, "task.closed", "The task is done or taken out");
}

/// <summary>The facts of a task.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="LeadAgencyId">Agency in the lead.</param>
/// <param name="CooperatingAgencyIds">Agencies that take part.</param>
/// <param name="Product">What comes of it.</param>
/// <param name="DeadlineNote">Deadline as said.</param>
/// <param name="IsPublic">Whether the committee makes it public.</param>
public sealed record TaskFacts(
    string Text, Guid? LeadAgencyId = null, IReadOnlyList<Guid>? CooperatingAgencyIds = null, string? Product = null, string? DeadlineNote = null, bool IsPublic = false);

/// <summary>One change of a task's deadline; never changed.</summary>
public sealed class TaskExtension
{
    private TaskExtension() { }

    internal TaskExtension(Guid id, Guid taskId, int ordinal, DateOnly? from, DateOnly to, string? reason, Guid byId, DateTimeOffset at) =>
        (Id, TaskId, Ordinal, From, To, Reason, ById, At) = (Rule.Key(id, "extension"), taskId, ordinal, from, to, Rule.Text(reason, "extension.reason", 2000), byId, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The task.</summary>
    public Guid TaskId { get; private init; }

    /// <summary>Which change, from 1.</summary>
    public int Ordinal { get; private init; }

    /// <summary>The deadline before; null where there was none.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>The deadline after.</summary>
    public DateOnly To { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The account.</summary>
    public Guid ById { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }
}
