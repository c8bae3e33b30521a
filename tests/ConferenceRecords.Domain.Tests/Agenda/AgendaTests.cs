using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Opinions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Agenda;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);

    private static AgendaItem Item(int code, string title = "Nội dung") =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), code, code, new(title, Guid.CreateVersion7()));

    [Fact]
    public void UnmarkInternal_DoesNotBringBackIntoPublication()
    {
        var item = Item(1);
        item.MarkInternal();
        Assert.Equal("item.internal", Assert.Throws<DomainException>(item.IncludeInPublication).Code);

        item.UnmarkInternal();
        Assert.False(item.IsIncludedInPublication);

        item.IncludeInPublication();
        Assert.True(item.IsIncludedInPublication);
    }

    [Fact]
    public void AgendaVersion_StaysAsItWas_WhenItemsChange()
    {
        var (first, second) = (Item(1, "Một"), Item(2, "Hai"));
        var frozen = new AgendaVersion(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, [second, first], Guid.CreateVersion7(), Now);

        first.Change(new("Một, đã sửa", Guid.CreateVersion7()));
        first.MoveTo(9);
        second.Withdraw(Now);

        Assert.Equal(["Một", "Hai"], frozen.Items.Select(i => i.Title));
        Assert.Equal([1, 2], frozen.Items.Select(i => i.Position));
    }

    [Fact]
    public void AgendaVersion_WithoutItems_IsRefused() => Assert.Throws<DomainException>(
        () => new AgendaVersion(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, [], Guid.CreateVersion7(), Now));

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(53, "BA")]
    public void Letter_CountsLikeColumns(int ordinal, string letters) => Assert.Equal(letters, AgendaVersion.Letter(ordinal));

    [Theory]
    [InlineData(12, "XX", 7, 3, "YK-12/XX-07-003")]
    [InlineData(12, "XX", null, 1, "YK-12/XX-00-001")]
    [InlineData(null, "XX", 21, 1000, "YK-0/XX-21-1000")]
    public void OpinionNumber_IsReadable(int? session, string term, int? item, int sequence, string expected) =>
        Assert.Equal(expected, OpinionNumber.Write(session, term, item, sequence));
}
