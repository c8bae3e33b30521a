namespace ConferenceRecords.Domain.Agenda;

/// <summary>
/// The order of one session's agenda: the groups one after the other, their contents numbered 1 to n through all of them without gap or
/// duplicate. A withdrawn content has no number that counts. <see cref="AgendaItem.Code"/> never changes.
/// </summary>
public sealed class AgendaOrder
{
    private readonly List<AgendaItem> all;
    private readonly List<Guid> groups;

    /// <summary>Takes an agenda as it is stored.</summary>
    /// <param name="items">Every content of the session, withdrawn ones too; those whose entry was undone are passed over.</param>
    /// <param name="groups">The categories in their order.</param>
    public AgendaOrder(IEnumerable<AgendaItem> items, IEnumerable<Guid> groups) =>
        (all, this.groups) = ([.. items.Where(i => i.DiscardedAt is null)], [.. groups]);

    /// <summary>Every content that was ever on the agenda.</summary>
    public IReadOnlyList<AgendaItem> All => all;

    /// <summary>The contents on the agenda, in order.</summary>
    public IEnumerable<AgendaItem> Active =>
        all.Where(i => i.WithdrawnAt is null).OrderBy(i => groups.IndexOf(i.CategoryId)).ThenBy(i => i.Position).ThenBy(i => i.Code);

    /// <summary>The permanent number that the next content gets.</summary>
    public int NextCode => all.Count == 0 ? 1 : all.Max(i => i.Code) + 1;

    /// <summary>A number behind all others.</summary>
    public int Last => all.Count == 0 ? 1 : all.Max(i => i.Position) + 1;

    /// <summary>The contents of one group, in order.</summary>
    /// <param name="categoryId">The group.</param>
    /// <returns>Those on the agenda.</returns>
    public IEnumerable<AgendaItem> Group(Guid categoryId) => Active.Where(i => i.CategoryId == categoryId);

    /// <summary>Adds a content at the end of its group.</summary>
    /// <param name="item">The new content.</param>
    public void Add(AgendaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.MoveTo(Last);
        all.Add(item);
        Renumber();
    }

    /// <summary>Changes the facts of a content; in another group it comes last.</summary>
    /// <param name="item">A content of this agenda.</param>
    /// <param name="facts">The new facts.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public void Change(AgendaItem item, AgendaItemFacts facts)
    {
        ArgumentNullException.ThrowIfNull(item);
        var before = item.CategoryId;
        item.Change(facts);
        if (item.WithdrawnAt is not null || item.CategoryId == before) return;
        item.MoveTo(Last);
        Renumber();
    }

    /// <summary>Takes a content off the agenda; those behind it move up.</summary>
    /// <param name="item">A content of this agenda.</param>
    /// <param name="at">Time.</param>
    public void Withdraw(AgendaItem item, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.Withdraw(at);
        Renumber();
    }

    /// <summary>Puts a content off to a later session; those behind it move up.</summary>
    /// <param name="item">A content of this agenda.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">It is off the agenda already.</exception>
    public void Postpone(AgendaItem item, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.Postpone(at);
        Renumber();
    }

    /// <summary>Puts a withdrawn or postponed content back where it stood; those behind it move down.</summary>
    /// <param name="item">A content of this agenda.</param>
    public void Restore(AgendaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.WithdrawnAt is null) return;
        foreach (var other in Active.Where(i => i.Position >= item.Position).ToList()) other.MoveTo(other.Position + 1);
        item.Restore();
        Renumber();
    }

    /// <summary>Moves a content to a number within its group.</summary>
    /// <param name="item">A content of this agenda.</param>
    /// <param name="position">The number it shall have.</param>
    /// <exception cref="DomainException">It is withdrawn, or the number belongs to another group.</exception>
    public void Move(AgendaItem item, int position)
    {
        ArgumentNullException.ThrowIfNull(item);
        Renumber();
        var order = Group(item.CategoryId).ToList();
        var index = order.Count == 0 ? -1 : position - order[0].Position;
        Rule.Holds(order.Contains(item) && index >= 0 && index < order.Count, "agenda.position", "The position lies outside the group");
        order.Remove(item);
        order.Insert(index, item);
        Number(order);
    }

    /// <summary>Gives a group a new order.</summary>
    /// <param name="order">The keys of all contents of one group, each once.</param>
    /// <exception cref="DomainException">These are not exactly the contents of one group.</exception>
    public void Arrange(IReadOnlyList<Guid> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        Renumber();
        var known = Active.ToDictionary(i => i.Id);
        var items = order.Where(known.ContainsKey).Select(id => known[id]).ToList();
        Rule.Holds(
            items.Count > 0 && items.Count == order.Count && items.Distinct().Count() == items.Count && items.ToHashSet().SetEquals(Group(items[0].CategoryId)),
            "agenda.order", "These are not the contents of one group");
        Number(items);
    }

    /// <summary>The numbers shown now: taken before a change, they tell afterwards what it did.</summary>
    /// <returns>The number of each content on the agenda.</returns>
    public IReadOnlyDictionary<Guid, int> Numbers() => Active.ToDictionary(i => i.Id, i => i.Position);

    private static void Number(List<AgendaItem> order)
    {
        var first = order.Min(i => i.Position);
        foreach (var (index, item) in order.Index()) item.MoveTo(first + index);
    }

    private void Renumber()
    {
        foreach (var (index, item) in Active.ToList().Index()) item.MoveTo(index + 1);
    }
}
