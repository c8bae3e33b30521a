using ConferenceRecords.Domain.Agenda;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Agenda;

public sealed class AgendaChangesTests
{
    private static readonly Guid[] Groups = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly Guid?[] Agencies = [null, Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly Guid[] Items = [.. Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7())];
    // In order: made within one millisecond, they need not be.
    private static readonly Guid[] Drafts = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).Order()];

    private static AgendaLine Line(int position, string title = "Nội dung") => new(Guid.CreateVersion7(), position, position, title, Groups[0], null);

    private static AgendaSheet Sheet(params AgendaLine[] lines) => new([.. lines.Select((line, index) => line with { Position = index + 1 })], []);

    private static (AgendaLine, AgendaActs)[] Acts(AgendaSheet before, AgendaSheet after, AgendaPast? past = null) =>
        [.. AgendaChanges.Between(before, after, past).Select(change => (change.Line with { Position = 0 }, change.Acts))];

    private static (AgendaLine, AgendaActs) Act(AgendaLine line, AgendaActs acts) => (line with { Position = 0 }, acts);

    [Fact]
    public void Between_EqualAgendas_FindsNothing()
    {
        AgendaLine[] agenda = [Line(1), Line(2)];
        Assert.Empty(AgendaChanges.Between(new(agenda, []), new([.. agenda.Reverse()], [])));
        Assert.Equal(AgendaChanges.Mark(new AgendaSheet(agenda, [])), AgendaChanges.Mark(new AgendaSheet([.. agenda.Reverse()], [])));
    }

    [Fact]
    public void Between_AWithdrawal_NamesTheWithdrawnAlone_AndTheOthersAsShifted()
    {
        var (first, gone, last) = (Line(1), Line(2), Line(3));
        var (before, after) = (Sheet(first, gone, last), Sheet(first, last));
        Assert.Equal([Act(gone, AgendaActs.Withdrawn)], Acts(before, after));
        Assert.Equal([Act(gone, AgendaActs.Postponed)], Acts(before, after, new(new HashSet<Guid>(), new HashSet<Guid> { gone.ItemId })));
        Assert.Equal([(3, 2)], AgendaChanges.Shifted(before, after).Select(change => (change.Before!.Position, change.After!.Position)));
    }

    [Fact]
    public void Between_AContentThatWasThereEarlier_IsRestored_OneThatWasNot_IsNew()
    {
        var (kept, back, added) = (Line(1), Line(2), Line(3));
        Assert.Equal(
            [Act(back, AgendaActs.Restored), Act(added, AgendaActs.Added)],
            Acts(Sheet(kept), Sheet(kept, back, added), new(new HashSet<Guid> { back.ItemId, kept.ItemId }, new HashSet<Guid>())));
    }

    [Fact]
    public void Between_OneContentMovedAcrossMany_NamesThatOneAlone()
    {
        var lines = Enumerable.Range(1, 6).Select(n => Line(n)).ToArray();
        Assert.Equal([Act(lines[5], AgendaActs.Moved)], Acts(Sheet(lines), Sheet([lines[5], .. lines[..5]])));
        Assert.Equal([Act(lines[0], AgendaActs.Moved)], Acts(Sheet(lines), Sheet([.. lines[1..], lines[0]])));

        // Of two that changed places, the one that went up.
        Assert.Equal([Act(lines[1], AgendaActs.Moved)], Acts(Sheet(lines), Sheet([lines[1], lines[0], .. lines[2..]])));
    }

    [Fact]
    public void Between_AnotherGroup_IsNoMove()
    {
        var (first, second) = (Line(1), Line(2));
        var regrouped = first with { CategoryId = Groups[1] };
        Assert.Equal([Act(regrouped, AgendaActs.Regrouped)], Acts(Sheet(first, second), Sheet(second, regrouped)));
    }

    [Fact]
    public void Between_Papers_NamesAddedNewerRenamedAndGone()
    {
        var line = Line(1);
        AgendaPaper Paper(int draft, string title, int version) => new(line.ItemId, Drafts[draft], title, version);
        var before = new AgendaSheet([line], [Paper(0, "Giữ", 1), Paper(1, "Cũ", 1), Paper(2, "Bỏ", 1)]);
        var after = new AgendaSheet([line], [Paper(0, "Giữ", 1), Paper(1, "Mới", 2), Paper(3, "Thêm", 1)]);
        var change = Assert.Single(AgendaChanges.Between(before, after));
        Assert.Equal(AgendaActs.Papers, change.Acts);
        Assert.Equal(
            [new(before.Papers[1], after.Papers[1]), new(null, after.Papers[2]), new PaperChange(before.Papers[2], null)], change.Papers);
    }

    [Fact]
    public void Mark_DiffersByEverythingThatIsShown()
    {
        var line = Line(1);
        var paper = new AgendaPaper(line.ItemId, Drafts[0], "Tài liệu", 1);
        var sheet = new AgendaSheet([line], [paper]);
        AgendaSheet[] others =
        [
            .. ((AgendaLine[])[line with { Position = 2 }, line with { Title = "Tên khác" }, line with { CategoryId = Groups[1] }, line with { LeadAgencyId = Groups[2] }])
                .Select(other => new AgendaSheet([other], [paper])),
            .. ((AgendaPaper[])[paper with { DraftVersion = 2 }, paper with { Title = "Tên khác" }, paper with { DraftId = Drafts[1] }]).Select(other => new AgendaSheet([line], [other])),
            new([line], []),
        ];
        Assert.All(others, other => Assert.NotEqual(AgendaChanges.Mark(sheet), AgendaChanges.Mark(other)));
    }

    [Fact]
    public void Mark_OfAnOrder_DependsOnTheOrder()
    {
        Guid[] order = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        Assert.NotEqual(AgendaChanges.Mark(order), AgendaChanges.Mark(order.Reverse()));
    }

    [Fact]
    public void Between_AppliedToTheOldAgenda_GivesTheNewOne_WithTheFewestMoves() => Gen.Select(SheetGen, SheetGen).Sample(
        (before, after) =>
        {
            var changes = AgendaChanges.Between(before, after);
            var applied = Apply(before, changes);
            Assert.Equal(after.Lines, applied.Lines);
            Assert.Equal(after.Papers.OrderBy(p => p.ItemId).ThenBy(p => p.DraftId), applied.Papers.OrderBy(p => p.ItemId).ThenBy(p => p.DraftId));

            var old = before.Lines.ToDictionary(line => line.ItemId);
            var stayed = after.Lines.Where(line => old.TryGetValue(line.ItemId, out var was) && was.CategoryId == line.CategoryId).Select(line => old[line.ItemId].Position).ToArray();
            Assert.Equal(stayed.Length - LongestRun(stayed), changes.Count(change => change.Acts.HasFlag(AgendaActs.Moved)));
        },
        iter: 5_000);

    /// <summary>Agendas of up to eight contents and four papers, numbered through the groups as every agenda is.</summary>
    private static readonly Gen<AgendaSheet> SheetGen =
        from order in Gen.Shuffle(Items)
        from count in Gen.Int[0, Items.Length]
        from facts in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1]).Array[Items.Length]
        from papers in Gen.Select(Gen.Int[0, Items.Length - 1], Gen.Int[1, 3]).Array[Drafts.Length]
        let lines = order.Take(count).Select((id, index) => new AgendaLine(id, Array.IndexOf(Items, id) + 1, 0, $"Tên {facts[index].Item3}", Groups[facts[index].Item1], Agencies[facts[index].Item2]))
            .OrderBy(line => Array.IndexOf(Groups, line.CategoryId)).Select((line, index) => line with { Position = index + 1 }).ToArray()
        select new AgendaSheet(
            lines,
            [.. papers.Select((paper, index) => new AgendaPaper(Items[paper.Item1], Drafts[index], "Tài liệu", paper.Item2)).Where(paper => Array.Exists(lines, line => line.ItemId == paper.ItemId))]);

    /// <summary>Carries the changes out: what is gone leaves, what came or moved takes its new number, the rest fills the gaps in its old order.</summary>
    private static AgendaSheet Apply(AgendaSheet before, IReadOnlyList<AgendaChange> changes)
    {
        var by = changes.ToDictionary(change => change.Line.ItemId);
        bool Keeps(AgendaLine line) => !by.TryGetValue(line.ItemId, out var change) || (change.After is not null && (change.Acts & (AgendaActs.Moved | AgendaActs.Regrouped)) == 0);
        var placed = changes.Where(change => change.After is not null && (change.Before is null || !Keeps(change.Before))).ToDictionary(change => change.After!.Position, change => change.After!);
        var rest = new Queue<AgendaLine>(before.Lines.Where(Keeps).OrderBy(line => line.Position));
        var lines = new List<AgendaLine>();
        for (var position = 1; rest.Count > 0 || placed.ContainsKey(position); position++)
        {
            var line = placed.TryGetValue(position, out var given) ? given : rest.Dequeue();
            lines.Add((by.GetValueOrDefault(line.ItemId)?.After ?? line) with { Position = position });
        }
        var papers = before.Papers.Where(paper => lines.Exists(line => line.ItemId == paper.ItemId)).ToHashSet();
        foreach (var (was, now) in changes.SelectMany(change => change.Papers))
        {
            if (was is not null) papers.Remove(was);
            if (now is not null) papers.Add(now);
        }
        return new(lines, [.. papers]);
    }

    private static int LongestRun(int[] values)
    {
        var longest = new int[values.Length];
        for (var i = 0; i < values.Length; i++) longest[i] = 1 + longest[..i].Where((_, j) => values[j] < values[i]).DefaultIfEmpty().Max();
        return longest.DefaultIfEmpty().Max();
    }
}
