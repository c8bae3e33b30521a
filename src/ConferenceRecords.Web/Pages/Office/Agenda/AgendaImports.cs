using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>Puts a list onto an agenda in one go, and takes it off again.</summary>
internal static class AgendaImports
{
    /// <summary>Adds every row that was ticked, each as a matter of its own.</summary>
    public static void AddRows(this RecordsContext records, AgendaLock agenda, Guid sessionId, ImportInput input, DateTimeOffset now)
    {
        foreach (var row in input.Taken)
        {
            var matter = new Matter(Guid.CreateVersion7(), row.Line, now);
            var item = new AgendaItem(
                Guid.CreateVersion7(), sessionId, matter.Id, agenda.Order.NextCode, agenda.Order.Last, new(row.Line, row.CategoryId!.Value, row.LeadAgencyId), origin: new(input.Id, row.Number));
            agenda.Order.Add(item);
            records.AddRange(matter, item);
        }
    }

    /// <summary>Whether this import was stored already, and is still there: the same form sent twice.</summary>
    /// <returns>Null where the key is new; false where it was undone, or names other rows.</returns>
    public static async Task<bool?> IsStoredAsync(this RecordsContext records, Guid sessionId, ImportInput input, CancellationToken cancel)
    {
        var stored = await records.AgendaItems.AsNoTracking().Where(i => i.ImportId == input.Id).Select(i => new { i.SessionId, i.Title, i.DiscardedAt }).ToListAsync(cancel);
        if (stored.Count == 0) return null;
        return stored.TrueForAll(i => i.SessionId == sessionId && i.DiscardedAt == null) && stored.Select(i => i.Title).Order(StringComparer.Ordinal).SequenceEqual(input.Taken.Select(r => r.Line).Order(StringComparer.Ordinal));
    }

    /// <summary>Undoes an import: its contents are shown nowhere any more.</summary>
    /// <returns>How many there were; the titles of those that something refers to already, and then nothing was done.</returns>
    public static async Task<(int Count, IReadOnlyList<string> InUse)> DiscardAsync(this RecordsContext records, AgendaLock agenda, Guid importId, DateTimeOffset now, CancellationToken cancel)
    {
        var items = agenda.Order.All.Where(i => i.ImportId == importId).ToList();
        var ids = items.ConvertAll(i => i.Id);
        var used = await records.AgendaItems.AsNoTracking().Where(i => ids.Contains(i.Id))
            .Where(i => i.PostponedAt != null || records.Drafts.Any(d => d.ItemId == i.Id) || records.Opinions.Any(o => o.ItemId == i.Id)
                || records.Set<AgendaVersionItem>().Any(v => v.ItemId == i.Id) || records.AgendaItems.Any(next => next.ContinuesId == i.Id))
            .OrderBy(i => i.Position).Select(i => i.Title).ToListAsync(cancel);
        if (used.Count > 0) return (items.Count, used);
        foreach (var item in items)
        {
            agenda.Order.Withdraw(item, now);
            item.Discard(now);
        }
        return (items.Count, []);
    }
}
