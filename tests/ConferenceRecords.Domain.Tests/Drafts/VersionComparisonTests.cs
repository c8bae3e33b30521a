using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Tests.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Drafts;

public sealed class VersionComparisonTests
{
    private const string One = "Đẩy nhanh tiến độ giải ngân vốn đầu tư công, tháo gỡ vướng mắc trong giải phóng mặt bằng.";
    private const string Two = "Nâng chất lượng khám, chữa bệnh tại tuyến cơ sở; bảo đảm an sinh cho người có công.";
    private const string Three = "Mở rộng dịch vụ công trực tuyến và sử dụng dữ liệu dùng chung của các sở, ngành.";
    private const string Four = "Củng cố tổ chức cơ sở đảng, làm tốt quy hoạch, đào tạo và luân chuyển cán bộ.";

    private static readonly Gen<string[]> Any = Gen.OneOf(
        Gen.OneOf(One, Two, Three, Four, $"{One} {Two}", $"{Three} {Four}", "Nơi nhận:", "- Như trên", "1\tSở Y tế\t6,5%", ""),
        Gen.OneOf("rà soát", "chỉ tiêu", "kế hoạch", "nguồn vốn", "năm 2022").Array[1, 8].Select(words => string.Join(' ', words))).Array[0, 12];

    [Fact]
    public void Of_AnyTwoVersions_HasEveryParagraphOfBothInOrder() => Gen.Select(Any, Any).Sample(
        (older, newer) =>
        {
            var (old, now) = (Version(older), Version(newer));
            var comparison = VersionComparison.Of(old, now);
            Assert.Equal(now.Select(p => p.Number), comparison.Pairs.Where(p => p.New is not null).Select(p => p.New!.Number).Distinct());
            Assert.Equal(old.Select(p => p.Number), comparison.Pairs.Where(p => p.Old is not null).Select(p => p.Old!.Number).Distinct().Order());
            Assert.All(comparison.Pairs, p => Assert.Equal(p.Fate, (p.Old, p.New) switch { (null, _) => ParagraphFate.Added, (_, null) => ParagraphFate.Removed, _ => p.Fate }));
            Assert.All(comparison.Pairs, p => Assert.InRange(p.Confidence, 0, 1));
            foreach (var pair in comparison.Pairs)
            {
                if (pair.Fate != ParagraphFate.Split && pair.Old is { } one) Assert.Single(comparison.OfOld(one.Id));
                if (pair.Fate != ParagraphFate.Merged && pair.New is { } other) Assert.Single(comparison.OfNew(other.Id));
            }
        },
        iter: Texts.Cases);

    [Fact]
    public void Of_TheSameVersion_ChangesNothing() =>
        Any.Sample(texts => Assert.Empty(VersionComparison.Of(Version(texts), Version(texts)).Changes), iter: Texts.Cases);

    [Fact]
    public void Of_TheSameTwoVersionsAgain_GivesTheSameAnswer() => Gen.Select(Any, Any).Sample(
        (older, newer) =>
        {
            var (old, now) = (Version(older), Version(newer));
            Assert.Equal(VersionComparison.Of(old, now).Pairs, VersionComparison.Of(old, now).Pairs);
        },
        iter: Texts.Cases);

    [Fact]
    public void Propose_OfADividedParagraph_TakesThePartThatTheOpinionSpeaksOf_AndIsNeverSure()
    {
        var (old, now) = (Version($"{One} {Two}", Three), Version(One, Two));
        var comparison = VersionComparison.Of(old, now);
        var place = ProposedPlace.Of(comparison, old[0].Id, "Đề nghị quan tâm chất lượng khám, chữa bệnh ở tuyến cơ sở.")!;
        Assert.Equal((2, 2, false), (place.Paragraph.Number, place.Parts.Count, place.IsSure));
        Assert.Equal(1, ProposedPlace.Of(comparison, old[0].Id, "Giải phóng mặt bằng còn vướng mắc.")!.Paragraph.Number);
        Assert.Null(ProposedPlace.Of(comparison, old[1].Id, "Ý kiến."));
    }

