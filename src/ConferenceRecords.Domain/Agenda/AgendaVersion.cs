namespace ConferenceRecords.Domain.Agenda;

/// <summary>An approved, frozen agenda (chương trình, bản A, B, C). Approving the next one shows what changed.</summary>
public sealed class AgendaVersion
{
    private readonly List<AgendaVersionItem> items = [];
    private readonly List<AgendaVersionPaper> papers = [];

    private AgendaVersion() { }

    /// <summary>Freezes an agenda.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="ordinal">1 for version A, 2 for B.</param>
    /// <param name="agenda">The items on the agenda.</param>
    /// <param name="approvedById">Who approved.</param>
    /// <param name="approvedAt">When.</param>
    /// <param name="papers">The papers under the items as they are now; one added later is no part of this version.</param>
    /// <exception cref="DomainException">The agenda is empty.</exception>
    public AgendaVersion(
        Guid id, Guid sessionId, int ordinal, IEnumerable<AgendaItem> agenda, Guid approvedById, DateTimeOffset approvedAt, IEnumerable<AgendaPaper>? papers = null)
    {
        (Id, SessionId, Ordinal, ApprovedById, ApprovedAt) = (Rule.Key(id, "agenda"), sessionId, ordinal, approvedById, approvedAt);
        items.AddRange(agenda.Where(i => i.WithdrawnAt is null).OrderBy(i => i.Position).Select(i => new AgendaVersionItem(this, i)));
        var listed = items.Select(i => i.ItemId).ToHashSet();
        this.papers.AddRange((papers ?? []).Where(p => listed.Contains(p.ItemId)).Select(p => new AgendaVersionPaper(this, p)));
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

    /// <summary>The frozen papers.</summary>
    public IReadOnlyList<AgendaVersionPaper> Papers => papers;

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

/// <summary>A paper under an item of an <see cref="AgendaVersion"/>.</summary>
public sealed class AgendaVersionPaper
{
    private AgendaVersionPaper() { }

    internal AgendaVersionPaper(AgendaVersion version, AgendaPaper paper) =>
        (VersionId, ItemId, DraftId, Title, DraftVersion) = (version.Id, paper.ItemId, paper.DraftId, paper.Title, paper.DraftVersion);

    /// <summary>The agenda's version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>The item.</summary>
    public Guid ItemId { get; private init; }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; private init; }

    /// <summary>Title at that time.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The newest version of the draft at that time, from 1.</summary>
    public int DraftVersion { get; private init; }
}
