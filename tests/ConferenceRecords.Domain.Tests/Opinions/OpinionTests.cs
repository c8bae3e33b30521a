using ConferenceRecords.Domain.Opinions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Opinions;

public sealed class OpinionTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly OpinionFacts Facts = new(OpinionKind.Amend, OpinionChannel.Plenary, "Đề nghị rà soát chỉ tiêu.");

    private static Opinion Spoken(Speaker? speaker = null, Guid? version = null, Guid? paragraph = null, string text = "Đề nghị rà soát chỉ tiêu.") => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), null, "YK-12/XX-00-001", speaker ?? new(Guid.CreateVersion7()), Facts with { Text = text },
        Guid.CreateVersion7(), Now, version, paragraph);

    private static string CodeOf(Func<object> act) => Assert.Throws<DomainException>(act).Code;

    [Fact]
    public void Withdraw_KeepsTextAndNumber_AndCanBeUndone()
    {
        var opinion = Spoken();
        opinion.Withdraw(Now);
        Assert.Equal("opinion.withdrawn", Assert.Throws<DomainException>(() => opinion.Change(Facts)).Code);
        Assert.Equal(("YK-12/XX-00-001", Facts.Text), (opinion.Number, opinion.Text));

        opinion.Restore();
        opinion.Change(Facts with { Text = "Đã sửa." });
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
}
