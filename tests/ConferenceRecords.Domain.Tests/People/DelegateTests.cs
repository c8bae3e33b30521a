using Xunit;

namespace ConferenceRecords.Domain.Tests.People;

public sealed class DelegateTests
{
    private static Delegate Person() => new(Guid.CreateVersion7(), "Nguyễn Văn Minh Họa", null, null, isMember: false, isDemonstration: true);

    [Fact]
    public void Hold_ALastingPost_EndsTheOneBefore_AndIsWhatThePersonHoldsNow()
    {
        var person = Person();
        var (body, term) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        person.Hold(Guid.CreateVersion7(), new("Phó Bí thư", "Huyện A", body, term, new(2020, 8, 1)));
        person.Hold(Guid.CreateVersion7(), new("Bí thư", "Huyện B", null, null, new(2021, 5, 1)));
        Assert.Equal(("Bí thư", "Huyện B", false), (person.Position, person.Unit, person.IsMember));
        Assert.Equal(new DateOnly(2021, 4, 30), person.Posts[0].Until);
    }

    [Fact]
    public void Hold_AFormerPost_LeavesThePresentOne()
    {
        var person = Person();
        person.Hold(Guid.CreateVersion7(), new("Bí thư", "Huyện B", null, null, new(2021, 5, 1)));
        person.Hold(Guid.CreateVersion7(), new("Chánh Văn phòng", "Huyện C", null, null, new(2015, 1, 1), new(2018, 1, 1)));
        Assert.Equal(("Bí thư", (DateOnly?)null), (person.Position, person.Posts[0].Until));
    }

    [Fact]
    public void Hold_MembershipWithoutTerm_OrEndBeforeBeginning_IsRefused()
    {
        Assert.Equal("post.membership", Assert.Throws<DomainException>(() => Person().Hold(Guid.CreateVersion7(), new(null, null, Guid.CreateVersion7()))).Code);
        Assert.Equal("post.dates", Assert.Throws<DomainException>(() =>
            Person().Hold(Guid.CreateVersion7(), new(null, null, Since: new(2021, 5, 1), Until: new(2021, 4, 1)))).Code);
    }
}
