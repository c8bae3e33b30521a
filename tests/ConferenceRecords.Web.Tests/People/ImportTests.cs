using System.Diagnostics;
using System.Net;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Files;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.People;

public sealed class ImportTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FiveThousand_ArePreviewedByTheHundred_Entered_AndTakenBack()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, watch) = (await portal.PlacesAsync(), Stopwatch.StartNew());
        var preview = await secretary.ReadAsync(await secretary.UploadAsync(Lists.Workbook(5_000), query: $"?hoi-nghi={place.SessionId}"));
        output.WriteLine($"Read after {watch.Elapsed}");
        Assert.Equal(100, preview.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Trang 1/50", preview.Words, StringComparison.Ordinal);
        Assert.Equal("Nhập 5.000 đại biểu", preview.Document.QuerySelector("button.primary")!.TextContent);

        watch.Restart();
        var form = preview.FormWithButton("Lưu lựa chọn");
        var done = await secretary.SubmitAsync(form, "Nhập 5.000 đại biểu");
        output.WriteLine($"Entered after {watch.Elapsed}: {done.Status} {done.Path} {done.Document.QuerySelector("main")?.TextContent.Trim()}");
        Assert.Contains("Đã nhập 5.000 đại biểu, thêm chức vụ cho 0 người đã có, mời 5.000 người.", done.Words, StringComparison.Ordinal);
        var (id, job) = (preview.Key(), await portal.JobAsync(preview.Key()));
        Assert.Equal((ImportState.Entered, null), (job.State, job.Rows));
        Assert.Equal(5_000, await portal.EnteredAsync(id));
        Assert.Equal(1_666, await portal.ReadAsync(r => r.Posts.CountAsync(p => p.BodyId != null && p.Since == new DateOnly(2020, 5, 1) && r.Delegates.Any(d => d.Id == p.DelegateId && d.ImportId == id), Cancel)));
        var order = await portal.ReadAsync(r => (from i in r.Invitations join d in r.Delegates on i.DelegateId equals d.Id where d.ImportId == id orderby i.InvitedAt, i.Id select d.Unit).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, 5_000).Select(n => $"Đơn vị thử {n}"), order);

        // The same form again, as after a lost answer, enters nobody.
        await secretary.SubmitAsync(form, "Nhập 5.000 đại biểu");
        Assert.Equal(5_000, await portal.EnteredAsync(id));

        watch.Restart();
        var back = await secretary.SubmitAsync(done.FormWithButton("Hoàn tác"));
        output.WriteLine($"Taken back after {watch.Elapsed}");
        Assert.Contains("Đã bỏ 5.000 người của danh sách này khỏi danh bạ.", back.Words, StringComparison.Ordinal);
        Assert.Equal(0, await portal.EnteredAsync(id));
        Assert.Equal(0, await portal.ReadAsync(r => r.Invitations.CountAsync(i => i.RevokedAt == null && r.Delegates.Any(d => d.Id == i.DelegateId && d.ImportId == id), Cancel)));
    }

    [Fact]
    public async Task TheSameList_SentTwiceAtOnce_IsReadOnce_AndHeldByNobodyAfterwards()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync(Lists.Page)).Form("Input.File");
        (string, string)[] values = [("Input.Text", "Họ và tên\tĐơn vị\nNguyễn Gửi Hai Lần\tĐơn vị gửi hai lần"), ("Input.IsNotSecret", "true")];
        var pages = await Task.WhenAll(secretary.SubmitAsync(form, values), secretary.SubmitAsync(form, values));
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(pages[0].Key(), pages[1].Key());
        Assert.Equal("Nhập 1 đại biểu", (await secretary.ReadAsync(pages[0])).Document.QuerySelector("button.primary")!.TextContent);
        Assert.True(await portal.ReadAsync(async r => !await ImportHold.IsThereAsync(r, pages[0].Key(), Cancel)));
    }

    [Fact]
    public async Task Reading_ShowsProgress_IsCancelled_AndLeavesNothing()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var people = await portal.CountAsync<Delegate>();
        Answer page;
        await using (await portal.HoldDirectoryAsync())
        {
            // While somebody holds the directory the list can't be compared with it: it stays in the middle of its reading.
            page = await secretary.UploadAsync(Lists.Workbook(5_000));
            for (var i = 0; i < 100 && (await portal.JobAsync(page.Key())).Total is null; i++) await Task.Delay(50, Cancel);
            page = await secretary.OpenAsync(page.Path);
            Assert.Equal("5001", page.Document.QuerySelector("progress")!.GetAttribute("max"));
            Assert.Contains("/5.001 dòng", page.Words, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector("head noscript meta[http-equiv=refresh]"));
            var state = System.Text.Json.JsonDocument.Parse((await secretary.GetAsync(page.Path + "?handler=Progress")).Text).RootElement;
            Assert.True(state.GetProperty("reading").GetBoolean());

            var cancelled = await secretary.SubmitAsync(page.FormWithButton("Hủy"));
            Assert.Contains("Đã hủy danh sách. Không có gì được lưu.", cancelled.Words, StringComparison.Ordinal);
        }
        await Task.Delay(500, Cancel);
        var job = await portal.JobAsync(page.Key());
        Assert.Equal((ImportState.Cancelled, null), (job.State, job.Rows));
        Assert.Equal(people, await portal.CountAsync<Delegate>());
        Assert.Contains("Đã hủy", (await secretary.OpenAsync(page.Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_Cancelled_LeavesNothing()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var preview = await secretary.ReadAsync(await secretary.PasteAsync("Họ và tên\tĐơn vị\nNgười Bị Hủy\tĐơn vị hủy"));
        var people = await portal.CountAsync<Delegate>();
        await secretary.SubmitAsync(preview.FormWithButton("Hủy danh sách này"));
        await secretary.SubmitAsync(preview.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu");
        var job = await portal.JobAsync(preview.Key());
        Assert.Equal((ImportState.Cancelled, null, people), (job.State, job.Rows, await portal.CountAsync<Delegate>()));
    }

    [Theory]
    [InlineData("text with the name of a workbook", "không đúng với tên tệp")]
    [InlineData("document with the name of a workbook", "không đúng với tên tệp")]
    [InlineData("zip bomb", "Tệp nén bất thường")]
    [InlineData("document", "Cần tệp Excel (.xlsx)")]
    [InlineData("linked workbook", "liên kết đến tệp, ảnh hoặc mẫu bên ngoài")]
    [InlineData("no content", "Tệp rỗng")]
    public async Task HostileFile_IsRefusedOnTheForm_WithoutAJob(string what, string message)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (name, content) = what switch
        {
            "text with the name of a workbook" => ("a.xlsx", "Họ và tên"u8.ToArray()),
            "zip bomb" => ("a.xlsx", Package.Workbook(["Họ và tên"]).With("xl/media/blank.bin", new byte[32 << 20]).Bytes()),
            "document" => ("a.docx", Package.Document("Họ và tên").Bytes()),
            "no content" => ("a.xlsx", []),
            _ => HostileFiles.All[what](),
        };
        var jobs = await portal.CountAsync<ImportJob>();
        var answer = await secretary.UploadAsync(content, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(jobs, await portal.CountAsync<ImportJob>());
    }

    [Fact]
    public async Task File_NamedAsSecret_IsRefusedWithoutAJob()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var jobs = await portal.CountAsync<ImportJob>();
        var answer = await secretary.UploadAsync(Lists.Workbook(1), "TỐI MẬT.xlsx");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("dấu chỉ độ mật", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(jobs, await portal.CountAsync<ImportJob>());
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Họ và tên</v></c></row><row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row>", "Ô A2 có công thức")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nguyễn Văn An</v></c></row>", "Không thấy dòng tiêu đề có cột Họ và tên")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Họ và tên</v></c></row>", "không có đại biểu nào")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Họ và tên</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>TUYỆT MẬT</v></c></row>", "dấu chỉ độ mật")]
    public async Task List_ThatCannotBeRead_SaysWhatToDo_AndKeepsNothing(string rows, string message)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.ReadAsync(await secretary.UploadAsync(Package.WorkbookOf(rows).Bytes()));
        Assert.Contains(message, page.Document.QuerySelector(".notice.error")!.TextContent, StringComparison.Ordinal);
        var job = await portal.JobAsync(page.Key());
        Assert.Equal((ImportState.Failed, null), (job.State, job.Rows));
    }

    [Fact]
    public async Task Job_IsItsOwnersAlone_AndALostOneIsToldAsFailed()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var me = await portal.ReadAsync(r => r.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(Cancel));
        var other = await portal.ReadAsync(r => r.Users.Where(u => u.UserName == "quan-tri").Select(u => u.Id).SingleAsync(Cancel));
        var (lost, theirs, old) = (
            new ImportJob { Kind = "people", OwnerId = me, StartedAt = DateTimeOffset.UtcNow },
            new ImportJob { Kind = "people", OwnerId = other, StartedAt = DateTimeOffset.UtcNow },
            new ImportJob { Kind = "people", OwnerId = me, StartedAt = DateTimeOffset.UtcNow.AddHours(-25), State = ImportState.Ready, Rows = new PeopleList([], []).Write() });
        await using (var records = portal.Databases.NewRecords())
        {
            records.AddRange(lost, theirs, old);
            await records.SaveChangesAsync(Cancel);
            await records.SweepImportsAsync(DateTimeOffset.UtcNow, Cancel);
        }
        Assert.Contains("Hệ thống khởi động lại", (await secretary.OpenAsync($"{Lists.Page}/{lost.Id}")).Words, StringComparison.Ordinal);
        var expired = await portal.JobAsync(old.Id);
        Assert.Equal((ImportState.Cancelled, null), (expired.State, expired.Rows));
        foreach (var handler in new[] { "", "?handler=Progress" }) Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{Lists.Page}/{theirs.Id}{handler}")).Status);
        foreach (var handler in new[] { "Cancel", "Choose", "Enter", "TakeBack" })
            Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync($"{Lists.Page}/{theirs.Id}?handler={handler}", Lists.Page)).Status);
    }

    [Fact]
    public async Task UploadSentTwice_IsOneJob_AndAnEmptyOneSaysWhatToDo()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync(Lists.Page)).Form("Input.File");
        (string, string)[] values = [("Input.Text", "Họ và tên\nNgười Gửi Hai Lần"), ("Input.IsNotSecret", "true")];
        var answers = new[] { await secretary.SubmitAsync(form, values), await secretary.SubmitAsync(form, values) };
        Assert.Equal(answers[0].Path, answers[1].Path);
        Assert.Equal(["Xác nhận tài liệu này không mật. Tài liệu mật không được đưa lên hệ thống này", "Chọn tệp Excel, hoặc dán bảng vào ô bên dưới"], (await secretary.SubmitAsync((await secretary.OpenAsync(Lists.Page)).Form("Input.File"))).Errors);
    }

    [Fact]
    public async Task Template_Downloaded_IsAWorkbookThatTheImportTakes()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var answer = await secretary.GetAsync("/van-phong/dai-bieu/mau-nhap");
        Assert.Equal("mau-nhap-dai-bieu.xlsx", answer.Response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("no-store", answer.Response.Headers.CacheControl!.ToString());
        Assert.Equal(VietnameseText.Slug("Mẫu nhập đại biểu") + ".xlsx", answer.Response.Content.Headers.ContentDisposition.FileName);
    }
}
