using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConferenceRecords.Domain.Agenda;

/// <summary>What may happen to a content between two agendas; several at once.</summary>
[Flags]
public enum AgendaActs
{
    /// <summary>Nothing: its number may have changed because of others.</summary>
    None = 0,

    /// <summary>It is on an agenda for the first time.</summary>
    Added = 1,

    /// <summary>It is back after it was taken off.</summary>
    Restored = 2,

    /// <summary>It was taken off.</summary>
    Withdrawn = 4,

    /// <summary>It was put off to a later session.</summary>
    Postponed = 8,

    /// <summary>Its title is another.</summary>
    Renamed = 16,

    /// <summary>It stands in another group.</summary>
    Regrouped = 32,

    /// <summary>It changed places within its group; one that only moved up behind a withdrawn one did not.</summary>
    Moved = 64,

    /// <summary>Another agency leads it.</summary>
    LedByAnother = 128,

    /// <summary>Its papers are others.</summary>
    Papers = 256,
}

/// <summary>What became of one content between two agendas.</summary>
/// <param name="Before">The line before; null where it was not on the agenda.</param>
/// <param name="After">The line after; null where it is off the agenda.</param>
/// <param name="Acts">What happened; never <see cref="AgendaActs.None"/> in a list of changes.</param>
/// <param name="Papers">Its papers that are others; those of a content that is off the agenda went with it and are not listed.</param>
public sealed record AgendaChange(AgendaLine? Before, AgendaLine? After, AgendaActs Acts, IReadOnlyList<PaperChange> Papers)
{
    /// <summary>The line that there is: the later one where both are.</summary>
    public AgendaLine Line => (After ?? Before)!;
}

/// <summary>What became of one paper.</summary>
/// <param name="Before">The paper before; null where it was added.</param>
/// <param name="After">The paper after; null where it was taken away.</param>
public sealed record PaperChange(AgendaPaper? Before, AgendaPaper? After);

/// <summary>What two agendas do not say by themselves.</summary>
/// <param name="Earlier">Contents of agendas before the older one: such a content comes back, it is not new.</param>
/// <param name="Postponed">Contents that were postponed by the time of the newer one: the others that are gone were withdrawn.</param>
public sealed record AgendaPast(IReadOnlySet<Guid> Earlier, IReadOnlySet<Guid> Postponed)
{
    /// <summary>Nothing is known.</summary>
    public static AgendaPast Unknown { get; } = new(new HashSet<Guid>(), new HashSet<Guid>());
}

/// <summary>Compares agendas.</summary>
public static class AgendaChanges
{
    /// <summary>What happened: contents of the new agenda in its order, then those that are gone. With the older agenda it gives the newer one.</summary>
    /// <param name="before">The older agenda.</param>
    /// <param name="after">The newer one.</param>
    /// <param name="past">What the agendas do not say; null where nothing is known.</param>
    /// <returns>Only contents to which something happened; none where the agendas are equal.</returns>
    public static IReadOnlyList<AgendaChange> Between(AgendaSheet before, AgendaSheet after, AgendaPast? past = null)
    {
        past ??= AgendaPast.Unknown;
        var old = before.Lines.ToDictionary(line => line.ItemId);
        var now = after.Lines.OrderBy(line => line.Position).ToList();
        var kept = now.Select(line => line.ItemId).ToHashSet();
        var moved = Moved(old, now);
        return
        [
            .. now.Select(line =>
            {
                var earlier = old.GetValueOrDefault(line.ItemId);
                var papers = Papers(before.PapersOf(line.ItemId), after.PapersOf(line.ItemId));
                return new AgendaChange(earlier, line, Acts(earlier, line, past) | (moved.Contains(line.ItemId) ? AgendaActs.Moved : 0) | (papers.Count > 0 ? AgendaActs.Papers : 0), papers);
            }).Where(change => change.Acts != AgendaActs.None),
            .. old.Values.Where(line => !kept.Contains(line.ItemId)).OrderBy(line => line.Position)
                .Select(line => new AgendaChange(line, null, past.Postponed.Contains(line.ItemId) ? AgendaActs.Postponed : AgendaActs.Withdrawn, [])),
        ];
    }

