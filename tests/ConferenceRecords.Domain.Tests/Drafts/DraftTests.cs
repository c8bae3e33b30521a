using ConferenceRecords.Domain.Drafts;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Drafts;

public sealed class DraftTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);

    private static Draft Paper() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Dự thảo báo cáo");

    [Fact]
    public void AddVersion_NumbersVersionsAndParagraphs()
    {
        var draft = Paper();
        draft.AddVersion(Guid.CreateVersion7(), [new(ParagraphKind.Heading, "Mở đầu"), new(ParagraphKind.Body, "Nội dung.")], null, Guid.CreateVersion7(), Now);
        var second = draft.AddVersion(Guid.CreateVersion7(), [new(ParagraphKind.ListItem, "Một", "a)")], "Thêm mục", Guid.CreateVersion7(), Now);

        Assert.Equal(2, second.Ordinal);
        Assert.Equal([1, 2], draft.Versions[0].Paragraphs.Select(p => p.Number));
        Assert.Equal("a)", Assert.Single(second.Paragraphs).Marker);
    }

    [Fact]
    public void AddVersion_WithoutText_IsRefused() => Assert.Equal(
        "draft.no-text", Assert.Throws<DomainException>(() => Paper().AddVersion(Guid.CreateVersion7(), [], null, Guid.CreateVersion7(), Now)).Code);

    [Fact]
    public void TakesOpinions_FromSendingToTheDeadline()
    {
        var draft = Paper();
        Assert.False(draft.TakesOpinions(Now));

        draft.Send(Now, Now.AddDays(2));
        Assert.True(draft.TakesOpinions(Now.AddDays(2)));
        Assert.False(draft.TakesOpinions(Now.AddDays(2).AddTicks(1)));

        draft.Recall();
        Assert.False(draft.TakesOpinions(Now));
    }

    [Fact]
    public void Send_WithPastDeadline_IsRefused() =>
        Assert.Equal("draft.deadline", Assert.Throws<DomainException>(() => Paper().Send(Now, Now)).Code);

    [Fact]
    public void EveryPaper_StartsInternal()
    {
        var draft = Paper();
        Assert.True(draft.IsInternal);
        draft.Release();
        draft.MarkInternal();
        Assert.True(draft.IsInternal);
    }
}
