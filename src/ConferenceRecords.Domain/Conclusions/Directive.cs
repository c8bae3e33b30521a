namespace ConferenceRecords.Domain.Conclusions;

/// <summary>One instruction of a conclusion (chỉ đạo): addressee, text, deadline.</summary>
public sealed class Directive
{
    private readonly List<Guid> cooperatingAgencyIds = [];

    private Directive() { }

    internal Directive(Guid id, Guid conclusionId, int number, DirectiveFacts facts)
    {
        (Id, ConclusionId, Number) = (Rule.Key(id, "directive"), conclusionId, number);
        Change(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The conclusion.</summary>
    public Guid ConclusionId { get; private init; }

    /// <summary>Number within the conclusion, permanent.</summary>
    public int Number { get; private init; }

    /// <summary>Addressee as said; null where none is named.</summary>
    public string? Addressee { get; private set; }

    /// <summary>Text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Deadline as said ("từ nay đến hết năm 2021").</summary>
    public string? DeadlineNote { get; private set; }

    /// <summary>Paragraph of the conclusion it comes from, from 1; null when it is tied to none.</summary>
    public int? ParagraphNumber { get; private set; }

    /// <summary>Sentence of that paragraph, from 1; null when it is tied to the paragraph as a whole.</summary>
    public int? SentenceNumber { get; private set; }

    /// <summary>The sentence as it stood when the directive was tied to it: a text that changed since is seen.</summary>
    public string? Quote { get; private set; }

    /// <summary>The deadline as a day; null where what was said names none.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The agency in the lead; null while none is named.</summary>
    public Guid? LeadAgencyId { get; private set; }

    /// <summary>The agencies that take part.</summary>
    public IReadOnlyList<Guid> CooperatingAgencyIds => cooperatingAgencyIds;

    /// <summary>When it was taken out; null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    internal void Remove(DateTimeOffset at) => RemovedAt = at;

    internal void Restore() => RemovedAt = null;

    /// <summary>
    /// Follows the paragraph it is tied to into a new text. What is not what it was is quoted, so that the person who looks sees it; null where nothing changed.
    /// </summary>
    internal TieFate? Follow(string? before, int? number, string? now)
    {
        if (now is null || before is null)
        {
            (ParagraphNumber, SentenceNumber, Quote) = (null, null, Quote ?? Cut(before));
            return TieFate.Lost;
        }
        var moved = ParagraphNumber != number;
        ParagraphNumber = number;
        if (now == before) return moved ? TieFate.Moved : null;

        // The sentence may stand at another place of the paragraph; one that is not there any more leaves the tie to the paragraph as a whole.
        var sentence = SentenceNumber is null ? null : Clauses.Split(now).FirstOrDefault(c => c.Text == Quote);
        var isThere = sentence is not null || (SentenceNumber is null && Quote is not null && now.Contains(Quote, StringComparison.Ordinal));
        (SentenceNumber, Quote) = (sentence?.Number, Quote ?? Cut(before));
        return !isThere ? TieFate.Changed : moved ? TieFate.Moved : null;
    }

    private static string? Cut(string? text) => text?.Length > Rule.TextLength ? text[..Rule.TextLength] : text;

    internal void Change(DirectiveFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Rule.Holds(facts.ParagraphNumber is null or > 0, "directive.paragraph", "Paragraphs are numbered from 1");
        Addressee = Rule.OptionalText(facts.Addressee, "directive.addressee", 500);
        Text = Rule.Text(facts.Text, "directive.text", Rule.TextLength);
        DeadlineNote = Rule.OptionalText(facts.DeadlineNote, "directive.deadline", 200);
        ParagraphNumber = facts.ParagraphNumber;
        Rule.Holds(facts.SentenceNumber is null || (facts.SentenceNumber > 0 && facts.ParagraphNumber is not null), "directive.sentence", "Sentences are numbered from 1 within a paragraph");
        SentenceNumber = facts.SentenceNumber;
        Quote = Rule.OptionalText(facts.Quote, "directive.quote", Rule.TextLength);
        DueOn = facts.DueOn;
        LeadAgencyId = facts.LeadAgencyId;
        cooperatingAgencyIds.Clear();
        cooperatingAgencyIds.AddRange((facts.CooperatingAgencyIds ?? []).Distinct().Where(id => id != facts.LeadAgencyId));
    }
}

/// <summary>The facts of a directive.</summary>
/// <param name="Addressee">Addressee.</param>
/// <param name="Text">Text.</param>
/// <param name="DeadlineNote">Deadline as said.</param>
/// <param name="ParagraphNumber">Paragraph of the conclusion.</param>
/// <param name="SentenceNumber">Sentence of the paragraph.</param>
/// <param name="Quote">That sentence.</param>
/// <param name="DueOn">Deadline as a day.</param>
/// <param name="LeadAgencyId">Agency in the lead.</param>
/// <param name="CooperatingAgencyIds">Agencies that take part.</param>
public sealed record DirectiveFacts(
    string? Addressee, string Text, string? DeadlineNote = null, int? ParagraphNumber = null, int? SentenceNumber = null, string? Quote = null,
    DateOnly? DueOn = null, Guid? LeadAgencyId = null, IReadOnlyList<Guid>? CooperatingAgencyIds = null);
