using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class AgendaVersionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Approve_FreezesTheAgenda_AndTheNextVersionShowsWhatChanged()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị duyệt chương trình"));
        await secretary.AddItemAsync(session, 0, "Nội dung giữ");
        await secretary.AddItemAsync(session, 0, "Nội dung bỏ");
        var page = await secretary.OpenAsync(session + "/chuong-trinh");
        var approve = page.FormWithButton("Duyệt chương trình");
        var first = await secretary.SubmitAsync(approve);
        Assert.Contains("Đã duyệt chương trình bản A.", first.Words, StringComparison.Ordinal);
        Assert.Contains("không có gì để duyệt", first.Words, StringComparison.Ordinal);
        Assert.Single((await secretary.SubmitAsync(approve)).Document.QuerySelectorAll("a[href$='ban=A']"));

        var items = await secretary.ItemsAsync(session);
        await secretary.SubmitAsync((await secretary.OpenAsync(items[0] + "/sua")).Form("Input.Title"), ("Input.Title", "Nội dung giữ, đổi tên"));
        await secretary.SubmitAsync((await secretary.OpenAsync(items[1])).FormWithButton("Rút khỏi chương trình"));
        await secretary.AddItemAsync(session, 1, "Nội dung mới");
        await secretary.SubmitAsync((await secretary.OpenAsync(session + "/chuong-trinh")).FormWithButton("Duyệt chương trình"));

        var changes = (await secretary.OpenAsync(session + "/chuong-trinh?tu=A&den=B")).Document;
        Assert.Equal(["giữ", "2. Nội dung bỏ"], changes.QuerySelectorAll("main del").Select(e => e.TextContent));
        Assert.Equal(["giữ, đổi tên", "2. Nội dung mới"], changes.QuerySelectorAll("main ins").Select(e => e.TextContent));
        Assert.Contains("Nội dung bỏ", (await secretary.OpenAsync(session + "/chuong-trinh?ban=A")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(session + "/chuong-trinh?ban=C")).Status);
    }

    [Fact]
    public async Task Approve_OfWhatWasNotSeen_IsAConflict()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị duyệt điều đã xem"));
        await secretary.AddItemAsync(session, 0, "Nội dung đã xem");
        var approve = (await secretary.OpenAsync(session + "/chuong-trinh")).FormWithButton("Duyệt chương trình");
        await secretary.AddItemAsync(session, 0, "Nội dung chưa xem");
        var answer = await secretary.SubmitAsync(approve);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Nội dung chưa xem", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Đã duyệt chương trình bản A.", (await secretary.SubmitAsync(answer.FormWithButton("Duyệt chương trình"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_OfAnEmptyAgenda_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị trống"));
        var answer = await secretary.PostAsync(session + "/chuong-trinh", session + "/buoi", ("Input.Id", Guid.CreateVersion7().ToString()), ("Input.Mark", "x"));
        Assert.Equal(["Chương trình chưa có nội dung nào. Hãy thêm nội dung rồi duyệt."], answer.Errors);
    }
}
