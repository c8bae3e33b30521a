using System.Net;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Files;
using ConferenceRecords.Web.Tests.Drafts;
using ConferenceRecords.Web.Tests.Office;
using ConferenceRecords.Web.Tests.Publishing;
using ConferenceRecords.Web.Tests.Responses;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.FollowUp;

public sealed class TaskTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly DateOnly Today = VietnamTime.DateOf(DateTimeOffset.UtcNow);

    private async Task<Guid> AddTaskAsync(Guid sessionId, string text, Guid? lead, DateOnly? due, params Guid[] cooperating)
    {
        await using var records = portal.Databases.NewRecords();
        var task = new FollowUpTask(Guid.CreateVersion7(), sessionId, await records.NextNumberAsync(FollowUpTask.Series(sessionId), Desk.Cancel), null, new(text, lead, cooperating), due);
        records.Add(task);
        await records.SaveChangesAsync(Desk.Cancel);
        return task.Id;
    }

    private Task<FollowUpTask> TaskAsync(Guid id) =>
        portal.ReadAsync(r => r.FollowUpTasks.AsNoTracking().Include(t => t.Reports).Include(t => t.Extensions).SingleAsync(t => t.Id == id, Desk.Cancel));

    [Fact]
    public async Task Agency_SeesAndReportsItsOwnTasksAlone()
    {
        var session = await portal.NewSessionAsync();
        var (mine, others) = (await portal.AgencyAsync("Sở KH&ĐT"), await portal.AgencyAsync("Sở TC"));
        var (own, taking, foreign) = (await AddTaskAsync(session.Id, "Việc của mình", mine, Today), await AddTaskAsync(session.Id, "Việc cùng làm", others, null, mine), await AddTaskAsync(session.Id, "Việc của người khác", others, Today));
        using var clerk = await portal.SignInAsync("co-quan");
        var list = await clerk.OpenAsync("/co-quan/nhiem-vu");
        Assert.Contains("Việc của mình", list.Words, StringComparison.Ordinal);
        Assert.Contains("Việc cùng làm", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Việc của người khác", list.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/co-quan/nhiem-vu/{foreign}")).Status);
        foreach (var id in new[] { foreign, taking })
        {
            var forged = await clerk.PostAsync($"/co-quan/nhiem-vu/{id}", $"/co-quan/nhiem-vu/{own}", ("Input.Id", $"{Guid.NewGuid()}"), ("Input.Text", "Lén báo cáo."));
            Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        }
        Assert.False(await portal.ReadAsync(r => r.Set<TaskReport>().AnyAsync(t => t.Text == "Lén báo cáo.", Desk.Cancel)));
    }

    [Fact]
    public async Task Report_WithAFile_WaitsForTheOffice_AndMakesTheTaskDone()
    {
        var id = await AddTaskAsync((await portal.NewSessionAsync()).Id, "Việc có minh chứng", await portal.AgencyAsync("Sở KH&ĐT"), Today.AddDays(-3));
        using var clerk = await portal.SignInAsync("co-quan");
        using var office = await portal.SignInAsync("thu-ky");
        var address = $"/co-quan/nhiem-vu/{id}";
        var stamped = Package.Document("TUYỆT MẬT", "Chữ không được ở lại zq").Bytes();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.UploadAsync((await clerk.OpenAsync(address)).Form("Input.File"), "Input.File", ("a.docx", stamped), ("Input.IsNotSecret", "true"), ("Input.Text", "Xong"))).Status);
        Assert.Empty(await portal.TablesThatHoldAsync("Chữ không được ở lại zq", stamped));
        var undeclared = await clerk.UploadAsync((await clerk.OpenAsync(address)).Form("Input.File"), "Input.File", ("a.docx", Package.Document("Kết quả").Bytes()), ("Input.Text", "Xong"));
        Assert.Equal(["Xác nhận tài liệu này không mật. Tài liệu mật không được đưa lên hệ thống này"], undeclared.Errors);

        var file = Package.Document("Kết quả thực hiện").Bytes();
        var form = (await clerk.OpenAsync(address)).Form("Input.File");
        (string, string)[] words = [("Input.IsNotSecret", "true"), ("Input.Text", "Đã xong."), ("Input.DoneOn", VietnamTime.Day(Today.AddDays(-4)))];
        await clerk.UploadAsync(form, "Input.File", ("Kết quả.docx", file), words);
        await clerk.UploadAsync(form, "Input.File", ("Kết quả.docx", file), words);
        var report = Assert.Single((await TaskAsync(id)).Reports);
        Assert.Equal(FollowUpStatus.OngoingLate, (await TaskAsync(id)).StatusOn(Today));
        Assert.Equal(file, await (await clerk.GetAsync($"{address}/bao-cao/{report.Id}/tep")).Response.Content.ReadAsByteArrayAsync(Desk.Cancel));

        await office.SubmitAsync((await office.OpenAsync($"/van-phong/nhiem-vu/{id}")).FormWithButton("Xác nhận"));
        Assert.Equal(FollowUpStatus.DoneInTime, (await TaskAsync(id)).StatusOn(Today));
        await office.SubmitAsync((await office.OpenAsync($"/van-phong/nhiem-vu/{id}")).FormWithButton("Mở lại"));
        Assert.Equal(FollowUpStatus.OngoingLate, (await TaskAsync(id)).StatusOn(Today));
        var returned = await office.SubmitAsync((await office.OpenAsync($"/van-phong/nhiem-vu/{id}")).FormWithButton("Trả lại cơ quan"), ("note", "Thiếu số liệu"));
        Assert.Contains("Đã trả lại báo cáo.", returned.Words, StringComparison.Ordinal);
        Assert.Contains("Thiếu số liệu", (await clerk.OpenAsync(address)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extension_NeedsAReason_AndKeepsTheFirstDeadline()
    {
        var id = await AddTaskAsync((await portal.NewSessionAsync()).Id, "Việc gia hạn", null, new(2021, 12, 31));
        using var office = await portal.SignInAsync("thu-ky");
        var page = await office.SubmitAsync((await office.OpenAsync($"/van-phong/nhiem-vu/{id}")).Form("Extension.DueOn"), ("Extension.DueOn", "31/01/2022"));
        Assert.Equal(["Nhập lý do gia hạn"], page.Errors);
        var form = page.Form("Extension.DueOn");
        await office.SubmitAsync(form, ("Extension.Reason", "Chờ số liệu"));
        await office.SubmitAsync(form, ("Extension.Reason", "Chờ số liệu"));
        var task = await TaskAsync(id);
        Assert.Equal((new DateOnly(2021, 12, 31), new DateOnly(2022, 1, 31), 1), (task.FirstDueOn!.Value, task.DueOn!.Value, task.Extensions.Count));
    }

    [Fact]
    public async Task Register_ShowsOverdueFirst_AndLeavesAsTextThatIsNoFormula()
    {
        var session = await portal.NewSessionAsync();
        await AddTaskAsync(session.Id, "=HYPERLINK(\"http://x\") trong hạn", null, Today.AddDays(40));
        await AddTaskAsync(session.Id, "Việc quá hạn", null, Today.AddDays(-40));
        await AddTaskAsync(session.Id, "Việc không hạn", null, null);
        using var office = await portal.SignInAsync("thu-ky");
        var page = await office.OpenAsync($"/van-phong/nhiem-vu?hoi-nghi={session.Id}");
        Assert.Equal(["Việc quá hạn", "=HYPERLINK(\"http://x\") trong hạn", "Việc không hạn"], page.Document.QuerySelectorAll("main .rows .row-title").Select(a => a.TextContent));
        Assert.Equal(2, page.Document.QuerySelectorAll("tbody th").Length);
        Assert.Equal(["Việc quá hạn"], (await office.OpenAsync($"/van-phong/nhiem-vu?hoi-nghi={session.Id}&trang-thai=qua-han")).Document.QuerySelectorAll("main .rows .row-title").Select(a => a.TextContent));
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\") trong hạn\",", (await office.GetAsync($"/van-phong/nhiem-vu/bang-csv?hoi-nghi={session.Id}")).Text, StringComparison.Ordinal);

        // The list goes on after any of its rows: no row twice, none left out.
        await using var records = portal.Databases.NewRecords();
        var tasks = records.StandingTasks().Where(t => t.SessionId == session.Id);
        var all = (await records.TaskRowsAsync(tasks, Today, null, null, Desk.Cancel)).Select(t => t.Id).ToList();
        foreach (var (index, id) in all.Index()) Assert.Equal(all.Skip(index + 1), (await records.TaskRowsAsync(tasks, Today, id, null, Desk.Cancel)).Select(t => t.Id));
    }

    [Fact]
    public async Task Directives_BecomeTasks_OnceForARepeatedSave()
    {
        var session = await portal.NewSessionAsync();
        using var office = await portal.SignInAsync("thu-ky");
        await office.WriteAsync(session, "Giao Sở Tài chính chủ trì cân đối nguồn trước ngày 15/12/2021.");
        await office.SubmitAsync((await office.OpenAsync(session.Office("ket-luan/phan-y/giao?y=1.1"))).Form("Input.Version"));
        var page = await office.OpenAsync(session.Office("nhiem-vu"));
        Assert.Equal(["Chọn ít nhất một chỉ đạo."], (await office.SubmitAsync(page.FormWithButton("Lập nhiệm vụ đã chọn"))).Errors);
        var directive = (await portal.ConclusionAsync(session)).Directives[0].Id.ToString();
        for (var i = 0; i < 2; i++) await office.SubmitAsync(page.FormWithButton("Lập nhiệm vụ đã chọn"), ("chi-dao", directive));
        var task = Assert.Single(await portal.ReadAsync(r => r.FollowUpTasks.Where(t => t.SessionId == session.Id).ToListAsync(Desk.Cancel)));
        Assert.Equal((new DateOnly(2021, 12, 14), "trước ngày 15/12/2021"), (task.FirstDueOn!.Value, task.DeadlineNote));
        Assert.Equal(await portal.AgencyAsync("Sở TC"), task.LeadAgencyId);
        Assert.Equal((false, false), (task.IsPublic, task.IsIllustrative));
    }

    [Fact]
    public async Task NextSession_OpensWithTheTasksOfAllEarlierOnes_AlsoOfTheTermBefore()
    {
        await using var records = portal.Databases.NewRecords();
        var like = await records.Sessions.AsNoTracking().SingleAsync(s => s.Ordinal == 12, Desk.Cancel);
        var body = new Body(Guid.CreateVersion7(), await records.Bodies.Where(b => b.Id == like.BodyId).Select(b => b.CommitteeId).SingleAsync(Desk.Cancel), "Ban họp qua hai nhiệm kỳ", $"ban-{Guid.NewGuid():N}");
        var terms = new[] { (2035, "XXX"), (2040, "XXXI") }.Select(t => new Term(Guid.CreateVersion7(), body.CommitteeId, t.Item2, t.Item1, t.Item1 + 5)).ToList();
        var sessions = new[] { (terms[0], 7), (terms[0], 8), (terms[1], 1), (terms[1], 2) }.Select(s => new Session(
            Guid.CreateVersion7(), body.Id, s.Item1.Id, $"phien-{Guid.NewGuid():N}", new($"Phiên {s.Item2} khóa {s.Item1.Label}", s.Item2, SessionKind.Regular))).ToList();
        records.Add(body);
        records.AddRange(terms);
        records.AddRange(sessions);
        await records.SaveChangesAsync(Desk.Cancel);
        foreach (var session in sessions) await AddTaskAsync(session.Id, $"Việc của {session.Title}", null, Today.AddDays(-1));
        var before = await Task.WhenAll(sessions.Select(s => portal.ReadAsync(r => r.TasksBefore(s.Id).CountAsync(Desk.Cancel))));
        Assert.Equal([0, 1, 2, 3], before);
        using var office = await portal.SignInAsync("thu-ky");
        Assert.Contains("3 nhiệm vụ, 3 chưa hoàn thành, 3 quá hạn", (await office.OpenAsync($"/van-phong/hoi-nghi/{sessions[3].Id}")).Words, StringComparison.Ordinal);
        var page = await office.OpenAsync($"/van-phong/hoi-nghi/{sessions[3].Id}/thuc-hien-truoc");
        Assert.Contains("Việc của Phiên 7 khóa XXX", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Việc của Phiên 2 khóa XXXI", page.Words, StringComparison.Ordinal);
    }
}
