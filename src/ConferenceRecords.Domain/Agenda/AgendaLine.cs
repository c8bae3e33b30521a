namespace ConferenceRecords.Domain.Agenda;

/// <summary>One line of an agenda, as it stands now or as it was frozen.</summary>
/// <param name="ItemId">The content.</param>
/// <param name="Code">Permanent number.</param>
/// <param name="Position">Number shown.</param>
/// <param name="Title">Title.</param>
/// <param name="CategoryId">Category.</param>
/// <param name="LeadAgencyId">Lead agency.</param>
public sealed record AgendaLine(Guid ItemId, int Code, int Position, string Title, Guid CategoryId, Guid? LeadAgencyId);

/// <summary>A paper under a content of an agenda, as it stands now or as it was frozen.</summary>
/// <param name="ItemId">The content.</param>
/// <param name="DraftId">The draft.</param>
/// <param name="Title">Title.</param>
/// <param name="DraftVersion">Newest version, from 1.</param>
public sealed record AgendaPaper(Guid ItemId, Guid DraftId, string Title, int DraftVersion);

/// <summary>A whole agenda with its papers, as it stands now or as it was frozen.</summary>
/// <param name="Lines">The contents on it.</param>
/// <param name="Papers">The papers under them.</param>
public sealed record AgendaSheet(IReadOnlyList<AgendaLine> Lines, IReadOnlyList<AgendaPaper> Papers)
{
    /// <summary>An agenda without contents: what there is before the first version.</summary>
    public static AgendaSheet Empty { get; } = new([], []);

    /// <summary>The papers of one content.</summary>
    /// <param name="itemId">The content.</param>
    /// <returns>The oldest first.</returns>
    public IEnumerable<AgendaPaper> PapersOf(Guid itemId) => Papers.Where(p => p.ItemId == itemId).OrderBy(p => p.DraftId);
}
