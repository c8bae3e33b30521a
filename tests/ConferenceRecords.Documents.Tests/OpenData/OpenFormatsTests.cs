using System.Text;
using System.Text.Json;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using Xunit;

namespace ConferenceRecords.Documents.Tests.OpenData;

public sealed class OpenFormatsTests
{
    public static TheoryData<PublicPart, int?> Pages => Samples.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public void Write_ForEachPage_SaysTheSameInEveryFormat(PublicPart part, int? paper)
    {
        var page = Samples.Page(part, paper);
        var text = Encoding.UTF8.GetString(PlainText.Write(page));
        using var json = JsonDocument.Parse(OpenJson.Write(page));
        using var linked = JsonDocument.Parse(LinkedData.Write(page));
        Assert.Equal(page.Hash, json.RootElement.GetProperty("edition").GetProperty("sha256").GetString());
        Assert.Equal(page.Address, linked.RootElement.GetProperty("@id").GetString());
        Assert.Equal("https://schema.org", linked.RootElement.GetProperty("@context").GetString());
        Assert.Contains(page.Hash, text, StringComparison.Ordinal);
        foreach (var entry in Outline.Of(page).Sections.SelectMany(s => s.Entries))
        {
            Assert.Contains($"\n{entry.Number}. {entry.Text}\n", text, StringComparison.Ordinal);
            Assert.Contains($"#{entry.Id}", linked.RootElement.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Embedded_WithMarkupInATitle_CannotLeaveItsBlock()
    {
        var block = LinkedData.Embedded(Samples.Page(PublicPart.Conclusion), [("Trang chủ", "https://hoso.example.vn/")]);
        Assert.DoesNotContain('<', block);
        using var json = JsonDocument.Parse(block);
        var things = json.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        Assert.Equal(["Report", "BreadcrumbList"], things.Select(t => t.GetProperty("@type").GetString()));
        Assert.Equal("Kết luận minh họa </script><b>", things[0].GetProperty("name").GetString());
        Assert.Equal("07-KL/TU", things[0].GetProperty("reportNumber").GetString());
    }

    [Fact]
    public void Indicators_InEveryFormat_KeepQualifierDirectionUnitAndBase()
    {
        using var json = JsonDocument.Parse(OpenJson.Write(Samples.Page(PublicPart.Indicators)));
        var figure = json.RootElement.GetProperty("indicators")[0];
        Assert.Equal(("tăng gần 7,4%", "gần", "tăng", "%", "so với cùng kỳ"), (Of("words"), Of("qualifier"), Of("direction"), Of("unit"), Of("base")));

        // "7,4%" of the second sentence, not the end of "17,4%".
        Assert.Equal(1, figure.GetProperty("conclusionParagraph").GetInt32());
        Assert.Null(FigureSource.Paragraph(Samples.Session.Conclusion, new("Khác", 4m, "%", "năm 2021", null, null, null)));
        var rows = Encoding.UTF8.GetString(IndicatorTable.Of([Samples.Session], Samples.Addresses).Bytes()).Split("\r\n");
        Assert.Contains(",Giá trị xuất khẩu,năm 2021,tăng,gần,7.4,%,so với cùng kỳ,1,2,", rows[1], StringComparison.Ordinal);

        string? Of(string name) => figure.GetProperty(name).GetString();
    }

    [Fact]
    public void Withdrawn_InEveryFormat_GivesTheReasonAlone()
    {
        foreach (var bytes in (byte[][])[OpenJson.Write(Samples.Gone), LinkedData.Write(Samples.Gone), PlainText.Write(Samples.Gone), AkomaNtoso.Write(Samples.Gone)])
            Assert.Contains("Sai số liệu ở đoạn 1.", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(OpenJson.Write(Samples.Gone));
        Assert.Equal((410, 1), (json.RootElement.GetProperty("status").GetInt32(), json.RootElement.GetProperty("through").GetInt32()));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @x", "' @x")]
    [InlineData("-5", "'-5")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    [InlineData("Ủy ban", "Ủy ban")]
    public void CsvTable_WithATextThatIsNoPlainOne_WritesItSafely(string text, string written)
    {
        var table = new CsvTable("cot", "so");
        table.Add(text, -5.5m);
        Assert.Equal($"\uFEFFcot,so\r\n{written},-5.5\r\n", Encoding.UTF8.GetString(table.Bytes()));
    }

    [Fact]
    public void SiteMap_OfLivePages_ListsEachWithItsDay()
    {
        var text = Encoding.UTF8.GetString(SiteMap.Write([new(ReleaseKind.Papers, Samples.Slug, Samples.At)], ["hoi-nghi"], Samples.Addresses));
        Assert.Contains($"<loc>https://hoso.example.vn/tai-lieu/{Samples.Slug}</loc><lastmod>2021-12-05T03:30:00Z</lastmod>", text, StringComparison.Ordinal);
    }
}
