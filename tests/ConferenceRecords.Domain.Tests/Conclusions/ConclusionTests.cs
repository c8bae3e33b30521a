using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Conclusions;

public sealed class ConclusionTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Author = Guid.CreateVersion7(), Editor = Guid.CreateVersion7(), Approver = Guid.CreateVersion7();

    private static Conclusion Written() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), new("Kết luận hội nghị", "Đoạn một.\nĐoạn hai."), Author);

    private static string CodeOf(Action act) => Assert.Throws<DomainException>(act).Code;

    [Fact]
    public void Approve_ByAuthor_IsRefused()
    {
        var conclusion = Written();
        conclusion.Submit(Editor);

        Assert.Equal("release.own-approval", CodeOf(() => conclusion.Approve(Author, Now)));
        Assert.Equal(ReleaseState.Submitted, conclusion.State);
    }

    [Fact]
    public void Approve_BySubmitter_IsRefused()
    {
        var conclusion = Written();
        conclusion.Submit(Editor);

        Assert.Equal("release.own-approval", CodeOf(() => conclusion.Approve(Editor, Now)));
    }

    [Fact]
    public void Approve_ByWriterOfOneDirective_IsRefused()
    {
        var conclusion = Written();
        conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Hoàn thiện văn bản"), Editor);
        conclusion.Submit(Author);

        Assert.Equal("release.own-approval", CodeOf(() => conclusion.Approve(Editor, Now)));
    }

    [Fact]
    public void Approve_BySecondPerson_CountsEditions()
    {
        var conclusion = Written();
        conclusion.Submit(Author);

        Assert.Equal(1, conclusion.Approve(Approver, Now));

        conclusion.Write(new("Kết luận hội nghị", "Đoạn một, đã đính chính."), Author);
        Assert.Equal(ReleaseState.Drafting, conclusion.State);
        Assert.Null(conclusion.ApprovedById);
        conclusion.Submit(Author);
        Assert.Equal(2, conclusion.Approve(Approver, Now));
    }

    [Fact]
    public void Write_WhileWaiting_IsRefused()
    {
        var conclusion = Written();
        conclusion.Submit(Author);

        Assert.Equal("release.submitted", CodeOf(() => conclusion.Write(new("Khác", "Khác"), Author)));
    }

    [Fact]
    public void Return_WithoutReason_IsRefused()
    {
        var conclusion = Written();
        conclusion.Submit(Author);

        Assert.Equal("release.return-reason.empty", CodeOf(() => conclusion.Return(Approver, " ")));
        conclusion.Return(Approver, "Thiếu số liệu thu ngân sách");
        Assert.Equal(ReleaseState.Drafting, conclusion.State);
    }

    [Fact]
    public void RemoveDirective_KeepsRowAndNumbers()
    {
        var conclusion = Written();
        var first = conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Một"), Author);
        conclusion.RemoveDirective(first.Id, Author, Now);

        Assert.Equal(2, conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Hai"), Author).Number);
        Assert.Equal(2, conclusion.Directives.Count);
        Assert.Equal("directive.unknown", CodeOf(() => conclusion.ChangeDirective(first.Id, new(null, "Ba"), Author)));
    }

    [Fact]
    public void RestoreDirective_AfterRemoval_BringsBackTheSameNumber()
    {
        var conclusion = Written();
        var first = conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Một"), Author);
        conclusion.RemoveDirective(first.Id, Author, Now);

        conclusion.RestoreDirective(first.Id, Editor);

        Assert.Equal((1, null), (first.Number, first.RemovedAt));
        Assert.Contains(Editor, conclusion.AuthorIds);
        Assert.Equal("directive.unknown", CodeOf(() => conclusion.RestoreDirective(Guid.CreateVersion7(), Author)));
    }

    [Fact]
    public void Write_WithNfdText_IsRefused() =>
        Assert.Equal("text.not-nfc", CodeOf(() => Written().Write(new("Kết luận".Normalize(System.Text.NormalizationForm.FormD), "Đoạn"), Author)));

    private static readonly string[] Texts =
    [
        "Vào cuối năm 2021, Ban Chấp hành họp Hội nghị lần thứ 12.", "Giao các cơ quan tham mưu hoàn chỉnh văn bản. Báo cáo trong tháng 12.", "Các cấp ủy trực thuộc tập trung phòng, chống dịch.",
        "Chuẩn bị Kỳ họp thứ 4 của Hội đồng nhân dân tỉnh khóa XIV.",
    ];

    [Fact]
    public void Write_AnotherText_LetsDirectivesFollowTheirParagraphsAndSaysWhichWereLost()
    {
        var conclusion = new Conclusion(Guid.CreateVersion7(), Guid.CreateVersion7(), new("Kết luận", string.Join('\n', Texts)), Author);
        var sentence = conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Báo cáo", null, 2, 2, "Báo cáo trong tháng 12."), Author);
        var changed = conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Chống dịch", null, 3), Author);
        var lost = conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Chuẩn bị kỳ họp", null, 4), Author);
        var same = conclusion.AddDirective(Guid.CreateVersion7(), new(null, "Không gắn"), Author);

        var ties = conclusion.Write(new("Kết luận", string.Join('\n', "I. MỞ ĐẦU", Texts[0], "Đoạn mới. " + Texts[1], Texts[2].Replace("tập trung", "dồn sức cho", StringComparison.Ordinal))), Author);

        Assert.Equal((3, 3), (sentence.ParagraphNumber!.Value, sentence.SentenceNumber!.Value));
        Assert.Equal((4, Texts[2]), (changed.ParagraphNumber!.Value, changed.Quote));
        Assert.Equal(((int?)null, Texts[3]), (lost.ParagraphNumber, lost.Quote));
        Assert.Null(same.Quote);
        Assert.Equal([(sentence.Id, TieFate.Moved), (changed.Id, TieFate.Changed), (lost.Id, TieFate.Lost)], ties.Select(t => (t.DirectiveId, t.Fate)));
    }
}