    [Fact]
    public void Of_ParagraphsInsertedAndRemoved_KeepsTheOthers()
    {
        var pairs = VersionComparison.Of(Version(One, Two, Three), Version(Four, One, Three)).Pairs;
        Assert.Equal([(null, 1, ParagraphFate.Added), (1, 2, ParagraphFate.Same), (2, null, ParagraphFate.Removed), (3, 3, ParagraphFate.Same)], pairs.Select(Short));
    }

    [Fact]
    public void Of_AParagraphElsewhere_IsMoved()
    {
        var comparison = VersionComparison.Of(Version(One, Two, Three, Four), Version(Two, Three, Four, One));
        var moved = Assert.Single(comparison.Changes);
        Assert.Equal((1, 4, ParagraphFate.Same), Short(moved));
        Assert.True(moved.IsMoved);
    }

    [Fact]
    public void Of_OtherWords_IsChangedAndMayMove()
    {
        var comparison = VersionComparison.Of(Version(One, Two, Three, Four), Version(Two, Three, Four, One.Replace("vướng mắc", "khó khăn", StringComparison.Ordinal)));
        var moved = Assert.Single(comparison.Changes);
        Assert.Equal((1, 4, ParagraphFate.Changed), Short(moved));
        Assert.True(moved.IsMoved);
        Assert.InRange(moved.Confidence, 0.5, 1);
    }

    [Fact]
    public void Of_AParagraphDivided_IsSplit() =>
        Assert.Equal(
            [(1, 1, ParagraphFate.Same), (2, 2, ParagraphFate.Split), (2, 3, ParagraphFate.Split)],
            VersionComparison.Of(Version(Four, $"{One} {Two}"), Version(Four, One, Two)).Pairs.Select(Short));

    [Fact]
    public void Of_ParagraphsJoined_AreMerged() =>
        Assert.Equal(
            [(1, 1, ParagraphFate.Merged), (2, 1, ParagraphFate.Merged), (3, 2, ParagraphFate.Same)],
            VersionComparison.Of(Version(One, Two, Four), Version($"{One} {Two}", Four)).Pairs.Select(Short));

    [Fact]
    public void Of_AnotherMarkerOrOtherBlanks_ChangesNoWords()
    {
        var older = new ComparedParagraph(Guid.CreateVersion7(), 1, ParagraphKind.ListItem, "3.", "Rà soát  chỉ tiêu.", 0);
        var newer = new ComparedParagraph(Guid.CreateVersion7(), 1, ParagraphKind.ListItem, "4.", "Rà soát chỉ tiêu.", 0);
        Assert.Empty(VersionComparison.Of([older], [newer]).Changes);
    }

    [Fact]
    public void Of_RowsThatCountThemselves_AreNotChangedByARowBefore()
    {
        var older = Rows("1\tSở Y tế\t12", "2\tSở Tài chính\t15", "3\tSở Nội vụ\t7");
        var newer = Rows("1\tSở Công Thương\t4", "2\tSở Y tế\t12", "3\tSở Tài chính\t16", "4\tSở Nội vụ\t7");
        Assert.Equal(
            [(null, 1, ParagraphFate.Added), (2, 3, ParagraphFate.Changed)],
            VersionComparison.Of(older, newer).Changes.Select(Short));
    }

    private static (int? Old, int? New, ParagraphFate Fate) Short(ParagraphPair pair) => (pair.Old?.Number, pair.New?.Number, pair.Fate);

    private static List<ComparedParagraph> Version(params string[] texts) =>
        [.. texts.Select((text, i) => new ComparedParagraph(Guid.CreateVersion7(), i + 1, ParagraphKind.Body, null, text, 0))];

    private static List<ComparedParagraph> Rows(params string[] texts) =>
        [.. texts.Select((text, i) => new ComparedParagraph(Guid.CreateVersion7(), i + 1, ParagraphKind.TableRow, null, text, 1))];
}
