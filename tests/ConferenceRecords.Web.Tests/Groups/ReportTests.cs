using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using DocumentFormat.OpenXml.Packaging;
using Xunit;

namespace ConferenceRecords.Web.Tests.Groups;

public sealed class ReportTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Report_IsAWordFileOfTheSession_AndLeavesATrace()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var exported = await portal.AuditedAsync("opinions.exported");
        using var request = new HttpRequestMessage(HttpMethod.Get, place.Session + "/to/bao-cao");
        var answer = await secretary.SendAsync(request);
        var content = answer.Response.Content;
        Assert.Equal("Báo cáo tổng hợp thảo luận tổ - Hội nghị lần thứ 12 Ban Chấp hành Đảng bộ tỉnh khóa XX, nhiệm kỳ 2020-2025.docx", content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("attachment", content.Headers.ContentDisposition.DispositionType);
        Assert.True(answer.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(exported + 1, await portal.AuditedAsync("opinions.exported"));
        using var document = WordprocessingDocument.Open(await content.ReadAsStreamAsync(Office.Office.Cancel), isEditable: false);
        Assert.Contains("Tổng hợp ý kiến thảo luận tổ tại Hội nghị lần thứ 12", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }
}