    /// <summary>The contents whose number changed although nothing happened to them: others came, went or moved.</summary>
    /// <param name="before">The older agenda.</param>
    /// <param name="after">The newer one.</param>
    /// <returns>The contents with both lines, in the new order.</returns>
    public static IReadOnlyList<AgendaChange> Shifted(AgendaSheet before, AgendaSheet after)
    {
        var old = before.Lines.ToDictionary(line => line.ItemId);
        var moved = Moved(old, [.. after.Lines.OrderBy(line => line.Position)]);
        return
        [
            .. after.Lines.OrderBy(line => line.Position)
                .Where(line => old.TryGetValue(line.ItemId, out var was) && was.Position != line.Position && was.CategoryId == line.CategoryId && !moved.Contains(line.ItemId))
                .Select(line => new AgendaChange(old[line.ItemId], line, AgendaActs.None, [])),
        ];
    }

    /// <summary>A short mark of an agenda with its papers: two with the same mark are the same. A form carries it, so that nobody decides on what was not seen.</summary>
    /// <param name="agenda">The agenda.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Mark(AgendaSheet agenda) => Mark(
    [
        .. agenda.Lines.OrderBy(line => line.Position).Select(line =>
            string.Create(CultureInfo.InvariantCulture, $"{line.ItemId} {line.Position} {line.CategoryId} {line.LeadAgencyId} {line.Title}")),
        .. agenda.Papers.OrderBy(paper => paper.ItemId).ThenBy(paper => paper.DraftId).Select(paper =>
            string.Create(CultureInfo.InvariantCulture, $"{paper.ItemId} {paper.DraftId} {paper.DraftVersion} {paper.Title}")),
    ]);

    /// <summary>A short mark of an order.</summary>
    /// <param name="order">The keys in their order.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Mark(IEnumerable<Guid> order) => Mark([.. order.Select(id => id.ToString())]);

    private static string Mark(string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];

    private static AgendaActs Acts(AgendaLine? before, AgendaLine after, AgendaPast past) => before is null
        ? past.Earlier.Contains(after.ItemId) ? AgendaActs.Restored : AgendaActs.Added
        : (before.Title != after.Title ? AgendaActs.Renamed : 0)
            | (before.CategoryId != after.CategoryId ? AgendaActs.Regrouped : 0)
            | (before.LeadAgencyId != after.LeadAgencyId ? AgendaActs.LedByAnother : 0);

    private static List<PaperChange> Papers(IEnumerable<AgendaPaper> before, IEnumerable<AgendaPaper> after)
    {
        var old = before.ToDictionary(paper => paper.DraftId);
        var now = after.ToList();
        return
        [
            .. now.Select(paper => new PaperChange(old.GetValueOrDefault(paper.DraftId), paper)).Where(change => change.Before != change.After),
            .. old.Values.Where(paper => !now.Exists(p => p.DraftId == paper.DraftId)).Select(paper => new PaperChange(paper, null)),
        ];
    }

    /// <summary>
    /// The fewest contents that have to be moved by hand to get the new order: all that stay in their group but the longest run that kept its
    /// order. Of two neighbours that changed places, the one that went up.
    /// </summary>
    private static HashSet<Guid> Moved(Dictionary<Guid, AgendaLine> old, List<AgendaLine> now)
    {
        var stayed = now.Where(line => old.TryGetValue(line.ItemId, out var was) && was.CategoryId == line.CategoryId).ToList();
        var rank = stayed.Select(line => old[line.ItemId]).OrderBy(line => line.Position).Select(line => line.ItemId).Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var (ends, before) = (new List<int>(), new int[stayed.Count]);
        for (var i = 0; i < stayed.Count; i++)
        {
            // ends[n] closes the run of length n + 1 that ends lowest; each content remembers the one before it in its run.
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (rank[stayed[ends[middle]].ItemId] < rank[stayed[i].ItemId]) low = middle + 1;
                else high = middle;
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }
        var moved = stayed.Select(line => line.ItemId).ToHashSet();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i]) moved.Remove(stayed[i].ItemId);
        return moved;
    }
}
