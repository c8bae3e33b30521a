using ConferenceRecords.Domain.Agenda;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Agenda;

public sealed class AgendaOrderTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Groups = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static AgendaOrder Filled(params int[] sizes)
    {
        var agenda = new AgendaOrder([], Groups);
        foreach (var (group, size) in sizes.Index())
            for (var i = 0; i < size; i++) Add(agenda, group);
        return agenda;
    }

    private static AgendaItem Add(AgendaOrder agenda, int group)
    {
        var item = new AgendaItem(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), agenda.NextCode, agenda.Last, new("Nội dung", Groups[group]));
        agenda.Add(item);
        return item;
    }

    private static int[] Codes(AgendaOrder agenda) => [.. agenda.Active.Select(i => i.Code)];

    [Fact]
    public void Add_ToTheFirstGroup_PushesTheOthersDown()
    {
        var agenda = Filled(2, 1, 1);
        var item = Add(agenda, 0);
        Assert.Equal((5, 3), (item.Code, item.Position));
        Assert.Equal([1, 2, 5, 3, 4], Codes(agenda));
    }

    [Fact]
    public void Withdraw_ClosesTheGap_AndRestore_OpensItAtTheSamePlace()
    {
        var agenda = Filled(3, 2);
        var second = agenda.All[1];
        agenda.Withdraw(second, Now);
        Assert.Equal([1, 2, 3, 4], agenda.Active.Select(i => i.Position));
        agenda.Restore(second);
        Assert.Equal([1, 2, 3, 4, 5], Codes(agenda));
    }

    [Fact]
    public void Withdraw_KeepsTheCodeTaken()
    {
        var agenda = Filled(2);
        agenda.Withdraw(agenda.All[1], Now);
        Assert.Equal(3, agenda.NextCode);
    }

    [Fact]
    public void Move_WithinTheGroup_ShiftsThoseBetween()
    {
        var agenda = Filled(1, 4);
        agenda.Move(agenda.All[4], 2);
        Assert.Equal([1, 5, 2, 3, 4], Codes(agenda));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(0)]
    public void Move_OutOfTheGroup_IsRefused(int position)
    {
        var agenda = Filled(1, 2, 1);
        Assert.Equal("agenda.position", Assert.Throws<DomainException>(() => agenda.Move(agenda.All[1], position)).Code);
        Assert.Equal([1, 2, 3, 4], Codes(agenda));
    }

    [Fact]
    public void Move_OfAWithdrawnContent_IsRefused()
    {
        var agenda = Filled(2);
        agenda.Withdraw(agenda.All[0], Now);
        Assert.Throws<DomainException>(() => agenda.Move(agenda.All[0], 1));
    }

    [Fact]
    public void Arrange_TakesExactlyOneGroup()
    {
        var agenda = Filled(2, 3);
        Guid Id(int code) => agenda.All[code - 1].Id;
        agenda.Arrange([Id(5), Id(3), Id(4)]);
        Assert.Equal([1, 2, 5, 3, 4], Codes(agenda));

        foreach (var order in (Guid[][])[[], [Id(3), Id(4)], [Id(1), Id(3), Id(4)], [Id(3), Id(4), Id(4)], [Id(3), Id(4), Id(5), Guid.CreateVersion7()], [Id(1), Id(2), Id(3), Id(4), Id(5)]])
            Assert.Equal("agenda.order", Assert.Throws<DomainException>(() => agenda.Arrange(order)).Code);
        Assert.Equal([1, 2, 5, 3, 4], Codes(agenda));
    }

    [Fact]
    public void Change_ToAnotherGroup_PutsTheContentLastThere()
    {
        var agenda = Filled(2, 2);
        agenda.Change(agenda.All[0], new("Nội dung, đã sửa", Groups[1]));
        Assert.Equal([2, 3, 4, 1], Codes(agenda));
    }

    [Fact]
    public void AnyActs_LeaveNumbersOneToN_AndCodesAlone() => Gen.Int[0, 5].Array[1, 60].Sample(acts =>
    {
        var agenda = Filled(3, 2);
        var random = new Random(acts.Length + acts.Sum());
        foreach (var act in acts)
        {
            var item = agenda.All[random.Next(agenda.All.Count)];
            switch (act)
            {
                case 0: Add(agenda, random.Next(3)); break;
                case 1: agenda.Withdraw(item, Now); break;
                case 2: agenda.Restore(item); break;
                case 3: agenda.Change(item, new("Nội dung", Groups[random.Next(3)])); break;
                case 4: if (item.WithdrawnAt is null) agenda.Move(item, agenda.Group(item.CategoryId).Last().Position); break;
                default: if (item.WithdrawnAt is null) agenda.Arrange([.. agenda.Group(item.CategoryId).Select(i => i.Id).Reverse()]); break;
            }
            Assert.Equal(Enumerable.Range(1, agenda.Active.Count()), agenda.Active.Select(i => i.Position));
        }
        Assert.Equal(Enumerable.Range(1, agenda.All.Count), agenda.All.Select(i => i.Code));
    });
}
