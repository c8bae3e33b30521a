using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;
using static ConferenceRecords.Web.Tests.Public.PublicEditions;

namespace ConferenceRecords.Web.Tests.Public;

public sealed class PublicSearchTests(Portal portal) : IClassFixture<Portal>, IDisposable
{
    private readonly Visitor visitor = portal.Visit();

    [Theory]
    [InlineData("chuyển đổi số")]
    [InlineData("chuyen doi so")]
    [InlineData("CHUYỂN ĐỔI SỐ")]
    [InlineData("chuye\u0302\u0309n đo\u0302\u0309i so\u0302\u0301")]
    [InlineData("“chuyển  đổi số”")]
    public async Task Search_WithMarksOrWithout_FindsAndLinksThePassage(string typed)
    {
        var page = await SearchAsync(typed);
        var links = page.Document.QuerySelectorAll("a.row-title").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal([$"/hoi-nghi/{Slug}#noi-dung-20", $"/ket-luan/{Slug}#doan-1"], links);
        Assert.All(page.Document.QuerySelectorAll("mark"), mark => Assert.Equal("chuyển đổi số", mark.TextContent));
        Assert.Contains("Tìm thấy 2 đoạn", page.Words, StringComparison.Ordinal);
        foreach (var link in links) Assert.NotNull((await visitor.OpenAsync(link!)).Document.GetElementById(link!.Split('#')[1]));
    }

    [Fact]
    public async Task Search_WithOtherMarks_ShowsTheSameLettersAfterALine()
    {
        var page = await SearchAsync("chuyến đối sô");
        Assert.Contains("Không có đoạn nào đúng dấu như đã gõ.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Kết quả không phân biệt dấu (2)", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chu_en")]
    [InlineData("a & !b | (c <-> d):*")]
    [InlineData("' OR 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("tàu vũ trụ")]
    public async Task Search_ThatFindsNothing_SaysWhatWasSearchedAndHelps(string typed)
    {
        var page = await SearchAsync(typed);
        Assert.Empty(page.Document.QuerySelectorAll("mark"));
        Assert.Contains($"Không tìm thấy “{typed}”", page.Words, StringComparison.Ordinal);
        Assert.Equal(typed, page.Document.QuerySelector("#q")!.GetAttribute("value"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/ket-luan']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b\u0301")]
    [InlineData("\0")]
    [InlineData("%")]
    [InlineData("_ \\ & | ! ( ) : * \" ' -- ;")]
    public async Task Search_ForNothing_ShowsTheFieldAndWhatItFinds(string typed) =>
        Assert.Contains("Gõ có dấu hoặc không dấu đều được.", (await SearchAsync(typed)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Search_ForALongText_SaysWhatWasUsed()
    {
        var page = await SearchAsync(string.Concat(Enumerable.Repeat("khóa ", 500)));
        Assert.Contains("Chỉ 200 ký tự đầu được dùng để tìm.", page.Words, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("mark"));
    }

    [Fact]
    public async Task Search_ForAnIllustrativeContent_MarksIt()
    {
        var page = await SearchAsync("đầu tư công trung hạn");
        Assert.NotNull(page.Document.QuerySelector(".rows .tag-sample"));
    }

    public void Dispose() => visitor.Dispose();

    private async Task<Answer> SearchAsync(string typed)
    {
        var answer = await visitor.GetAsync("/tim-kiem?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }
}
