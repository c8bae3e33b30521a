using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

/// <summary>What was typed is still there when the record moved on meanwhile and its form is gone.</summary>
public sealed class TypedTextTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Conclusion_SubmittedMeanwhile_KeepsTheTypedTextToCopy()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        var form = (await secretary.OpenAsync(session.Office("ket-luan"))).Form("Input.Body");
        await secretary.HandInAsync(session);

        var answer = await secretary.SubmitAsync(form, ("Input.Title", "Tên đã gõ"), ("Input.Body", "Đoạn đã gõ."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var kept = answer.Document.QuerySelector("textarea[readonly]")!.TextContent;
        Assert.Contains("Tên đã gõ", kept, StringComparison.Ordinal);
        Assert.Contains("Đoạn đã gõ.", kept, StringComparison.Ordinal);
        Assert.Equal("Đoạn một.", answer.Document.QuerySelector("#doan-1 p")!.TextContent);
    }

    [Fact]
    public async Task Return_OfAConclusionThatIsPublishedMeanwhile_KeepsTheReasonToCopy()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));
        await approver.ApproveAsync(review);

        var answer = await approver.SubmitAsync(review.Form("Input.Reason"), ("Input.Reason", "Thiếu số liệu"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Thiếu số liệu", answer.Document.QuerySelector("textarea[readonly]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Directive_RemovedMeanwhile_KeepsTheTypedText()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        await secretary.AddDirectiveAsync(session, "Việc");
        var directive = (await portal.ConclusionAsync(session)).Directives[0].Id;
        var form = (await secretary.OpenAsync(session.Office($"ket-luan/chi-dao/{directive}"))).Form("Input.Text");
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("ket-luan"))).FormWithButton("Xóa"));

        var answer = await secretary.SubmitAsync(form, ("Input.Text", "Việc đã gõ"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Chỉ đạo này không còn. Hãy tải lại trang."), (answer.Status, Assert.Single(answer.Errors)));
        Assert.Equal("Việc đã gõ", answer.Document.QuerySelector("#Input_Text")!.TextContent.Trim());
    }

    [Fact]
    public async Task Conclusion_WithASecrecyStamp_IsNotStored()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");

        var answer = await secretary.WriteAsync(session, "TỐI MẬT\nĐoạn một.");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("Văn bản có dấu chỉ độ mật", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Contains("Chưa có kết luận", (await secretary.OpenAsync("/van-phong/cong-bo")).Words, StringComparison.Ordinal);
    }
}
