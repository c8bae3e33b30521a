using System.Net;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using ConferenceRecords.Web.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using TestPlaces = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.FollowUp;

public sealed class PublicFollowUpTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Report_ShowsThePublicTasksAlone_AsTheyStoodOnItsDay_OnceASecondPersonApproved()
    {
        var session = await portal.NewSessionAsync();
        await using (var records = portal.Databases.NewRecords())
        {
            var by = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(TestPlaces.Cancel);
            foreach (var (number, text, isPublic) in new[] { (1, "Việc công khai đã xong", true), (2, "Việc nội bộ", false), (3, "Việc công khai xong sau ngày báo cáo", true) })
            {
                var task = new FollowUpTask(Guid.CreateVersion7(), session.Id, number, null, new(text, IsPublic: isPublic), new(2021, 12, 31));
                var at = new DateTimeOffset(2022, 2, 1, 0, 0, 0, TimeSpan.Zero);
                var waiting = new TaskReport(Guid.CreateVersion7(), task.Id, null, $"Lời chưa xác nhận {number}", null, null, by, at);
                var done = new TaskReport(Guid.CreateVersion7(), task.Id, null, $"Lời xác nhận {number}", number == 3 ? new(2022, 1, 20) : new(2021, 12, 20), null, by, at);
                task.Add(waiting);
                task.Add(done);
                task.Confirm(done.Id, by, at);
                records.Add(task);
            }
            await records.SaveChangesAsync(TestPlaces.Cancel);
        }
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        using var reader = portal.Visit();
        var written = await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("thuc-hien"))).Form("Input.AsOf"), ("Input.AsOf", "10/01/2022"), ("Input.Introduction", "Lời dẫn công khai."));
        Assert.Contains("2 nhiệm vụ công khai", written.Words, StringComparison.Ordinal);
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("cong-bo/thuc-hien"))).FormWithButton("Trình duyệt"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/thuc-hien/{session.Slug}")).Status);
        var report = await portal.ReadAsync(r => r.FollowUpReports.SingleAsync(x => x.SessionId == session.Id, TestPlaces.Cancel));
        await approver.OpenAsync($"/van-phong/duyet/{report.Id}/xem-truoc");
        await approver.ApproveAsync(await approver.OpenAsync($"/van-phong/duyet/{report.Id}"));
        Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync($"/thuc-hien/{session.Slug}")).Status == HttpStatusCode.OK));
        var page = await reader.OpenAsync($"/thuc-hien/{session.Slug}");
        Assert.Equal(["Hoàn thành trong hạn", "Đang thực hiện quá hạn"], page.Document.QuerySelectorAll("main li .tag").Select(t => t.TextContent));
        Assert.Contains("Lời dẫn công khai.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lời xác nhận 1", page.Words, StringComparison.Ordinal);
        foreach (var secret in new[] { "Việc nội bộ", "Lời chưa xác nhận", "Lời xác nhận 2", "Lời xác nhận 3" }) Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/thuc-hien/{session.Slug}/ban/1")).Status);
    }
}
