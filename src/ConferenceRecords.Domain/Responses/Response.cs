namespace ConferenceRecords.Domain.Responses;

/// <summary>What was decided on an opinion. Together with standing behind another opinion ("trùng với YK-...") these are all the ends that an opinion has.</summary>
public enum Disposition
{
    /// <summary>Tiếp thu.</summary>
    Accepted,

    /// <summary>Tiếp thu một phần: what was not taken needs a reason.</summary>
    PartlyAccepted,

    /// <summary>Giữ nguyên: needs a reason.</summary>
    Kept,

    /// <summary>Chuyển cơ quan khác: outside what the drafting agency decides; the other agency is named.</summary>
    HandedOver,
}

/// <summary>An answer.</summary>
/// <param name="Disposition">What was decided.</param>
/// <param name="Text">What was taken in and how, or the reason.</param>
/// <param name="HandedToId">The other agency, where it was handed over.</param>
/// <param name="ChangedVersionId">The version whose text carries the change; null where none does or it is not written yet.</param>
/// <param name="ChangedParagraphId">The paragraph that carries it; null with a version where the change is that a paragraph went.</param>
public sealed record Answer(Disposition Disposition, string? Text, Guid? HandedToId = null, Guid? ChangedVersionId = null, Guid? ChangedParagraphId = null);

/// <summary>
/// The one response to an opinion that stands for itself (tiếp thu, giải trình): first to whom it was assigned, then the answer, then that the Office confirmed it. Only what is
/// confirmed counts and reaches the delegate. No answer is lost: what it was before a change is kept.
/// </summary>
public sealed class Response
{
    private readonly List<ResponseRevision> revisions = [];

    private Response() { }

    /// <summary>Opens the response to an opinion.</summary>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="isIllustrative">Whether the source does not give it.</param>
    /// <exception cref="DomainException">There is no opinion.</exception>
    public Response(Guid opinionId, bool isIllustrative = false) => (OpinionId, IsIllustrative) = (Rule.Key(opinionId, "response"), isIllustrative);

    /// <summary>The opinion; also the key.</summary>
    public Guid OpinionId { get; private init; }

    /// <summary>The agency that answers; null before it is assigned.</summary>
    public Guid? AgencyId { get; private set; }

    /// <summary>Last day for the answer, in Vietnam; null without a deadline.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When it was assigned.</summary>
    public DateTimeOffset? AssignedAt { get; private set; }

    /// <summary>Why the Office sent the last answer back; null when it did not.</summary>
    public string? ReturnNote { get; private set; }

    /// <summary>What was decided; null while it waits.</summary>
    public Disposition? Disposition { get; private set; }

    /// <summary>What was taken in and how, or the reason.</summary>
    public string? Text { get; private set; }

    /// <summary>The other agency, where it was handed over.</summary>
    public Guid? HandedToId { get; private set; }

    /// <summary>The version that carries the change.</summary>
    public Guid? ChangedVersionId { get; private set; }

    /// <summary>The paragraph that carries the change.</summary>
    public Guid? ChangedParagraphId { get; private set; }

    /// <summary>The account that answered.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The account of the Office that confirmed the answer.</summary>
    public Guid? ConfirmedById { get; private set; }

    /// <summary>When the answer was confirmed; null while it is none or waits for the Office.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Illustrative data.</summary>
    public bool IsIllustrative { get; private init; }

    /// <summary>Number of the present answer, from 1; each change raises it.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>The answers before each change, in order.</summary>
    public IReadOnlyList<ResponseRevision> Revisions => revisions;

    /// <summary>The answer; null while it waits.</summary>
    public Answer? Answer => Disposition is { } disposition ? new(disposition, Text, HandedToId, ChangedVersionId, ChangedParagraphId) : null;

    /// <summary>Assigns it to an agency, or takes it back from one. An answer that was given stays.</summary>
    /// <param name="agencyId">The agency; null for none.</param>
    /// <param name="dueOn">Last day for the answer.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">A deadline without an agency.</exception>
    public void Assign(Guid? agencyId, DateOnly? dueOn, DateTimeOffset at)
    {
        Rule.Holds(agencyId is not null || dueOn is null, "response.due", "A deadline needs an agency");
        if (agencyId != AgencyId) AssignedAt = agencyId is null ? null : at;
        (AgencyId, DueOn) = (agencyId, dueOn);
    }

    /// <summary>Answers it. What an agency answers waits for the Office; what the Office answers is confirmed with it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="byId">The account that answers.</param>
    /// <param name="isOffice">Whether that is the Office.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">A reason or the other agency is missing, or the Office has confirmed an answer already and this is not the Office.</exception>
    public void Give(Answer answer, Guid byId, bool isOffice, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Rule.Holds(isOffice || ConfirmedAt is null, "response.confirmed", "A confirmed answer is changed by the Office");
        var text = Rule.OptionalText(answer.Text, "response.text", Rule.TextLength);
        Rule.Holds(answer.Disposition == Responses.Disposition.Accepted || text is not null, "response.reason", "This answer needs a reason");
        Rule.Holds(answer.Disposition == Responses.Disposition.HandedOver == answer.HandedToId is not null, "response.handed-over", "Handing over names the other agency, and nothing else does");
        Rule.Holds(answer.HandedToId is null || answer.HandedToId != AgencyId, "response.handed-over.same", "The other agency is the same one");
        Rule.Holds(answer.ChangedParagraphId is null || answer.ChangedVersionId is not null, "response.change", "A paragraph needs its version");
        Rule.Holds(
            answer.ChangedVersionId is null || answer.Disposition is Responses.Disposition.Accepted or Responses.Disposition.PartlyAccepted, "response.change.none", "What is not taken in changes nothing");
        Keep(byId, at);
        (Disposition, Text, HandedToId, ChangedVersionId, ChangedParagraphId) = (answer.Disposition, text, answer.HandedToId, answer.ChangedVersionId, answer.ChangedParagraphId);
        (AnsweredById, AnsweredAt, ReturnNote) = (byId, at, null);
        (ConfirmedById, ConfirmedAt) = isOffice ? (byId, at) : ((Guid?)null, (DateTimeOffset?)null);
    }

    /// <summary>The Office confirms the answer of an agency.</summary>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">There is no answer.</exception>
    public void Confirm(Guid byId, DateTimeOffset at)
    {
        Rule.Holds(Disposition is not null, "response.none", "There is no answer yet");
        (ConfirmedById, ConfirmedAt) = (ConfirmedById ?? byId, ConfirmedAt ?? at);
    }

    /// <summary>The Office sends an answer back, with what is missing. The answer is kept as a revision and the opinion waits again.</summary>
    /// <param name="note">What is missing.</param>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">There is no answer, or no note.</exception>
    public void Return(string note, Guid byId, DateTimeOffset at)
    {
        Rule.Holds(Disposition is not null, "response.none", "There is no answer yet");
        ReturnNote = Rule.Text(note, "response.return", 2000);
        Keep(byId, at);
        Disposition = null;
        Text = null;
        HandedToId = ChangedVersionId = ChangedParagraphId = AnsweredById = ConfirmedById = null;
        AnsweredAt = ConfirmedAt = null;
    }

    private void Keep(Guid byId, DateTimeOffset at)
    {
        if (Answer is not { } before) return;
        revisions.Add(new(this, before, byId, at));
        Revision++;
    }
}
