using System.Net;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class SessionTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Guid Key(string address) => Guid.Parse(address.Split('/')[^1]);

    private async Task<Session> StoredAsync(string address)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Sessions.AsNoTracking().SingleAsync(s => s.Id == Key(address), Cancel);
    }

    [Fact]
    public async Task TwentyOneContents_EnteredOneAfterTheOther_AreCountedByGroup()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị thử hai mươi mốt nội dung"), ("Input.Ordinal", "XIII"), ("Input.StatedItems", "21"),
            ("Input.Stated[0].Value", "14"), ("Input.Stated[1].Value", "5"), ("Input.Stated[2].Value", "2"));
        var form = (await secretary.OpenAsync(session + "/noi-dung/tao")).Form("Input.Title");
        var number = 0;
        foreach (var (group, size) in ((int[])[14, 5, 2]).Index())
        {
            for (var i = 0; i < size; i++)
            {
                (string, string)[] first = i == 0 ? [("Input.CategoryId", form.Choices("Input.CategoryId")[group])] : [];
                var next = await secretary.SubmitAsync(form, "Lưu và thêm tiếp", [("Input.Title", OfficeForms.Title(++number)), .. first]);
                Assert.Contains("Đã thêm nội dung.", next.Words, StringComparison.Ordinal);
                form = next.Form("Input.Title");
                Assert.True(form.QuerySelector("[name='Input.Title']")!.HasAttribute("autofocus"));
            }
        }

        var page = await secretary.OpenAsync(session);
        Assert.Equal(["14", "5", "2"], page.Document.QuerySelectorAll(".segments svg text").Select(t => t.TextContent));
        Assert.Equal(Enumerable.Range(1, 21).Select(n => $"{n}. {OfficeForms.Title(n)}"), await secretary.TitlesAsync(session));
        Assert.Null(page.Document.QuerySelector(".notice.warning"));
        Assert.Equal("ban-chap-hanh-khoa-xx-lan-13", (await StoredAsync(session)).Slug);

        var day = VietnamTime.Day(VietnamTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(3));
        await secretary.SubmitAsync((await secretary.OpenAsync(session + "/buoi")).Form("Input.Date"), ("Input.Date", day));
        var dashboard = await secretary.OpenAsync("/van-phong");
        Assert.Contains("còn 3 ngày", dashboard.Words, StringComparison.Ordinal);
        Assert.Contains("21/21 nội dung", dashboard.Words, StringComparison.Ordinal);
        Assert.Equal(21, dashboard.Document.QuerySelectorAll(".square[data-state=todo]").Length);
    }

    [Fact]
    public async Task StatedNumbers_ThatDoNotFit_AreNamed()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị có số liệu lệch"), ("Input.StatedItems", "21"),
            ("Input.Stated[0].Value", "14"), ("Input.Stated[1].Value", "5"), ("Input.Stated[2].Value", "1"));
        await secretary.AddItemAsync(session, 2, "Nội dung duy nhất");
        var warning = (await secretary.OpenAsync(session)).Document.QuerySelector(".notice.warning")!.TextContent;
        Assert.Contains("Tổng văn bản nêu là 21, khác tổng các nhóm là 20.", warning, StringComparison.Ordinal);
        Assert.Contains("Văn bản nêu 21 nội dung, trong chương trình có 1.", warning, StringComparison.Ordinal);
        Assert.Contains("văn bản nêu 14, đếm được 0.", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("văn bản nêu 1, đếm được", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithoutTitle_SaysWhatToDo_AndKeepsTheRest()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync("/van-phong/hoi-nghi/tao")).Form("Input.Title");
        var answer = await secretary.SubmitAsync(form, ("Input.Title", " "), ("Input.Chair", "Bí thư"), ("Input.StatedItems", "hai mốt"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["Chọn cơ quan họp", "Nhập số nguyên từ 0 đến 9999, ví dụ 21", "Nhập tên hội nghị"], answer.Errors.Order(StringComparer.Ordinal));
        Assert.Equal(("Bí thư", "hai mốt"), (answer.Value("Input.Chair"), answer.Value("Input.StatedItems")));
    }

    [Fact]
    public async Task Create_WithATitleOfAMegabyte_KeepsWhatWasTyped()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync("/van-phong/hoi-nghi/tao")).Form("Input.Title");
        var title = new string('a', 1 << 20);
        var answer = await secretary.SubmitAsync(form, ("Input.Title", title), ("Input.BodyId", form.FirstChoice("Input.BodyId")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["Tên hội nghị dài quá 1.000 ký tự. Hãy rút gọn"], answer.Errors);
        Assert.Equal(title, answer.Value("Input.Title"));
    }

    [Fact]
    public async Task Create_InDecomposedUnicode_StoresComposed()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        const string Title = "Hội nghị chuyên đề về chuyển đổi số";
        var session = await secretary.CreateSessionAsync(("Input.Title", Title.Normalize(System.Text.NormalizationForm.FormD)));
        var stored = await StoredAsync(session);
        Assert.Equal((Title, "hoi-nghi-chuyen-de-ve-chuyen-doi-so"), (stored.Title, stored.Slug));
    }

    [Fact]
    public async Task Create_SentTwice_IsStoredOnce()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync("/van-phong/hoi-nghi/tao")).Form("Input.Title");
        (string, string)[] values = [("Input.Title", "Hội nghị gửi hai lần"), ("Input.BodyId", form.FirstChoice("Input.BodyId"))];
        var answers = new[] { await secretary.SubmitAsync(form, values), await secretary.SubmitAsync(form, values) };
        Assert.Equal(answers[0].Path, answers[1].Path);
        await using var records = portal.Databases.NewRecords();
        Assert.Equal(1, await records.Sessions.CountAsync(s => s.Title == "Hội nghị gửi hai lần", Cancel));

        var other = await secretary.SubmitAsync(form, ("Input.Title", "Hội nghị khác"), ("Input.BodyId", form.FirstChoice("Input.BodyId")));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("Hội nghị khác", other.Value("Input.Title"));
    }

    [Fact]
    public async Task Create_WithAnOrdinalThatIsTaken_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync("/van-phong/hoi-nghi/tao")).Form("Input.Title");
        var answer = await secretary.SubmitAsync(form, ("Input.Title", "Hội nghị trùng số"), ("Input.Ordinal", "12"), ("Input.BodyId", form.FirstChoice("Input.BodyId")));
        Assert.Equal(["Nhiệm kỳ này đã có hội nghị mang số thứ tự đó."], answer.Errors);
    }

    [Fact]
    public async Task Edit_OfWhatSomebodyElseSaved_ShowsBoth_AndTheSecondSaveKeepsMine()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        using var colleague = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị hai người sửa"));
        var mine = (await secretary.OpenAsync(session + "/sua")).Form("Input.Title");

        // A stated number of a group counts as a change of the session.
        await colleague.SubmitAsync((await colleague.OpenAsync(session + "/sua")).Form("Input.Title"), ("Input.Stated[0].Value", "7"));
        var conflict = await secretary.SubmitAsync(mine, ("Input.Title", "Tên của tôi"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Hội nghị hai người sửa", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("7", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tên của tôi", conflict.Value("Input.Title"));

        var saved = await secretary.SubmitAsync(conflict.Form("Input.Title"));
        Assert.Equal(session, saved.Path);
        Assert.Equal("Tên của tôi", (await StoredAsync(session)).Title);
    }

    [Fact]
    public async Task Sitting_SentAgainWithAnotherDateOrForAnotherSession_LosesNothing_AndIsSavedByTheNextPress()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var first = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị có một buổi")) + "/buoi";
        var other = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị khác có một buổi")) + "/buoi";
        var form = (await secretary.OpenAsync(first)).Form("Input.Date");
        var key = form.QuerySelector("[name='Input.Id']")!.GetAttribute("value")!;
        await secretary.SubmitAsync(form, ("Input.Date", "03/12/2021"));

        foreach (var page in new[] { first, other })
        {
            var again = await secretary.SubmitAsync((await secretary.OpenAsync(page)).Form("Input.Date"), ("Input.Id", key), ("Input.Date", "06/12/2021"));
            Assert.Equal((HttpStatusCode.Conflict, "06/12/2021"), (again.Status, again.Value("Input.Date")));
            var saved = await secretary.SubmitAsync(again.Form("Input.Date"));
            Assert.Contains("Đã thêm: Buổi sáng, thứ Hai 06/12/2021.", saved.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sittings_AreAddedWithTheirWeekday_RemovedAndBroughtBack()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị có buổi họp")) + "/buoi";
        var bad = await secretary.SubmitAsync((await secretary.OpenAsync(page)).Form("Input.Date"), ("Input.Date", "31/02/2021"), ("Input.Place", "Hội trường"));
        Assert.Equal(["Không có ngày này trong lịch. Hãy kiểm tra lại ngày và tháng"], bad.Errors);
        Assert.Equal("Hội trường", bad.Value("Input.Place"));

        var form = bad.Form("Input.Date");
        var added = await secretary.SubmitAsync(form, ("Input.Date", "3.12.2021"));
        Assert.Contains("Đã thêm: Buổi sáng, thứ Sáu 03/12/2021.", added.Words, StringComparison.Ordinal);
        Assert.Single((await secretary.SubmitAsync(form, ("Input.Date", "3.12.2021"))).Document.QuerySelectorAll(".rows li"));

        var twice = await secretary.SubmitAsync(added.Form("Input.Date"), ("Input.Date", "03/12/2021"));
        Assert.Equal(["Buổi này đã có trong hội nghị."], twice.Errors);

        var removed = await secretary.SubmitAsync(twice.FormWithButton("Bỏ buổi"));
        Assert.Empty(removed.Document.QuerySelectorAll(".rows li"));
        var back = await secretary.SubmitAsync(removed.FormWithButton("Hoàn tác"));
        Assert.Contains("thứ Sáu 03/12/2021", back.Document.QuerySelector(".rows li")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/sua")]
    [InlineData("/buoi")]
    [InlineData("/noi-dung/tao")]
    [InlineData("/sap-xep")]
    [InlineData("/chuong-trinh")]
    public async Task UnknownSession_IsNotFound_AndDelegatesStayOutside(string part)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/van-phong/hoi-nghi/{Guid.CreateVersion7()}{part}")).Status);
        var session = (await secretary.OpenAsync("/van-phong/hoi-nghi")).Document.QuerySelector(".row-title")!.GetAttribute("href")!;
        using var person = await portal.SignInAsync("dai-bieu-1");
        Assert.NotEqual(HttpStatusCode.OK, (await person.GetAsync(session + part)).Status);
    }
}
