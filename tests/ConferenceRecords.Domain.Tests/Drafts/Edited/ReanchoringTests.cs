using System.Text.Json;
using ConferenceRecords.Domain.Drafts;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Drafts.Edited;

/// <summary>The benchmark of places in later versions. Its figures, kind by kind, are printed by the benchmark project.</summary>
public sealed class ReanchoringTests
{
    [Theory]
    [InlineData(EditedDrafts.Tuned)]
    [InlineData(EditedDrafts.HeldOut)]
    public void Of_EditedDrafts_GivesNoWrongPlaceBeyondDoubt(int seed)
    {
        var drafts = EditedDrafts.Of(seed).ToList();
        Assert.InRange(drafts.Sum(d => d.EditCount), 200, int.MaxValue);
        Assert.Empty(drafts.SelectMany(Reanchoring.Judge).Where(j => j.Sure && !j.Right).Select(j => j.Text));

        var edited = Reanchoring.Of(drafts).Where(s => s.Edit != Edit.Untouched && s.Placed > 0).ToList();
        Assert.InRange((double)edited.Sum(s => s.Found) / edited.Sum(s => s.Placed), 0.9, 1);
        Assert.InRange((double)edited.Sum(s => s.FoundAtAll) / edited.Sum(s => s.Placed), 0.97, 1);
    }

    [Fact]
    public void Of_TheSeededDraftEdited_GivesNoWrongPlaceBeyondDoubt()
    {
        var start = Seeded(version: 0).ConvertAll(text => (ParagraphKind.ListItem, (string?)null, text, 0));
        var drafts = Enumerable.Range(1, 40).Select(seed => EditedDraft.Make(seed, 8, start: start)).ToList();
        Assert.Empty(drafts.SelectMany(Reanchoring.Judge).Where(j => j.Sure && !j.Right).Select(j => j.Text));
        var edited = Reanchoring.Of(drafts).Where(s => s.Placed > 0).ToList();
        Assert.InRange((double)edited.Sum(s => s.Found) / edited.Sum(s => s.Placed), 0.95, 1);
    }

    [Fact]
    public void Of_BothVersionsOfTheSeededDraft_FindsEveryParagraphInItsPlace()
    {
        var comparison = VersionComparison.Of(Version(Seeded(0)), Version(Seeded(1)));
        Assert.All(comparison.Pairs, p => Assert.Equal(p.Old?.Number, p.New?.Number));
        Assert.All(comparison.Pairs, p => Assert.InRange(p.Confidence, VersionComparison.Sure, 1));
        var other = Seeded(0).Zip(Seeded(1)).Index().Where(pair => pair.Item.First != pair.Item.Second).Select(pair => pair.Index + 1);
        Assert.Equal(other, comparison.Changes.Select(p => p.New!.Number));
    }

    private static List<ComparedParagraph> Version(List<string> texts) => [.. texts.Select((text, i) => new ComparedParagraph(Guid.CreateVersion7(), i + 1, ParagraphKind.Body, null, text, 0))];

    private static List<string> Seeded(int version)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "drafts.json")));
        return [.. file.RootElement.GetProperty("drafts")[0].GetProperty("versions")[version].GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString()!)];
    }
}
