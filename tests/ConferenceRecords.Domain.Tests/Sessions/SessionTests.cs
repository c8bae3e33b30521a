using ConferenceRecords.Domain.Sessions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Sessions;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2021, 12, 3);

    private static Session Meeting() =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "ban-chap-hanh-khoa-xx-lan-12", new("Hội nghị lần thứ 12", 12, SessionKind.Regular));

    [Fact]
    public void AddSitting_SameHalfDay_IsRefused_UntilTheFirstIsTakenOff()
    {
        var session = Meeting();
        var morning = session.AddSitting(Guid.CreateVersion7(), Day, DayPart.Morning, null);
        session.AddSitting(Guid.CreateVersion7(), Day, DayPart.Afternoon, null);

        Assert.Equal("sitting.twice", Assert.Throws<DomainException>(() => session.AddSitting(Guid.CreateVersion7(), Day, DayPart.Morning, "Hội trường")).Code);

        morning.Remove(Now);
        session.AddSitting(Guid.CreateVersion7(), Day, DayPart.Morning, "Hội trường");
        Assert.Equal(3, session.Sittings.Count);
    }

    [Fact]
    public void RestoreSitting_IsRefused_WhenItsHalfDayWasEnteredAnew()
    {
        var session = Meeting();
        var first = session.AddSitting(Guid.CreateVersion7(), Day, DayPart.Morning, null);
        first.Remove(Now);
        session.RestoreSitting(first.Id);
        Assert.Null(first.RemovedAt);

        first.Remove(Now);
        session.AddSitting(Guid.CreateVersion7(), Day, DayPart.Morning, null);
        Assert.Equal("sitting.twice", Assert.Throws<DomainException>(() => session.RestoreSitting(first.Id)).Code);
        Assert.Equal("sitting.unknown", Assert.Throws<DomainException>(() => session.RestoreSitting(Guid.CreateVersion7())).Code);
    }

    [Theory]
    [InlineData("", 12, 21, "session.title.empty")]
    [InlineData("Hội nghị", 0, 21, "session.ordinal")]
    [InlineData("Hội nghị", 12, -1, "session.stated-count")]
    public void Change_BadFact_IsRefused_AndNothingChanges(string title, int ordinal, int stated, string code)
    {
        var session = Meeting();
        Assert.Equal(code, Assert.Throws<DomainException>(() => session.Change(new(title, ordinal, SessionKind.Thematic, StatedItemCount: stated))).Code);
        Assert.Equal(("Hội nghị lần thứ 12", 12, SessionKind.Regular), (session.Title, session.Ordinal, session.Kind));
    }

    [Fact]
    public void Invitation_IsRevokedAndRenewed()
    {
        var invitation = new Invitation(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Now);
        invitation.Revoke(Now.AddDays(1));
        Assert.Equal(Now.AddDays(1), invitation.RevokedAt);

        invitation.Renew(Now.AddDays(2));
        Assert.Null(invitation.RevokedAt);
        Assert.Equal(Now.AddDays(2), invitation.InvitedAt);
    }
}
