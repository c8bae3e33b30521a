using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class ParagraphMergeTests
{
    /// <summary>Few different paragraphs, so that texts have some in common, some twice and some moved.</summary>
    private static readonly Gen<string> Any = Gen.OneOf("Một.", "Hai.", "Ba.", "Bốn.", "").Array[0, 7].Select(lines => string.Join('\n', lines));

    private static readonly Gen<(string Base, string Mine, string Theirs)> Three = Gen.Select(Any, Any, Any);

    [Fact]
    public void Compose_OfOneSide_IsThatText() => Three.Sample(
        x =>
        {
            var parts = ParagraphMerge.Of(x.Base, x.Mine, x.Theirs);
            Assert.Equal(x.Mine, All(parts, MergeChoice.Mine));
            Assert.Equal(x.Theirs, All(parts, MergeChoice.Theirs));
            Assert.Equal(x.Base, string.Join('\n', parts.SelectMany(p => p.Base)));
        },
        iter: Texts.Cases);

    [Fact]
    public void Compose_WhenOneSideChangedNothing_TakesTheOther() => Gen.Select(Any, Any).Sample(
        (start, changed) =>
        {
            Assert.Equal(changed, ParagraphMerge.Compose(ParagraphMerge.Of(start, changed, start), []));
            Assert.Equal(changed, ParagraphMerge.Compose(ParagraphMerge.Of(start, start, changed), []));
            Assert.Equal(changed, ParagraphMerge.Compose(ParagraphMerge.Of(start, changed, changed), []));
        },
        iter: Texts.Cases);

    [Fact]
    public void Compose_OfBoth_LosesNoParagraph() => Three.Sample(
        x =>
        {
            var both = All(ParagraphMerge.Of(x.Base, x.Mine, x.Theirs), MergeChoice.Both).Split('\n').ToLookup(line => line);
            foreach (var side in (string[])[x.Mine, x.Theirs])
                Assert.All(side.Split('\n').GroupBy(line => line), line => Assert.True(both[line.Key].Count() >= line.Count()));
        },
        iter: Texts.Cases);

    [Fact]
    public void Of_TurnedAround_ConflictsInAsManyParts() => Three.Sample(
        x => Assert.Equal(ParagraphMerge.Of(x.Base, x.Mine, x.Theirs).Count(p => p.IsConflict), ParagraphMerge.Of(x.Base, x.Theirs, x.Mine).Count(p => p.IsConflict)),
        iter: Texts.Cases);

    [Fact]
    public void Compose_ChangesInDifferentParagraphs_KeepsBoth()
    {
        var parts = ParagraphMerge.Of("Một.\nHai.\nBa.", "Một, tôi sửa.\nHai.\nBa.", "Một.\nHai, họ sửa.\nBa.\nBốn, họ thêm.");
        Assert.Equal("Một, tôi sửa.\nHai, họ sửa.\nBa.\nBốn, họ thêm.", ParagraphMerge.Compose(parts, []));
        Assert.DoesNotContain(parts, p => p.IsConflict);
    }

    [Fact]
    public void Compose_TheSameParagraphChangedTwice_IsAConflictOfOneParagraph()
    {
        var parts = ParagraphMerge.Of("Một.\nHai.", "Một.\nHai, tôi.", "Một.\nHai, họ.");
        Assert.Equal([false, true], parts.Select(p => p.IsConflict));
        Assert.Equal("Một.\nHai, tôi.\nHai, họ.", ParagraphMerge.Compose(parts, [null, MergeChoice.Both]));
        Assert.Equal("Một.\nHai, họ.", ParagraphMerge.Compose(parts, [null, MergeChoice.Theirs]));
    }

    private static string All(IReadOnlyList<MergePart> parts, MergeChoice choice) => ParagraphMerge.Compose(parts, [.. parts.Select(_ => (MergeChoice?)choice)]);
}
