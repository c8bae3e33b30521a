using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Data.Queries;

/// <summary>A paper under a content: its own, or one that the content took over from the postponed one that it continues.</summary>
public sealed class ItemPaper
{
    /// <summary>The content.</summary>
    public Guid ItemId { get; init; }

    /// <summary>The paper.</summary>
    public Guid DraftId { get; init; }
}

/// <summary>Which papers belong to which content: whatever lists a content's papers starts here.</summary>
public static class ItemPapers
{
    /// <summary>Every paper under every content; a carried paper is under each content that had it.</summary>
    /// <param name="records">The office's context.</param>
    /// <returns>A query to join.</returns>
    public static IQueryable<ItemPaper> PapersOfItems(this RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Drafts.Select(d => new ItemPaper { ItemId = d.ItemId, DraftId = d.Id })
            .Concat(records.CarriedPapers.Select(c => new ItemPaper { ItemId = c.ItemId, DraftId = c.DraftId }));
    }

    /// <summary>The papers of one content, its own and those taken over.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="itemId">The content; null for none.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Draft> DraftsOf(this RecordsContext records, Guid? itemId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Drafts.Where(d => d.ItemId == itemId || records.CarriedPapers.Any(c => c.ItemId == itemId && c.DraftId == d.Id));
    }

    /// <summary>Where a paper is now: the content it was made for or, once that was postponed and taken up again, the last one that carries it.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="draftId">The paper.</param>
    /// <returns>One content.</returns>
    public static IQueryable<AgendaItem> CurrentItemOf(this RecordsContext records, Guid draftId)
    {
        ArgumentNullException.ThrowIfNull(records);

        // All but the last one were postponed, one after the other; the last one was not, or was last.
        return records.AgendaItems
            .Where(i => i.DiscardedAt == null && records.PapersOfItems().Any(p => p.DraftId == draftId && p.ItemId == i.Id))
            .OrderBy(i => i.PostponedAt != null).ThenByDescending(i => i.PostponedAt).Take(1);
    }
}
