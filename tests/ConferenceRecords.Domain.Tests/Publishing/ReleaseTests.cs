using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Publishing;

public sealed class ReleaseTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Author = Guid.CreateVersion7(), Editor = Guid.CreateVersion7(), Approver = Guid.CreateVersion7();

    public static TheoryData<ReleaseKind> Kinds => [ReleaseKind.Conclusion, ReleaseKind.Papers, ReleaseKind.OpinionSummary];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Approve_ByAuthorOrSubmitter_IsRefused(ReleaseKind kind)
    {
        var release = Written(kind);
        release.Submit(Editor);

        Assert.Equal("release.own-approval", CodeOf(() => release.Approve(Author, Now)));
        Assert.Equal("release.own-approval", CodeOf(() => release.Approve(Editor, Now)));
        Assert.Equal(1, release.Approve(Approver, Now));
    }

    [Fact]
    public void Submit_WithNothingToPublish_IsRefused()
    {
        Assert.Equal("release.empty", CodeOf(() => new PapersRelease(Guid.CreateVersion7(), Guid.CreateVersion7(), [], Author).Submit(Author)));
        Assert.Equal("release.empty", CodeOf(() => new OpinionSummary(Guid.CreateVersion7(), Guid.CreateVersion7(), null, Author).Submit(Author)));
    }

    [Fact]
    public void Submit_SummaryWithALineOfTheLedger_IsRefusedUntilItIsWorded()
    {
        var (summary, line) = Summary();

        Assert.Equal("summary.unworded", CodeOf(() => summary.Submit(Author)));
        summary.Word(line.Id, "Đề nghị nêu rõ nguồn vốn.", "Đã bổ sung.", Author);
        summary.Submit(Author);

        Assert.Equal(ReleaseState.Submitted, summary.State);
    }

    [Fact]
    public void Take_AgainAfterTheLedgerChanged_KeepsTheWordsAndAsksForNewOnes()
    {
        var (summary, line) = Summary();
        summary.Word(line.Id, "Lời của Văn phòng.", null, Author);
        var same = new LedgerLine(line.OpinionId, null, "Lời khác trong sổ", null, Disposition.Kept, 2, true);

        Assert.False(summary.Take(same, Author));
        Assert.True(summary.Take(same with { Proposals = 3 }, Author));
        Assert.True(line.IsWorded);
        Assert.True(summary.Take(same with { Disposition = Disposition.Accepted }, Author));

        Assert.Equal(("Lời của Văn phòng.", false, Disposition.Accepted), (line.Text, line.IsWorded, line.Disposition));
        Assert.Single(summary.Lines);
    }

    [Theory]
    [InlineData("Đồng chí Minh Họa", null, "summary.allowed-by.empty")]
    [InlineData("Đồng chí Minh Họa", "Văn", "summary.allowed-by.full-name")]
    [InlineData(" ", "Nguyễn Minh Họa", "summary.speakers.empty")]
    public void Name_WithoutSpeakerOrPersonWhoAllowedIt_IsRefused(string speakers, string? allowedBy, string code)
    {
        var (summary, line) = Summary();

        Assert.Equal(code, CodeOf(() => summary.Name(line.Id, speakers, allowedBy, Author, Now)));
        Assert.Null(line.Speakers);
    }

    [Fact]
    public void NumbersOf_AfterAnEdition_StayWithTheirPapers()
    {
        var (a, b, c) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var release = new PapersRelease(Guid.CreateVersion7(), Guid.CreateVersion7(), [Guid.CreateVersion7()], Author);
        release.KeepNumbers([a, b]);

        var numbers = release.NumbersOf([c, b]);

        Assert.Equal((2, 3), (numbers[b], numbers[c]));
    }

    [Fact]
    public void PublishInEmergency_NeedsAReasonThatSaysSomethingAndASecondPersonAfterwards()
    {
        var release = Written(ReleaseKind.Conclusion);

        Assert.Equal("release.emergency-reason.short", CodeOf(() => release.PublishInEmergency(Editor, "gấp", Now)));
        Assert.Equal(1, release.PublishInEmergency(Editor, "Bão số 9 vào bờ trong đêm nay, cần chỉ đạo ngay.", Now));

        Assert.True(release.AwaitsReview);
        Assert.Equal("release.own-approval", CodeOf(() => release.Review(Editor)));
        Assert.Equal("release.own-approval", CodeOf(() => release.Review(Author)));
        release.Review(Approver);
        Assert.False(release.AwaitsReview);
    }

    private static Release Written(ReleaseKind kind)
    {
        var (id, session) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        if (kind == ReleaseKind.Conclusion) return new Conclusion(id, session, new("Kết luận", "Đoạn một."), Author);
        if (kind == ReleaseKind.Papers) return new PapersRelease(id, session, [Guid.CreateVersion7()], Author);
        var (summary, line) = Summary();
        summary.Word(line.Id, "Lời.", null, Author);
        return summary;
    }

    private static (OpinionSummary Summary, SummaryLine Line) Summary()
    {
        var summary = new OpinionSummary(Guid.CreateVersion7(), Guid.CreateVersion7(), null, Author);
        summary.Take(new(Guid.CreateVersion7(), null, "Lời trong sổ", null, Disposition.Kept, 2, true), Author);
        return (summary, summary.Lines[0]);
    }

    private static string CodeOf(Action act) => Assert.Throws<DomainException>(act).Code;
}
