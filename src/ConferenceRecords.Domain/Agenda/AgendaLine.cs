using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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

/// <summary>What became of one content between two agendas.</summary>
/// <param name="Before">The line before; null where it was added.</param>
/// <param name="After">The line after; null where it was removed.</param>
public sealed record AgendaChange(AgendaLine? Before, AgendaLine? After);

/// <summary>Compares agendas.</summary>
public static class AgendaChanges
{
    /// <summary>What changed: lines of the new agenda in its order, then those that are gone.</summary>
    /// <param name="before">The older agenda.</param>
    /// <param name="after">The newer one.</param>
    /// <returns>Added, changed and removed lines; none where the agendas are equal.</returns>
    public static IReadOnlyList<AgendaChange> Between(IEnumerable<AgendaLine> before, IEnumerable<AgendaLine> after)
    {
        var old = before.ToDictionary(line => line.ItemId);
        var now = after.OrderBy(line => line.Position).ToList();
        var kept = now.Select(line => line.ItemId).ToHashSet();
        return
        [
            .. now.Select(line => new AgendaChange(old.GetValueOrDefault(line.ItemId), line)).Where(change => change.Before != change.After),
            .. old.Values.Where(line => !kept.Contains(line.ItemId)).OrderBy(line => line.Position).Select(line => new AgendaChange(line, null)),
        ];
    }

    /// <summary>A short mark of an agenda: two agendas with the same mark are the same. A form carries it, so that nobody decides on what was not seen.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Mark(IEnumerable<AgendaLine> lines) => Mark(lines.OrderBy(line => line.Position).Select(line =>
        string.Create(CultureInfo.InvariantCulture, $"{line.ItemId} {line.Position} {line.CategoryId} {line.LeadAgencyId} {line.Title}")));

    /// <summary>A short mark of an order.</summary>
    /// <param name="order">The keys in their order.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Mark(IEnumerable<Guid> order) => Mark(order.Select(id => id.ToString()));

    private static string Mark(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
