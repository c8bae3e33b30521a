using System.Globalization;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class PublicListTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task List_OfManySessions_GoesOnPageByPageWithoutLossOrRepetition()
    {
        var seeded = await portal.Databases.SeededAsync();
        // Two at a time approved at the same moment: the order must hold for them too.
        await portal.Databases.PublishAsync(Enumerable.Range(1, 44).Select(n => seeded with
        {
            SessionId = Guid.CreateVersion7(), Slug = string.Create(CultureInfo.InvariantCulture, $"thu-{n:00}"), PublishedAt = seeded.PublishedAt.AddMinutes(n / 2),
        }));
        using var visitor = portal.Visit();
        var (found, next, pages) = (new List<string>(), "/ket-luan", 0);
        while (next is not null && ++pages < 10)
        {
            var page = (await visitor.OpenAsync(next)).Document;
            found.AddRange(page.QuerySelectorAll("main .rows a.row-title").Select(a => a.GetAttribute("href")!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal((3, 45), (pages, found.Distinct().Count()));
        Assert.Equal(45, found.Count);
        Assert.Equal("/ket-luan/thu-44", found[0]);

        // The search shows the many passages page by page, and says that it did not read them all.
        var search = await visitor.OpenAsync("/tim-kiem?q=nam+2021");
        Assert.Equal(20, search.Document.QuerySelectorAll("main .rows > li").Length);
        Assert.Contains("Tìm thấy hơn ", search.Words, StringComparison.Ordinal);
        Assert.NotNull(search.Document.QuerySelector("main a[rel=next]"));
    }
}
