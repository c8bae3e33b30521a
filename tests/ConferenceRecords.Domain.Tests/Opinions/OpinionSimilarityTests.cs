using ConferenceRecords.Domain.Opinions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Opinions;

public sealed class OpinionSimilarityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LabelledPairs_AreProposedWithPrecision(bool held)
    {
        var pairs = held ? LabelledPairs.Held : LabelledPairs.Tuned;
        var (first, second) = (pairs.Select(p => New(p.FirstKind, p.First)).ToList(), pairs.Select(p => New(p.SecondKind, p.Second)).ToList());
        var similarity = new OpinionSimilarity([.. first, .. second]);
        var proposed = pairs.Index().Where(p => similarity.Pairs([first[p.Index].Id, second[p.Index].Id]).Count > 0).Select(p => p.Item).ToList();
        var right = proposed.Count(p => p.IsSame);
        var (precision, recall) = ((double)right / proposed.Count, (double)right / pairs.Count(p => p.IsSame));
        output.WriteLine($"{pairs.Count} pairs, {proposed.Count} proposed, precision {precision:0.00}, recall {recall:0.00}");
        foreach (var wrong in proposed.Where(p => !p.IsSame)) output.WriteLine($"WRONG {wrong.First} | {wrong.Second}");
        foreach (var missed in pairs.Where(p => p.IsSame).Except(proposed)) output.WriteLine($"missed {missed.First} | {missed.Second}");
        Assert.InRange(precision, 0.95, 1);
        Assert.InRange(recall, 0.7, 1);
    }

    [Fact]
    public void AllLabelledOpinions_AgainstEachOther_GiveThePairsThatAPersonSeesAlone()
    {
        var labelled = LabelledPairs.Tuned.Concat(LabelledPairs.Held).ToList();
        var all = labelled.SelectMany(p => new[] { New(p.FirstKind, p.First), New(p.SecondKind, p.Second) }).ToList();
        var texts = all.ToDictionary(o => o.Id, o => o.Text);
        var same = labelled.Where(p => p.IsSame).Select(p => (p.First, p.Second)).ToHashSet();
        var proposed = new OpinionSimilarity(all).Pairs(all.Select(o => o.Id)).Select(p => (texts[p.First], texts[p.Second])).Where(p => p.Item1 != p.Item2).Distinct().ToList();
        var wrong = proposed.Where(p => !same.Contains(p) && !same.Contains((p.Item2, p.Item1))).ToList();
        foreach (var (first, second) in wrong) output.WriteLine($"WRONG {first} | {second}");
        Assert.InRange(wrong.Count, 0, proposed.Count * 0.05);
    }

    [Theory]
    [InlineData(OpinionKind.Agree, OpinionKind.Remove, false)]
    [InlineData(OpinionKind.Agree, OpinionKind.Clarify, false)]
    [InlineData(OpinionKind.Add, OpinionKind.Remove, false)]
    [InlineData(OpinionKind.Add, OpinionKind.Amend, true)]
    [InlineData(OpinionKind.Clarify, OpinionKind.Figures, true)]
    public void Kinds_ThatContradict_KeepOpinionsApart(OpinionKind one, OpinionKind two, bool proposed)
    {
        ComparedOpinion[] pair = [New(one, "Nội dung cơ chế tự chủ tài chính của đơn vị."), New(two, "Nội dung cơ chế tự chủ tài chính của đơn vị.")];
        Assert.Equal(proposed ? 1 : 0, new OpinionSimilarity(pair).Pairs(pair.Select(o => o.Id)).Count);
    }

    [Fact]
    public void Clusters_HoldOnlyWhatIsSimilarToEveryOther()
    {
        var (a, b, c, d) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var clusters = OpinionSimilarity.Clusters([new(a, b, 0.9), new(b, c, 0.8), new(a, c, 0.7), new(c, d, 0.6)]);
        Assert.True(Assert.Single(clusters).ToHashSet().SetEquals([a, b, c]));
    }

    [Fact]
    public void Shared_MarksTheWordsOfBoth_AsWritten()
    {
        const string Text = "Đề nghị HĐND tỉnh giám sát Đề án, tăng 6,5%.";
        var marked = OpinionSimilarity.Shared(Text, ["Hội đồng nhân dân tỉnh cần giám sát đề án; tăng 6.5 %"]).Select(place => Text[place]);
        Assert.Equal(["HĐND tỉnh giám sát Đề án", "tăng 6,5%"], marked);
        Assert.Empty(OpinionSimilarity.Shared("", ["một"]));
    }

    [Fact]
    public void ThreeHundredOpinionsOfOneContent_OfWhichTwentyAgree_GiveOneCluster()
    {
        var seeds = LabelledPairs.Tuned.Concat(LabelledPairs.Held).SelectMany(p => new[] { p.First, p.Second }).Take(280).Concat(Enumerable.Repeat("Nhất trí với dự thảo.", 20));
        var all = seeds.Select(text => New(OpinionKind.Amend, text)).ToList();
        var pairs = new OpinionSimilarity(all).Pairs(all.Select(o => o.Id));
        Assert.Contains(OpinionSimilarity.Clusters(pairs), c => c.Count == 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("Đề nghị.")]
    public void OpinionsThatSayNothing_AreNotAlike(string text)
    {
        ComparedOpinion[] pair = [New(OpinionKind.Amend, text), New(OpinionKind.Amend, text)];
        Assert.Empty(new OpinionSimilarity(pair).Pairs(pair.Select(o => o.Id)));
    }

    private static ComparedOpinion New(OpinionKind kind, string text) => new(Guid.CreateVersion7(), kind, text);
}
