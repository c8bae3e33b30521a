using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Agenda;

/// <summary>An agenda and what happened to it, with the names that its lines stand for: the office and the delegates are shown the same.</summary>
public sealed class AgendaView
{
    private readonly Dictionary<Guid, string> categories;
    private readonly Dictionary<Guid, string> agencies;
    private readonly HashSet<Guid> illustrative;
    private readonly Func<AgendaPaper, string> address;

    private AgendaView(AgendaStory story, Dictionary<Guid, string> categories, Dictionary<Guid, string> agencies, HashSet<Guid> illustrative, Func<AgendaPaper, string> address) =>
        (Story, this.categories, this.agencies, this.illustrative, this.address) = (story, categories, agencies, illustrative, address);

    public AgendaStory Story { get; }

    /// <summary>The contents in their groups.</summary>
    public IEnumerable<IGrouping<Guid, AgendaLine>> Groups => Story.After.Lines.GroupBy(line => line.CategoryId);

    /// <summary>The numbers that changed because of others.</summary>
    public IReadOnlyList<AgendaChange> Shifted => AgendaChanges.Shifted(Story.Before, Story.After);

    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="story">What is shown of it.</param>
    /// <param name="address">Where a paper is read.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task<AgendaView> OfAsync(RecordsContext records, Guid sessionId, AgendaStory story, Func<AgendaPaper, string> address, CancellationToken cancel) => new(
        story,
        await records.AgendaCategories.ToDictionaryAsync(c => c.Id, c => c.Name, cancel),
        await records.Agencies.ToDictionaryAsync(a => a.Id, a => a.Name, cancel),
        await records.AgendaItems.Where(i => i.SessionId == sessionId && i.IsIllustrative).Select(i => i.Id).ToHashSetAsync(cancel),
        address);

    public string? Category(Guid? id) => id is { } key ? categories.GetValueOrDefault(key) : null;

    public string? Agency(Guid? id) => id is { } key ? agencies.GetValueOrDefault(key) : null;

    public bool IsIllustrative(AgendaLine line) => illustrative.Contains(line.ItemId);

    public string Address(AgendaPaper paper) => address(paper);

    /// <summary>What happened to a content, one thing after the other. That a content came says that its papers did.</summary>
    public static IEnumerable<AgendaActs> Acts(AgendaChange change) => Enum.GetValues<AgendaActs>()
        .Where(act => act != AgendaActs.None && change.Acts.HasFlag(act) && (act != AgendaActs.Papers || change.Before is not null));
}
