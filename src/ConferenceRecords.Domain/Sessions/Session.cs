namespace ConferenceRecords.Domain.Sessions;

/// <summary>Kinds of session (hội nghị).</summary>
public enum SessionKind
{
    /// <summary>Thường kỳ.</summary>
    Regular,

    /// <summary>Mở rộng.</summary>
    Enlarged,

    /// <summary>Bất thường.</summary>
    Extraordinary,

    /// <summary>Chuyên đề.</summary>
    Thematic,
}

/// <summary>One conference of a body (hội nghị lần thứ 12).</summary>
public sealed class Session
{
    private readonly List<Sitting> sittings = [];

    private Session() { }

    /// <summary>Creates a session.</summary>
    /// <param name="id">Key, made once for the form that creates it: a repeated save is stored once.</param>
    /// <param name="bodyId">The body that meets.</param>
    /// <param name="termId">The term it belongs to.</param>
    /// <param name="slug">Permanent part of its public address.</param>
    /// <param name="facts">Title, ordinal and the other facts that can be changed later.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public Session(Guid id, Guid bodyId, Guid termId, string slug, SessionFacts facts)
    {
        (Id, BodyId, TermId, Slug) = (Rule.Key(id, "session"), bodyId, termId, Rule.Text(slug, "session.slug", 200));
        Change(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The body that meets.</summary>
    public Guid BodyId { get; private init; }

    /// <summary>The term.</summary>
    public Guid TermId { get; private init; }

    /// <summary>Permanent part of the public address; never changes.</summary>
    public string Slug { get; private init; } = "";

    /// <summary>Title as in the documents.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Number of the session within its term and body; null where the session has none.</summary>
    public int? Ordinal { get; private set; }

    /// <summary>Kind of session.</summary>
    public SessionKind Kind { get; private set; }

    /// <summary>The time in words where no date is known.</summary>
    public string? TimeNote { get; private set; }

    /// <summary>Who chairs, as the documents say ("Bí thư Tỉnh ủy").</summary>
    public string? Chair { get; private set; }

    /// <summary>Number of contents that the invitation or the communiqué states; null where none is stated.</summary>
    public int? StatedItemCount { get; private set; }

    /// <summary>Number of contributions that was announced ("trên 50 lượt": 50).</summary>
    public int? StatedOpinionCount { get; private set; }

    /// <summary>Qualifier of <see cref="StatedOpinionCount"/>, such as "trên".</summary>
    public string? StatedOpinionQualifier { get; private set; }

    /// <summary>When the session was closed to entry; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>The sittings, in the order of time.</summary>
    public IReadOnlyList<Sitting> Sittings => sittings;

    /// <summary>Replaces the facts that can change.</summary>
    /// <param name="facts">The new facts.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public void Change(SessionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Rule.Holds(facts.Ordinal is null or > 0, "session.ordinal", "The ordinal must be positive");
        Rule.Holds(facts.StatedItemCount is null or >= 0, "session.stated-count", "A count can't be negative");
        Rule.Holds(facts.StatedOpinionCount is null or >= 0, "session.stated-count", "A count can't be negative");
        Title = Rule.Text(facts.Title, "session.title", Rule.TitleLength);
        (Ordinal, Kind) = (facts.Ordinal, facts.Kind);
        TimeNote = Rule.OptionalText(facts.TimeNote, "session.time-note", 300);
        Chair = Rule.OptionalText(facts.Chair, "session.chair", 300);
        StatedItemCount = facts.StatedItemCount;
        StatedOpinionCount = facts.StatedOpinionCount;
        StatedOpinionQualifier = Rule.OptionalText(facts.StatedOpinionQualifier, "session.stated-qualifier", 50);
    }

    /// <summary>Adds a sitting.</summary>
    /// <param name="id">Key.</param>
    /// <param name="date">Day.</param>
    /// <param name="part">Half of the day.</param>
    /// <param name="place">Place; null where it is not known.</param>
    /// <returns>The sitting.</returns>
    /// <exception cref="DomainException">The same half-day is there already.</exception>
    public Sitting AddSitting(Guid id, DateOnly date, DayPart part, string? place)
    {
        Rule.Holds(!sittings.Exists(s => s.RemovedAt is null && s.Date == date && s.Part == part), "sitting.twice", "This half-day is already in the session");
        var sitting = new Sitting(id, Id, date, part, place);
        sittings.Add(sitting);
        return sitting;
    }

    /// <summary>Puts a removed sitting back.</summary>
    /// <param name="id">Its key.</param>
    /// <exception cref="DomainException">There is no such sitting, or its half-day was entered anew in the meantime.</exception>
    public void RestoreSitting(Guid id)
    {
        var sitting = sittings.Find(s => s.Id == id) ?? throw new DomainException("sitting.unknown", "There is no such sitting");
        Rule.Holds(
            !sittings.Exists(s => s != sitting && s.RemovedAt is null && s.Date == sitting.Date && s.Part == sitting.Part),
            "sitting.twice", "This half-day is already in the session");
        sitting.Restore();
    }
}

/// <summary>The facts of a session that can be changed.</summary>
/// <param name="Title">Title as in the documents.</param>
/// <param name="Ordinal">Number within term and body.</param>
/// <param name="Kind">Kind.</param>
/// <param name="TimeNote">Time in words.</param>
/// <param name="Chair">Who chairs.</param>
/// <param name="StatedItemCount">Announced number of contents.</param>
/// <param name="StatedOpinionCount">Announced number of contributions.</param>
/// <param name="StatedOpinionQualifier">Qualifier of that number.</param>
public sealed record SessionFacts(
    string Title,
    int? Ordinal,
    SessionKind Kind,
    string? TimeNote = null,
    string? Chair = null,
    int? StatedItemCount = null,
    int? StatedOpinionCount = null,
    string? StatedOpinionQualifier = null);
