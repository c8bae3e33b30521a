using ConferenceRecords.Domain.Agenda;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Agenda;

public sealed class PostponementTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);

    private static AgendaItem Item(AgendaItemOrigin? origin = null) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), 1, 1, new("Đề án minh họa", Guid.CreateVersion7()), origin: origin);

    [Fact]
    public void Postpone_TakesItOffTheAgenda_AndCanBeUndone()
    {
        var item = Item();
        item.Postpone(Now);
        Assert.Equal((Now, Now), (item.PostponedAt, item.WithdrawnAt));
        Assert.Equal("item.withdrawn", Assert.Throws<DomainException>(() => item.Postpone(Now)).Code);
        item.Restore();
        Assert.Equal((null, null), (item.PostponedAt, item.WithdrawnAt));
    }

    [Fact]
    public void Discard_IsFinal_AndFreesTheNumber()
    {
        var item = Item(new(Guid.CreateVersion7(), "I.1"));
        item.Discard(Now);
        Assert.Equal("item.discarded", Assert.Throws<DomainException>(item.Restore).Code);
        Assert.Equal(1, new AgendaOrder([item], []).NextCode);
    }

    [Fact]
    public void Look_ShowsTheChangesSinceTheLastOne_UntilANewerAgendaIsSeen()
    {
        var look = new AgendaLook(Guid.CreateVersion7(), Guid.CreateVersion7());
        look.See(1, Now);
        Assert.Equal((0, 1), (look.BeforeOrdinal, look.SeenOrdinal));
        look.See(4, Now.AddDays(1));
        look.See(4, Now.AddDays(2));
        Assert.Equal((1, 4, Now.AddDays(1)), (look.BeforeOrdinal, look.SeenOrdinal, look.SeenAt));
    }
}
