using ConferenceRecords.Domain.Opinions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Opinions;

public sealed class OpinionTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Desk = Guid.CreateVersion7();
    private static readonly Guid Conference = Guid.CreateVersion7();
    private static readonly OpinionFacts Facts = new(OpinionKind.Amend, OpinionChannel.Plenary, "Đề nghị rà soát chỉ tiêu.");

    private static Opinion Spoken(Speaker? speaker = null, Guid? version = null, Guid? paragraph = null, string text = "Đề nghị rà soát chỉ tiêu.", Guid? session = null, DateTimeOffset? spokenAt = null) => new(
        Guid.CreateVersion7(), session ?? Conference, null, "YK-12/XX-00-001", speaker ?? new(Guid.CreateVersion7()), Facts with { Text = text },
        Guid.CreateVersion7(), Now, version, paragraph, spokenAt: spokenAt);

    private static string CodeOf(Func<object> act) => Assert.Throws<DomainException>(act).Code;

    [Fact]
    public void Withdraw_KeepsTextAndNumber_AndCanBeUndone()
    {
        var opinion = Spoken();
        opinion.Withdraw(Now);
        Assert.Equal("opinion.withdrawn", Assert.Throws<DomainException>(() => opinion.Change(Facts, Desk, Now)).Code);
        Assert.Equal(("YK-12/XX-00-001", Facts.Text), (opinion.Number, opinion.Text));

        opinion.Restore();
        opinion.Change(Facts with { Text = "Đã sửa." }, Desk, Now);
        Assert.Equal("Đã sửa.", opinion.Text);
    }

    [Fact]
    public void Withdraw_Again_KeepsTheFirstTime()
    {
        var opinion = Spoken();
        opinion.Withdraw(Now);
        opinion.Withdraw(Now.AddHours(1));
        Assert.Equal(Now, opinion.WithdrawnAt);
    }

    [Fact]
    public void WithoutSpeaker_IsRefused() => Assert.Equal("opinion.speaker.empty", CodeOf(() => Spoken(new(null, "  "))));

    [Fact]
    public void FreeName_IsResolvedLater()
    {
        var (opinion, person) = (Spoken(new(null, "Đồng chí ở tổ 2")), Guid.CreateVersion7());
        opinion.Resolve(person);
        Assert.Equal((person, "Đồng chí ở tổ 2"), (opinion.DelegateId, opinion.SpeakerName));
    }

    [Fact]
    public void ParagraphWithoutVersion_IsRefused() => Assert.Equal("opinion.paragraph", CodeOf(() => Spoken(paragraph: Guid.CreateVersion7())));

    [Theory]
    [InlineData("", "opinion.text.empty")]
    [InlineData("Nguye\u0302\u0303n", "text.not-nfc")]
    public void BadText_IsRefused(string text, string code) => Assert.Equal(code, CodeOf(() => Spoken(text: text)));

    [Fact]
    public void TextPastTheLimit_IsRefused() => Assert.Equal("opinion.text.too-long", CodeOf(() => Spoken(text: new('a', 20_001))));

    [Fact]
    public void Change_KeepsTheWordsBefore_AndTheSameWordsAreNoChange()
    {
        var opinion = Spoken();
        opinion.Change(Facts, Desk, Now);
        Assert.Equal((1, 0), (opinion.Revision, opinion.Revisions.Count));

        opinion.Change(Facts with { Text = "Đã sửa." }, Desk, Now.AddMinutes(1));
        var before = Assert.Single(opinion.Revisions);
        Assert.Equal((2, 1, Facts.Text, Desk, Now.AddMinutes(1)), (opinion.Revision, before.Ordinal, before.Text, before.ChangedById, before.ChangedAt));
    }

    [Theory]
    [InlineData(-20, -20)]
    [InlineData(-71 * 60, -71 * 60)]
    [InlineData(-73 * 60, 0)]
    [InlineData(5, 0)]
    public void SpokenAt_IsTheDesksTime_UnlessItCantBeTrue(int minutes, int expected) =>
        Assert.Equal(Now.AddMinutes(expected), Spoken(spokenAt: Now.AddMinutes(minutes)).SpokenAt);

    [Fact]
    public void Merge_PutsOneBehindTheOther_AndParts()
    {
        var (lead, same) = (Spoken(), Spoken());
        same.MergeInto(lead);
        Assert.Equal(lead.Id, same.MergedIntoId);
        Assert.Equal("opinion.merge", Assert.Throws<DomainException>(() => lead.MergeInto(same)).Code);
        same.Part();
        Assert.Null(same.MergedIntoId);
    }

    [Fact]
    public void Merge_WithItselfOrAnotherSession_IsRefused()
    {
        var opinion = Spoken();
        Assert.Equal("opinion.merge", Assert.Throws<DomainException>(() => opinion.MergeInto(opinion)).Code);
        Assert.Equal("opinion.merge", Assert.Throws<DomainException>(() => opinion.MergeInto(Spoken(session: Guid.CreateVersion7()))).Code);
    }
}
