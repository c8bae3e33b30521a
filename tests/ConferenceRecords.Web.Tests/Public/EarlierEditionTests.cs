using ConferenceRecords.TestSupport;
using Xunit;
using static ConferenceRecords.Web.Tests.Public.PublicEditions;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class EarlierEditionTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private readonly Visitor visitor = portal.Visit();

    public async ValueTask InitializeAsync()
    {
        await using var publication = portal.Databases.NewPublication();
        if (publication.Editions.Any(e => e.Number == 2)) return;
        var first = await portal.Databases.SeededAsync();
        await portal.Databases.PublishAsync(first with
        {
            Edition = 2,
            PublishedAt = first.PublishedAt.AddDays(1),
            Session = first.Session with { StatedItemCount = 22 },
            Conclusion = first.Conclusion with { Paragraphs = ["Đoạn đã đính chính."], Directives = [] },
        });
    }

    [Fact]
    public async Task Conclusion_WithTwoEditions_ShowsTheNewestAndListsTheFirst()
    {
        // A number in the query must not put the first edition under this address.
        var page = await visitor.OpenAsync($"/ket-luan/{Slug}?number=1");
        Assert.Equal("Đoạn đã đính chính.", page.Document.QuerySelector(".official .paragraph-text")!.TextContent.Trim());
        Assert.NotNull(page.Document.QuerySelector($"a[href='/ket-luan/{Slug}/ban/1']"));
    }

    [Fact]
    public async Task FirstEdition_OfTwo_IsReadableAndLeadsToTheNewest()
    {
        var page = await visitor.OpenAsync($"/ket-luan/{Slug}/ban/1");
        Assert.Contains("Đây là bản công bố cũ", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($".notice a[href='/ket-luan/{Slug}']"));
        Assert.NotNull(page.Document.GetElementById("doan-8"));
        Assert.DoesNotContain("Đây là bản công bố cũ", (await visitor.OpenAsync($"/ket-luan/{Slug}/ban/2")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_WithTwoEditions_ShowTheSessionOnce()
    {
        var page = await visitor.OpenAsync("/ket-luan");
        Assert.Contains("Đoạn đã đính chính.", Assert.Single(page.Document.QuerySelectorAll("main .rows > li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ForTextOfTheFirstEditionOnly_FindsNothing()
    {
        Assert.Empty((await visitor.OpenAsync("/tim-kiem?q=thi+dua+yeu+nuoc")).Document.QuerySelectorAll("mark"));
        Assert.Single((await visitor.OpenAsync("/tim-kiem?q=dinh+chinh")).Document.QuerySelectorAll("mark"));
    }

    [Fact]
    public async Task Session_WhoseStatedTotalDiffers_ShowsBothNumbers()
    {
        var page = await visitor.OpenAsync($"/hoi-nghi/{Slug}");
        Assert.Contains("Nguồn nêu 22 nội dung, danh sách có 21 nội dung.", page.Document.QuerySelector(".notice.warning")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tag_AfterANewEdition_IsAnother() =>
        Assert.NotEqual(
            (await visitor.OpenAsync($"/ket-luan/{Slug}/ban/1")).Response.Headers.ETag?.ToString(),
            (await visitor.OpenAsync($"/ket-luan/{Slug}")).Response.Headers.ETag?.ToString());

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }
}
