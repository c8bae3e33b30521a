using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Publishing;

public sealed class BundleDifferenceTests
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly Gen<string> Letter = Gen.OneOf("a", "b", "c", "d", "e");

    private static readonly SessionBundle Bundle = new(
        Guid.CreateVersion7(), "hoi-nghi-12", 1, new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero),
        new("Hội nghị lần thứ 12", "Đảng bộ tỉnh", "Ban Chấp hành", "XX", 2020, 2025, 12, SessionKind.Regular, "cuối năm 2021", "Bí thư Tỉnh ủy",
            [new(new(2021, 12, 2), DayPart.Morning, "Hội trường A"), new(new(2021, 12, 3), DayPart.Afternoon, "Hội trường B")], 4, 50, "trên"),
        [
            new("Nhóm một", "Một", 2, [new(1, "Nội dung a", "Cơ quan a", false, "Theo báo cáo."), new(2, "Nội dung b", "Cơ quan b", true)]),
            new("Nhóm hai", "Hai", 2, [new(3, "Nội dung c", "Cơ quan c", false), new(4, "Nội dung d", "Cơ quan d", false)]),
        ],
        new("Kết luận", "07-KL/TU", new(2021, 12, 3), "Bí thư Tỉnh ủy", ["Đoạn một.", "Đoạn hai.", "Đoạn ba.", "Đoạn bốn."],
            [new(1, "Cơ quan a", "Việc một", "năm 2021", 1, 3, new(2021, 12, 31), "Sở a", ["Sở b"]), new(2, "Cơ quan b", "Việc hai", "năm 2022", 2)],
            "Theo nguồn.", "Nguyễn Minh Họa", "T/M Ban Thường vụ", "Tỉnh M", ["Như trên"]),
        [new("Tăng trưởng", 6.56m, "%", "năm 2021", "trên", "tăng", "so với cùng kỳ"), new("Xuất khẩu", 18m, "%", "năm 2021", "gần", "tăng", "so với cùng kỳ")]);

    private static readonly PapersBundle Papers = new(
        Bundle.SessionId, Bundle.Slug, 1, Bundle.PublishedAt, Bundle.Session,
        [
            new(1, "Nội dung a", "Tờ trình", 2, [new(1, ParagraphKind.Heading, "Mục tiêu", "I.", 1, "b0-3"), new(2, ParagraphKind.TableRow, "Sở a\tQuý I", Table: 1)], true),
            new(2, "Nội dung b", "Báo cáo", 1, [new(1, ParagraphKind.Body, "Đoạn đầu.")], false),
        ]);

    private static readonly OpinionSummaryBundle Summary = new(
        Bundle.SessionId, Bundle.Slug, 1, Bundle.PublishedAt, Bundle.Session, "Mở đầu.",
        [new(1, "Nội dung a", "Đề nghị nêu rõ nguồn vốn.", 3, Disposition.Accepted, "Đã bổ sung.", "Đồng chí Minh Họa", true), new(2, null, "Nhất trí.", 1, null, null, null, false)]);

    private static readonly FollowUpBundle FollowUp = new(
        Bundle.SessionId, Bundle.Slug, 1, Bundle.PublishedAt, Bundle.Session, new(2022, 3, 1), "Đến nay:",
        [new(1, 2, "Việc một", "Sở a", ["Sở b"], "Đề án", "quý I", new(2022, 3, 31), new(2022, 4, 30), new(2022, 4, 1), FollowUpStatus.DoneInTime, "Đã trình.", true)]);

    public static TheoryData<string> Kinds => [nameof(Bundle), nameof(Papers), nameof(Summary), nameof(FollowUp)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Between_SameContents_IsEmpty(string kind) =>
        Assert.Empty(BundleDifference.Between(Of(kind), Copy(Of(kind)) with { Edition = 2, PublishedAt = DateTimeOffset.UnixEpoch }));

    /// <summary>Walks over the bundle as it is stored, so that a value added to it later can't be forgotten in the comparison.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Between_OneValueChanged_ListsItWithBothValues(string kind)
    {
        var bundle = Of(kind);
        var paths = Leaves(Tree(bundle)).Where(IsSeen).ToList();
        Assert.True(paths.Count > 30);
        foreach (var path in paths)
        {
            var (before, after, changed) = Change(bundle, path);

            var fields = BundleDifference.Between(bundle, changed).SelectMany(d => d.Fields).ToList();

            Assert.True(fields.Exists(f => Written(f.Before) == before && Written(f.After) == after), $"{path}: {before} -> {after}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Between_FirstEdition_ListsEveryValue(string kind)
    {
        var bundle = Of(kind);
        var listed = BundleDifference.Between(null, bundle);

        Assert.All(listed, d => Assert.Equal(ChangeKind.Added, d.Kind));
        var values = listed.SelectMany(d => d.Fields).Select(f => Written(f.After)).Concat(listed.Select(d => Written(d.Number))).ToHashSet();
        foreach (var leaf in Leaves(Tree(bundle)).Where(IsSeen))
        {
            var value = At(Tree(bundle), leaf)!.ToJsonString();
            Assert.True(value == "false" || values.Contains(value), leaf);
        }
    }

    [Fact]
    public void Between_ParagraphInsertedAndAnotherChanged_TellsThemApart()
    {
        var after = Bundle with { Conclusion = Bundle.Conclusion with { Paragraphs = ["Mở đầu.", "Đoạn một.", "Đoạn hai.", "Đoạn ba, đã sửa.", "Đoạn bốn."] } };

        var differences = BundleDifference.Between(Bundle, after).Where(d => d.Fields.Any(f => f.Field == "Text")).ToList();

        Assert.Collection(
            differences,
            d => Assert.Equal((ChangeKind.Added, 1, "Mở đầu."), (d.Kind, d.Number, d.Name)),
            d => Assert.Equal((ChangeKind.Changed, 4, "Đoạn ba, đã sửa."), (d.Kind, d.Number, d.Name)));
    }

    [Fact]
    public void Between_ContentRemoved_IsListedWithItsOldNumber()
    {
        var after = Bundle with { Categories = [Bundle.Categories[0], Bundle.Categories[1] with { Items = [Bundle.Categories[1].Items[0]] }] };

        var difference = Assert.Single(BundleDifference.Between(Bundle, after));

        Assert.Equal((BundlePart.Contents, ChangeKind.Removed, 4, "Nội dung d"), (difference.Part, difference.Kind, difference.Number, difference.Name));
    }

    [Fact]
    public void Between_ContentMovedToAnotherCategory_ChangesItsCategory()
    {
        var (first, second) = (Bundle.Categories[0], Bundle.Categories[1]);
        var after = Bundle with { Categories = [first with { Items = [first.Items[0]] }, second with { Items = [first.Items[1], .. second.Items] }] };

        var field = Assert.Single(Assert.Single(BundleDifference.Between(Bundle, after)).Fields);

        Assert.Equal(new FieldDifference("Category", "Nhóm một", "Nhóm hai"), field);
    }

    /// <summary>Whatever is done to the paragraphs: nothing listed means nothing changed, and the listed changes make the new text out of the old.</summary>
    [Fact]
    public void Between_AnyParagraphs_DifferencesRebuildTheNewText() =>
        Gen.Select(Letter.Array[0, 7], Letter.Array[0, 7]).Sample(
            (before, after) =>
            {
                var differences = BundleDifference.Between(With(before), With(after));
                var text = before.Select((t, i) => (Number: i + 1, Text: t)).ToDictionary(p => p.Number, p => p.Text);
                var rebuilt = new SortedDictionary<int, string>(text);
                foreach (var d in differences) rebuilt.Remove(OldNumber(d));
                foreach (var d in differences.Where(d => d.Kind != ChangeKind.Removed)) rebuilt.Add(d.Number, d.Name);
                Assert.Equal(after, rebuilt.Values);
                Assert.Equal(before.SequenceEqual(after), differences.Count == 0);
            },
            iter: 10_000);

    private static int OldNumber(BundleDifference d) => d.Kind switch
    {
        ChangeKind.Added => 0,
        ChangeKind.Removed => d.Number,
        _ => (int?)d.Fields.FirstOrDefault(f => f.Field == BundleDifference.NumberField)?.Before ?? d.Number,
    };

    private static SessionBundle With(string[] paragraphs) => Bundle with { Conclusion = Bundle.Conclusion with { Paragraphs = paragraphs } };

    private static EditionBundle Of(string kind) => kind switch { nameof(Papers) => Papers, nameof(Summary) => Summary, nameof(FollowUp) => FollowUp, _ => Bundle };

    /// <summary>Whether readers see a value: the key, the number and the time of the edition are no contents.</summary>
    private static bool IsSeen(string path) => path is not ("$.SessionId" or "$.Edition" or "$.PublishedAt");

    private static JsonNode Tree(EditionBundle bundle) => JsonSerializer.SerializeToNode(bundle, bundle.GetType(), Format)!;

    private static EditionBundle Read(JsonNode tree, Type type) => (EditionBundle)tree.Deserialize(type, Format)!;

    private static EditionBundle Copy(EditionBundle bundle) => Read(Tree(bundle), bundle.GetType());

    private static (string Before, string After, EditionBundle Changed) Change(EditionBundle bundle, string path)
    {
        var tree = Tree(bundle);
        var leaf = At(tree, path)!.AsValue();
        var before = leaf.ToJsonString();
        JsonNode other = leaf.GetValueKind() switch
        {
            JsonValueKind.True => false,
            JsonValueKind.False => true,
            JsonValueKind.Number => leaf.GetValue<decimal>() + 100,
            _ when path.Contains(".Paragraphs[", StringComparison.Ordinal) && path.EndsWith(".Kind", StringComparison.Ordinal) => nameof(ParagraphKind.Footnote),
            _ when path.EndsWith(".Disposition", StringComparison.Ordinal) => nameof(Disposition.Kept),
            _ when path.EndsWith(".Status", StringComparison.Ordinal) => nameof(FollowUpStatus.DoneLate),
            _ when path.EndsWith(".Kind", StringComparison.Ordinal) => nameof(SessionKind.Thematic),
            _ when path.EndsWith(".Part", StringComparison.Ordinal) => leaf.GetValue<string>() == "Morning" ? "Afternoon" : "Morning",
            _ when DateOnly.TryParse(leaf.GetValue<string>(), out var date) => date.AddDays(40).ToString("O", CultureInfo.InvariantCulture),
            _ => leaf.GetValue<string>() + " khác",
        };
        leaf.ReplaceWith(other);
        return (before, At(tree, path)!.ToJsonString(), Read(tree, bundle.GetType()));
    }

    private static string Written(object? value) => JsonSerializer.Serialize(value, Format);

    private static JsonNode? At(JsonNode tree, string path) => Nodes(tree).Single(n => n.GetPath() == path);

    private static IEnumerable<string> Leaves(JsonNode tree) => Nodes(tree).Where(n => n is JsonValue).Select(n => n.GetPath());

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Value is { } value ? Nodes(value) : []),
        JsonArray a => a.SelectMany(n => Nodes(n!)),
        _ => [node],
    };
}
