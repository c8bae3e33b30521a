namespace ConferenceRecords.Domain.Agenda;

/// <summary>A group of contents by what is asked of the session (nhóm nội dung). Categories are data, not code.</summary>
public sealed class AgendaCategory
{
    private AgendaCategory() { }

    /// <summary>Creates a category.</summary>
    /// <param name="id">Key.</param>
    /// <param name="name">Full name as in the documents.</param>
    /// <param name="shortName">Short name for bars and tables.</param>
    /// <param name="position">Order, from 1.</param>
    /// <exception cref="DomainException">A name is empty.</exception>
    public AgendaCategory(Guid id, string name, string shortName, int position) =>
        (Id, Name, ShortName, Position) = (Rule.Key(id, "category"), Rule.Text(name, "category.name", 500), Rule.Text(shortName, "category.short-name", 100), position);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>Full name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Short name.</summary>
    public string ShortName { get; private init; } = "";

    /// <summary>Order, from 1.</summary>
    public int Position { get; private init; }
}

/// <summary>The number of contents in a category that a session's documents state; kept apart from the number counted.</summary>
public sealed class StatedCount
{
    private StatedCount() { }

    /// <summary>Creates a stated count.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="categoryId">The category.</param>
    /// <param name="value">The number stated; null where the documents state none.</param>
    /// <exception cref="DomainException">The number is negative.</exception>
    public StatedCount(Guid id, Guid sessionId, Guid categoryId, int? value)
    {
        (Id, SessionId, CategoryId) = (Rule.Key(id, "stated-count"), sessionId, categoryId);
        State(value);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The category.</summary>
    public Guid CategoryId { get; private init; }

    /// <summary>The number stated.</summary>
    public int? Value { get; private set; }

    /// <summary>Changes the number.</summary>
    /// <param name="value">The number; null where none is stated.</param>
    /// <exception cref="DomainException">The number is negative.</exception>
    public void State(int? value)
    {
        Rule.Holds(value is null or >= 0, "session.stated-count", "A count can't be negative");
        Value = value;
    }
}

/// <summary>The subject that lives on across sessions and bodies (vụ việc); an agenda item is its turn on one agenda.</summary>
public sealed class Matter
{
    private Matter() { }

    /// <summary>Opens a matter.</summary>
    /// <param name="id">Key.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="openedAt">When it was opened.</param>
    /// <exception cref="DomainException">The title is empty or too long.</exception>
    public Matter(Guid id, string title, DateTimeOffset openedAt) =>
        (Id, Title, OpenedAt) = (Rule.Key(id, "matter"), Rule.Text(title, "matter.title", Rule.TitleLength), openedAt);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it is about.</summary>
    public string Title { get; private init; } = "";

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private init; }
}

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
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public AgendaItem(Guid id, Guid sessionId, Guid matterId, int code, int position, AgendaItemFacts facts, bool isIllustrative = false)
    {
        Rule.Holds(code > 0, "item.code", "The code starts at 1");
        (Id, SessionId, MatterId, Code, IsIllustrative) = (Rule.Key(id, "item"), sessionId, matterId, code, isIllustrative);
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

    /// <summary>Puts a withdrawn content back.</summary>
    public void Restore() => WithdrawnAt = null;
}

/// <summary>The facts of an agenda item that can be changed.</summary>
/// <param name="Title">Title.</param>
/// <param name="CategoryId">Category.</param>
/// <param name="LeadAgencyId">Lead agency.</param>
/// <param name="Note">Remark of the office.</param>
/// <param name="SourceNote">What the source leaves open; public.</param>
public sealed record AgendaItemFacts(string Title, Guid CategoryId, Guid? LeadAgencyId = null, string? Note = null, string? SourceNote = null);

/// <summary>An approved, frozen agenda (chương trình, bản A, B, C). Approving the next one shows what changed.</summary>
public sealed class AgendaVersion
{
    private readonly List<AgendaVersionItem> items = [];

    private AgendaVersion() { }

    /// <summary>Freezes an agenda.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="ordinal">1 for version A, 2 for B.</param>
    /// <param name="agenda">The items on the agenda.</param>
    /// <param name="approvedById">Who approved.</param>
    /// <param name="approvedAt">When.</param>
    /// <exception cref="DomainException">The agenda is empty.</exception>
    public AgendaVersion(Guid id, Guid sessionId, int ordinal, IEnumerable<AgendaItem> agenda, Guid approvedById, DateTimeOffset approvedAt)
    {
        (Id, SessionId, Ordinal, ApprovedById, ApprovedAt) = (Rule.Key(id, "agenda"), sessionId, ordinal, approvedById, approvedAt);
        items.AddRange(agenda.Where(i => i.WithdrawnAt is null).OrderBy(i => i.Position).Select(i => new AgendaVersionItem(this, i)));
        Rule.Holds(items.Count > 0, "agenda.empty", "An empty agenda can't be approved");
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>1 for A, 2 for B.</summary>
    public int Ordinal { get; private init; }

    /// <summary>Who approved.</summary>
    public Guid ApprovedById { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset ApprovedAt { get; private init; }

    /// <summary>The frozen items in order.</summary>
    public IReadOnlyList<AgendaVersionItem> Items => items;

    /// <summary>Name of a version: A to Z, then AA, AB.</summary>
    /// <param name="ordinal">From 1.</param>
    /// <returns>The letters.</returns>
    public static string Letter(int ordinal) =>
        ordinal <= 26 ? ((char)('A' + ordinal - 1)).ToString() : Letter((ordinal - 1) / 26) + Letter(((ordinal - 1) % 26) + 1);
}

/// <summary>One frozen line of an <see cref="AgendaVersion"/>.</summary>
public sealed class AgendaVersionItem
{
    private AgendaVersionItem() { }

    internal AgendaVersionItem(AgendaVersion version, AgendaItem item) =>
        (VersionId, ItemId, Code, Position, Title, CategoryId, LeadAgencyId) =
            (version.Id, item.Id, item.Code, item.Position, item.Title, item.CategoryId, item.LeadAgencyId);

    /// <summary>The version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>The item it was taken from.</summary>
    public Guid ItemId { get; private init; }

    /// <summary>Permanent number.</summary>
    public int Code { get; private init; }

    /// <summary>Number shown.</summary>
    public int Position { get; private init; }

    /// <summary>Title at that time.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Category at that time.</summary>
    public Guid CategoryId { get; private init; }

    /// <summary>Lead agency at that time.</summary>
    public Guid? LeadAgencyId { get; private init; }
}
