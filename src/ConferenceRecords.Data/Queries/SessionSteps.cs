using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Data.Queries;

/// <summary>The steps of the secretariat's work on a session, in their order.</summary>
public enum SessionStepKind
{
    /// <summary>Preparation: the contents are entered.</summary>
    Contents,

    /// <summary>Preparation: the agenda is approved.</summary>
    Agenda,

    /// <summary>Preparation: delegates are invited.</summary>
    Delegates,

    /// <summary>Preparation: drafts are with the delegates.</summary>
    Drafts,

    /// <summary>During the session: opinions are recorded.</summary>
    Opinions,

    /// <summary>After the session: every opinion is answered.</summary>
    Responses,

    /// <summary>After the session: the conclusion is written and approved.</summary>
    Conclusion,

    /// <summary>After the session: the edition is public.</summary>
    Publication,
}

/// <summary>How a step stands; the names are those of the tags' states.</summary>
public enum StepState
{
    /// <summary>Not begun.</summary>
    Todo,

    /// <summary>Begun.</summary>
    Doing,

    /// <summary>Waits for somebody else, or its numbers do not fit.</summary>
    Wait,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Sent back.</summary>
    Late,
}

/// <summary>One step.</summary>
/// <param name="Kind">Which.</param>
/// <param name="State">How it stands.</param>
/// <param name="Done">What is there, in the step's own unit.</param>
/// <param name="Total">Out of how many; null where nobody says.</param>
public sealed record SessionStep(SessionStepKind Kind, StepState State, int Done, int? Total = null);

/// <summary>Derives the steps from what is stored; nobody ticks them off.</summary>
public static class SessionSteps
{
    /// <summary>The steps of a session.</summary>
    /// <param name="session">The session at a glance.</param>
    /// <returns>Every step, in order.</returns>
    public static IReadOnlyList<SessionStep> Of(SessionOverview session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var figures = session.Figures;
        var conclusion = figures.Conclusion;
        var sent = session.Rows.Count(r => r.SentDrafts > 0);
        var pending = conclusion?.PendingEditions ?? 0;
        return
        [
            new(SessionStepKind.Contents, session.Count == 0 ? StepState.Todo : session.CountDiffers ? StepState.Doing : StepState.Done, session.Count, figures.StatedItems),
            new(SessionStepKind.Agenda, figures.AgendaVersions > 0 ? StepState.Done : StepState.Todo, figures.AgendaVersions),
            new(SessionStepKind.Delegates, figures.Invited > 0 ? StepState.Done : StepState.Todo, figures.Invited),
            new(SessionStepKind.Drafts, sent == 0 ? StepState.Todo : sent < session.Count ? StepState.Doing : StepState.Done, sent, session.Count),
            new(SessionStepKind.Opinions, figures.Opinions == 0 ? StepState.Todo : conclusion is null ? StepState.Doing : StepState.Done, figures.Opinions, figures.StatedOpinions),
            new(SessionStepKind.Responses, figures.ResponsesCompleted ? figures.Answered == figures.Opinions ? StepState.Done : StepState.Wait : figures.Answered > 0 ? StepState.Doing : StepState.Todo, figures.Answered, figures.Opinions),
            new(SessionStepKind.Conclusion, ConclusionStep(conclusion), conclusion is null ? 0 : 1),
            new(SessionStepKind.Publication, conclusion is not { Editions: > 0 } ? StepState.Todo : pending > 0 ? StepState.Wait : StepState.Done, conclusion?.Editions ?? 0),
        ];
    }

    private static StepState ConclusionStep(ConclusionStatus? conclusion) => conclusion switch
    {
        null => StepState.Todo,
        { State: ReleaseState.Approved } => StepState.Done,
        { State: ReleaseState.Submitted } => StepState.Wait,
        { ReturnReason: not null } => StepState.Late,
        _ => StepState.Doing,
    };
}
