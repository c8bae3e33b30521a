using ConferenceRecords.Domain.Agenda;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Agenda;

public sealed class AgendaChangesTests
{
    private static readonly Guid Group = Guid.CreateVersion7();

    private static AgendaLine Line(int position, string title = "Nội dung") => new(Guid.CreateVersion7(), position, position, title, Group, null);

    [Fact]
    public void Between_EqualAgendas_FindsNothing()
    {
        AgendaLine[] agenda = [Line(1), Line(2)];
        Assert.Empty(AgendaChanges.Between(agenda, agenda.Reverse()));
        Assert.Equal(AgendaChanges.Mark(agenda), AgendaChanges.Mark(agenda.Reverse()));
    }

    [Fact]
    public void Between_NamesAddedChangedAndRemoved()
    {
        var (kept, gone, old) = (Line(1), Line(2), Line(3));
        var (changed, added) = (old with { Position = 2, Title = "Tên mới" }, Line(3));
        Assert.Equal(
            [new AgendaChange(old, changed), new AgendaChange(null, added), new AgendaChange(gone, null)],
            AgendaChanges.Between([kept, gone, old], [kept, changed, added]));
    }

    [Fact]
    public void Mark_DiffersByEverythingThatIsShown()
    {
        var line = Line(1);
        AgendaLine[] others =
            [line with { Position = 2 }, line with { Title = "Tên khác" }, line with { CategoryId = Guid.CreateVersion7() }, line with { LeadAgencyId = Guid.CreateVersion7() }];
        Assert.All(others, other => Assert.NotEqual(AgendaChanges.Mark([line]), AgendaChanges.Mark([other])));
    }

    [Fact]
    public void Mark_OfAnOrder_DependsOnTheOrder()
    {
        Guid[] order = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        Assert.NotEqual(AgendaChanges.Mark(order), AgendaChanges.Mark(order.Reverse()));
    }
}
