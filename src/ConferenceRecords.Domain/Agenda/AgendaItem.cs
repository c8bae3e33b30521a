namespace ConferenceRecords.Domain.Agenda;

/// <summary>One content of a session's agenda (nội dung).</summary>
public sealed class AgendaItem
{
    private AgendaItem() { }

    /// <summary>Puts a matter on an agenda.</summary>
    /// <param name="id">Key, made once for the form: a repeated save is stored once.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="matterId">The matter.</param>
    /// <param name="code">Permanent number within the session, from 1: opinions are numbered by it and it survives reordering.</param>
    /// <param name="position">Number shown, from 1.</param>
    /// <param name="facts">What can be changed later.</param>
    /// <param name="isIllustrative">Whether the source does not give it.</param>
    /// <param name="origin">Where the line comes from; null for one that was typed.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public AgendaItem(Guid id, Guid sessionId, Guid matterId, int code, int position, AgendaItemFacts facts, bool isIllustrative = false, AgendaItemOrigin? origin = null)
    {
        Rule.Holds(code > 0, "item.code", "The code starts at 1");
        (Id, SessionId, MatterId, Code, IsIllustrative) = (Rule.Key(id, "item"), sessionId, matterId, code, isIllustrative);
        (ImportId, WrittenNumber, ContinuesId) = (origin?.ImportId, Rule.OptionalText(origin?.WrittenNumber, "item.written-number", 20), origin?.ContinuesId);
        MoveTo(position);
        Change(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The matter.</summary>
    public Guid MatterId { get; private init; }

    /// <summary>Permanent number within the session.</summary>
    public int Code { get; private init; }

    /// <summary>Number shown.</summary>
    public int Position { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Category.</summary>
    public Guid CategoryId { get; private set; }

    /// <summary>The agency that leads it; null where none is named.</summary>
    public Guid? LeadAgencyId { get; private set; }

    /// <summary>A remark that the office keeps for itself.</summary>
    public string? Note { get; private set; }

    /// <summary>What the source leaves open about the content; goes wherever the content goes, into a publication too.</summary>
    public string? SourceNote { get; private set; }

    /// <summary>Illustrative data: the source does not name this content.</summary>
    public bool IsIllustrative { get; private init; }

    /// <summary>Whether the content is marked internal now.</summary>
    public bool IsInternal { get; private set; }

    /// <summary>Whether it goes into a publication. Lowered by <see cref="MarkInternal"/>, raised only by <see cref="IncludeInPublication"/>.</summary>
    public bool IsIncludedInPublication { get; private set; } = true;

    /// <summary>The number as the imported list wrote it ("1.", "II.3"): people cite it.</summary>
    public string? WrittenNumber { get; private init; }

    /// <summary>The list with which it was entered.</summary>
    public Guid? ImportId { get; private init; }

    /// <summary>The postponed content of an earlier session that this one takes up again.</summary>
    public Guid? ContinuesId { get; private init; }

    /// <summary>When it was put off to a later session; it is then off this agenda.</summary>
    public DateTimeOffset? PostponedAt { get; private set; }

    /// <summary>When its entry was undone: shown nowhere, its permanent number is free again.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    /// <summary>When it was taken off the agenda; null while it is on it.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Replaces the facts that can change.</summary>
    /// <param name="facts">The new facts.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public void Change(AgendaItemFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Title = Rule.Text(facts.Title, "item.title", Rule.TitleLength);
        CategoryId = Rule.Key(facts.CategoryId, "item.category");
        LeadAgencyId = facts.LeadAgencyId;
        Note = Rule.OptionalText(facts.Note, "item.note", 2000);
        SourceNote = Rule.OptionalText(facts.SourceNote, "item.source-note", Rule.SourceNoteLength);
    }

    /// <summary>Changes the number shown; <see cref="Code"/> stays.</summary>
    /// <param name="position">The new number, from 1.</param>
    /// <exception cref="DomainException">The number is below 1.</exception>
    public void MoveTo(int position)
    {
        Rule.Holds(position > 0, "item.position", "The position starts at 1");
        Position = position;
    }

    /// <summary>Marks the content internal. It leaves the publication, and so do its papers (the caller lowers each draft).</summary>
    public void MarkInternal() => (IsInternal, IsIncludedInPublication) = (true, false);

    /// <summary>Undoes the mark. Confidentiality is sticky: the content does not come back into the publication by this.</summary>
    public void UnmarkInternal() => IsInternal = false;

    /// <summary>Brings the content back into the publication: an act of its own.</summary>
    /// <exception cref="DomainException">It is still marked internal.</exception>
    public void IncludeInPublication()
    {
        Rule.Holds(!IsInternal, "item.internal", "An internal content can't be published");
        IsIncludedInPublication = true;
    }

    /// <summary>Takes the content off the agenda; its row and its opinions stay.</summary>
    /// <param name="at">Time.</param>
    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;

    /// <summary>Puts the content off to a later session, which takes up the same matter; here it is off the agenda.</summary>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">It is off the agenda already.</exception>
    public void Postpone(DateTimeOffset at)
    {
        Rule.Holds(WithdrawnAt is null, "item.withdrawn", "A withdrawn content can't be postponed");
        (PostponedAt, WithdrawnAt) = (at, at);
    }

    /// <summary>Undoes the entry of a content that nothing refers to yet (the caller checks that).</summary>
    /// <param name="at">Time.</param>
    public void Discard(DateTimeOffset at) => (DiscardedAt, WithdrawnAt) = (DiscardedAt ?? at, WithdrawnAt ?? at);

    /// <summary>Puts a withdrawn or postponed content back.</summary>
    /// <exception cref="DomainException">Its entry was undone.</exception>
    public void Restore()
    {
        Rule.Holds(DiscardedAt is null, "item.discarded", "A content whose entry was undone is entered anew");
        (WithdrawnAt, PostponedAt) = (null, null);
    }
}

/// <summary>Where a line of an agenda comes from.</summary>
/// <param name="ImportId">The list with which it was entered.</param>
/// <param name="WrittenNumber">The number as that list wrote it.</param>
/// <param name="ContinuesId">The postponed content that it takes up again.</param>
public sealed record AgendaItemOrigin(Guid? ImportId = null, string? WrittenNumber = null, Guid? ContinuesId = null);

/// <summary>The facts of an agenda item that can be changed.</summary>
/// <param name="Title">Title.</param>
/// <param name="CategoryId">Category.</param>
/// <param name="LeadAgencyId">Lead agency.</param>
/// <param name="Note">Remark of the office.</param>
/// <param name="SourceNote">What the source leaves open; public.</param>
public sealed record AgendaItemFacts(string Title, Guid CategoryId, Guid? LeadAgencyId = null, string? Note = null, string? SourceNote = null);
