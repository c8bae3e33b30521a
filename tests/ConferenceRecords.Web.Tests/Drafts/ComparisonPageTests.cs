using System.Net;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Drafts;

/// <summary>What changed between two versions (D3), for the office and for delegates.</summary>
public sealed class ComparisonPageTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("thu-ky", "/van-phong")]
    [InlineData("dai-bieu-1", "/dai-bieu")]
    public async Task Compare_TwoVersions_ShowsEveryChangeWithItsKindAndWords(string user, string surface)
    {
        var draft = await portal.ReviseAsync();
        using var visitor = await portal.SignInAsync(user);
        var page = await visitor.OpenAsync($"{surface}/du-thao/{draft.Id}/so-sanh?tu=1&den=2");

        Assert.Equal("5 đoạn thay đổi: sửa 1, thêm 1, bỏ 1, tách 1, chuyển chỗ 1", page.Document.QuerySelector("#thay-doi")!.TextContent.Trim());
        Assert.Equal(
            ["sửa", "bỏ", "chuyển chỗ", "tách", "thêm"],
            Enumerable.Range(1, 5).Select(n => page.Document.QuerySelector($"#thay-doi-{n} .tag")!.TextContent).Order(Comparer<string>.Create((a, b) => Order(a) - Order(b))));
        var changed = page.Document.QuerySelector("#thay-doi-1")!;
        Assert.Equal("bỏ: 6,5%", changed.QuerySelector("del")!.TextContent);
        Assert.Equal("thêm: 6,56%", changed.QuerySelector("ins")!.TextContent);
        Assert.Contains($"{surface}/du-thao/{draft.Id}?ban=1#doan-1", changed.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("#thay-doi-2", changed.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("details"), d => d.ClassList.Contains("card"));

        var whole = await visitor.OpenAsync(page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Xem cả văn bản").GetAttribute("href")!);
        Assert.Equal("1 đoạn không đổi, từ đoạn 3", whole.Document.QuerySelector("details.card summary")!.TextContent);

        static int Order(string word) => Array.IndexOf(["sửa", "bỏ", "chuyển chỗ", "tách", "thêm"], word);
    }

    [Fact]
    public async Task Compare_ByDelegate_NotesBothVersionsAndKeepsTheOpinionsInSight()
    {
        var draft = await portal.ReviseAsync();
        var opinion = await portal.OpinionAsync(draft, 1, "Chỉ tiêu này còn thấp.");
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh");
        Assert.Contains("1 ý kiến của đồng chí được giữ ở bản 1", page.Words, StringComparison.Ordinal);
        Assert.Contains(opinion.Text, page.Document.QuerySelector("#thay-doi-1")!.TextContent, StringComparison.Ordinal);
        foreach (var version in draft.Versions) Assert.Equal(1, await ReadsAsync(version.Id));

        using var other = await portal.SignInAsync("dai-bieu-2");
        Assert.DoesNotContain(opinion.Text, (await other.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithoutAChoice_BeginsAtTheVersionThatWasOpenedLast()
    {
        var draft = await portal.ReviseAsync(["Một đoạn."], ["Hai đoạn."], ["Ba đoạn."]);
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        Assert.Contains("Bản 3 so với bản 2", (await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh")).Words, StringComparison.Ordinal);
        await using (var records = portal.Databases.NewRecords())
            await records.OpenAsync(records.Users.Single(u => u.UserName == "dai-bieu-1").Id, draft.Versions[0].Id, DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        Assert.Contains("Bản 3 so với bản 1", (await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh")).Words, StringComparison.Ordinal);
        Assert.Contains("Bản 2 so với bản 1", (await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh?tu=2&den=1")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?tu=1&den=3")]
    [InlineData("?tu=0&den=2")]
    [InlineData("?tu=2&den=2")]
    [InlineData("?tu=một&den=2")]
    [InlineData("?tu=99999999999")]
    public async Task Compare_VersionsThatAreNotThere_NotFound(string query)
    {
        var draft = await portal.ReviseAsync();
        using var delegated = await portal.SignInAsync("dai-bieu-1");
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Equal(HttpStatusCode.NotFound, (await delegated.GetAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh{query}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/van-phong/du-thao/{draft.Id}/so-sanh{query}")).Status);
    }

    [Fact]
    public async Task Compare_ByWhoMayNotReadTheDraft_NotFound()
    {
        var draft = await portal.ReviseAsync();
        using var guest = await portal.SignInAsync("dai-bieu-khach");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh?tu=1&den=2")).Status);
        using var delegated = await portal.SignInAsync("dai-bieu-1");
        Assert.Equal(HttpStatusCode.NotFound, (await delegated.GetAsync($"/van-phong/du-thao/{draft.Id}/so-sanh?tu=1&den=2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await delegated.GetAsync($"/van-phong/du-thao/{draft.Id}/gan-y-kien?ban=2")).Status);

        await using (var records = portal.Databases.NewRecords())
        {
            (await records.Drafts.SingleAsync(d => d.Id == draft.Id, TestContext.Current.CancellationToken)).Recall();
            await records.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await delegated.GetAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh?tu=1&den=2")).Status);
    }

    [Fact]
    public async Task Compare_OneVersion_SaysWhatWillComeHere()
    {
        var draft = await portal.ReviseAsync(["Một đoạn."]);
        using var delegated = await portal.SignInAsync("dai-bieu-1");
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Contains("Chưa có hai bản để so sánh", (await delegated.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/so-sanh")).Words, StringComparison.Ordinal);
        Assert.Contains("Chưa có hai bản để so sánh", (await secretary.OpenAsync($"/van-phong/du-thao/{draft.Id}/so-sanh")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparisons_AreMadeOnceAndKeptWithinTheirRoom()
    {
        var draft = await portal.ReviseAsync(["Một đoạn."], ["Hai đoạn."], ["Ba đoạn."]);
        var (comparisons, cancel) = (new VersionComparisons(mostParagraphs: 4), TestContext.Current.CancellationToken);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var records = portal.Databases.NewRecords();
            return await comparisons.OfAsync(records, draft.Versions[0].Id, draft.Versions[1].Id, cancel);
        }));
        Assert.Single(answers.Distinct());
        await using var more = portal.Databases.NewRecords();
        await comparisons.OfAsync(more, draft.Versions[1].Id, draft.Versions[2].Id, cancel);
        Assert.Equal(2, comparisons.Count);
        await comparisons.OfAsync(more, draft.Versions[0].Id, draft.Versions[2].Id, cancel);
        Assert.Equal(2, comparisons.Count);
        Assert.NotSame(answers[0], await comparisons.OfAsync(more, draft.Versions[0].Id, draft.Versions[1].Id, cancel));
    }

    private async Task<int> ReadsAsync(Guid versionId)
    {
        await using var records = new RecordsContext(ContextOptions.Records(portal.Databases.For("cr_auditor")), new Actor(), TimeProvider.System);
        return await records.Set<AuditEntry>().CountAsync(e => e.Action == "draft.read" && e.ObjectId == versionId.ToString(), TestContext.Current.CancellationToken);
    }
}
