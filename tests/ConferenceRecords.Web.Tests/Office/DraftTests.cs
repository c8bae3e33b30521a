using System.Net;
using System.Text;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class DraftTests(Portal portal) : IClassFixture<Portal>
{
    private const string Pasted = "I. KẾT QUẢ\r\n\r\n1. Tốc độ tăng trưởng đạt 6,56%.\r\n- Chăn nuôi ổn định.\r\nĐoạn thường.";

    private static (string Name, string Value)[] Fields(string text, string title = "Dự thảo mới", bool declared = true) =>
        [("Input.Title", title), ("Input.Text", text), .. declared ? new[] { ("Input.IsNotSecret", "true") } : []];

    [Fact]
    public async Task Create_FromPastedText_NumbersTheParagraphsWithTheirMarkers()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"/van-phong/noi-dung/{place.ItemId}/du-thao/tao")).Form("Input.Text");
        Assert.Null(form.QuerySelector("[name='Input.IsNotSecret']")!.GetAttribute("checked"));

        var draft = await secretary.SubmitAsync(form, Fields(Pasted));
        Assert.Equal(HttpStatusCode.OK, draft.Status);
        Assert.Equal(
            ["I. KẾT QUẢ", "1. Tốc độ tăng trưởng đạt 6,56%.", "- Chăn nuôi ổn định.", "Đoạn thường."],
            draft.Document.QuerySelectorAll(".paragraph .paragraph-text").Select(p => p.TextContent.Trim()));
        Assert.Equal(["doan-1", "doan-2", "doan-3", "doan-4"], draft.Document.QuerySelectorAll(".paragraph").Select(p => p.Id));
        Assert.NotNull(draft.Document.QuerySelector(".tag-internal"));

        // The same form sent again is the same draft; with other words it asks and keeps them.
        var drafts = await portal.CountAsync<Draft>();
        var again = await secretary.SubmitAsync(form, Fields(Pasted));
        Assert.Equal(draft.Path, again.Path);
        var changed = await secretary.SubmitAsync(form, Fields(Pasted + "\nThêm một đoạn."));
        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Contains("Thêm một đoạn.", changed.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(drafts, await portal.CountAsync<Draft>());
    }

    [Theory]
    [InlineData("MẬT")]
    [InlineData("M Ậ T")]
    [InlineData("Độ mật: Tối mật")]
    public async Task Create_WithASecrecyStamp_IsRefusedAndNothingIsStored(string stamp)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var before = (await portal.CountAsync<Draft>(), await portal.CountAsync<DraftVersion>(), await portal.CountAsync<Paragraph>(), await portal.AuditedAsync());
        var form = (await secretary.OpenAsync($"/van-phong/noi-dung/{place.ItemId}/du-thao/tao")).Form("Input.Text");
        var answer = await secretary.SubmitAsync(form, Fields(stamp + "\n" + Pasted));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(answer.Errors, e => e.Contains("dấu chỉ độ mật", StringComparison.Ordinal));
        Assert.Contains("Chăn nuôi ổn định", answer.Document.QuerySelector("#Input_Text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await portal.CountAsync<Draft>(), await portal.CountAsync<DraftVersion>(), await portal.CountAsync<Paragraph>(), await portal.AuditedAsync()));
    }

    [Fact]
    public async Task Create_WithoutDeclaration_WithoutTitle_OrWithAParagraphTooLong_KeepsTheText()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"/van-phong/noi-dung/{place.ItemId}/du-thao/tao")).Form("Input.Text");
        var drafts = await portal.CountAsync<Draft>();
        foreach (var (fields, error) in new[]
        {
            (Fields(Pasted, declared: false), "Xác nhận tài liệu này không mật"),
            (Fields(Pasted, title: ""), "Nhập tên dự thảo"),
            (Fields(Pasted, title: new string('d', 1 << 20)), "Tên dự thảo dài quá"),
            (Fields(Pasted + "\n" + new string('đ', 20_001)), "Đoạn 5 dài quá 20000"),
        })
        {
            var answer = await secretary.SubmitAsync(form, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(answer.Errors, e => e.Contains(error, StringComparison.Ordinal));
            Assert.Contains("Chăn nuôi ổn định", answer.Document.QuerySelector("#Input_Text")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(drafts, await portal.CountAsync<Draft>());
    }

    [Fact]
    public async Task NewVersion_OfTwoWriters_StoresBothAndLosesNothing()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var draftId = await CreateAsync(secretary);
        var first = (await secretary.OpenAsync($"/van-phong/du-thao/{draftId}/ban-moi")).Form("Input.Text");
        var second = (await secretary.OpenAsync($"/van-phong/du-thao/{draftId}/ban-moi")).Form("Input.Text");
        Assert.Equal("I. KẾT QUẢ\n1. Tốc độ tăng trưởng đạt 6,56%.\n- Chăn nuôi ổn định.\nĐoạn thường.", first.QuerySelector("textarea")!.TextContent.TrimStart('\n'));

        var saved = await secretary.SubmitAsync(first, ("Input.Text", Pasted + "\nCủa người thứ nhất."), ("Input.IsNotSecret", "true"));
        Assert.Contains("Đã lưu bản 2", saved.Words, StringComparison.Ordinal);
        var overtaken = await secretary.SubmitAsync(second, ("Input.Text", Pasted + "\nCủa người thứ hai."), ("Input.IsNotSecret", "true"));
        Assert.Equal(HttpStatusCode.Conflict, overtaken.Status);
        Assert.Contains("Của người thứ hai.", overtaken.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var third = await secretary.SubmitAsync(overtaken.Form("Input.Text"));
        Assert.Contains("Đã lưu bản 3", third.Words, StringComparison.Ordinal);
        var old = await secretary.OpenAsync($"/van-phong/du-thao/{draftId}?ban=2");
        Assert.Contains("Của người thứ nhất.", old.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Của người thứ hai.", old.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewVersion_OfManyAtOnce_GetsEachOrdinalOnce()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var draftId = await CreateAsync(secretary);
        var form = (await secretary.OpenAsync($"/van-phong/du-thao/{draftId}/ban-moi")).Form("Input.Text");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n =>
            secretary.SubmitAsync(form, ("Input.Id", Guid.CreateVersion7().ToString()), ("Input.Text", $"Văn bản {n}"), ("Input.IsNotSecret", "true"))));
        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a =>
        {
            Assert.Equal(HttpStatusCode.Conflict, a.Status);
            Assert.StartsWith("Văn bản ", a.Document.QuerySelector("textarea")!.TextContent.TrimStart('\n'), StringComparison.Ordinal);
        });
        Assert.Equal([1, 2], await portal.ReadAsync(r => r.DraftVersions.Where(v => v.DraftId == draftId).OrderBy(v => v.Ordinal).Select(v => v.Ordinal).ToListAsync(Office.Cancel)));
    }

    [Fact]
    public async Task Send_ReadsTheDeadline_AndRecallTakesItBack()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var draftId = await CreateAsync(secretary);
        var form = (await secretary.OpenAsync($"/van-phong/du-thao/{draftId}/gui")).Form("Input.Date");
        foreach (var (date, hour, error) in new[] { ("31/02/2030", "", "Không có ngày này"), ("", "17:00", "Nhập ngày của hạn"), ("03/12/2030", "25:00", "Giờ phải có dạng"), ("03/12/2021", "", "Hạn góp ý đã qua") })
        {
            var refused = await secretary.SubmitAsync(form, ("Input.Date", date), ("Input.Hour", hour));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(refused.Errors, e => e.Contains(error, StringComparison.Ordinal));
            Assert.Equal(date, refused.Document.QuerySelector("#Input_Date")!.GetAttribute("value") ?? "");
        }
        var sent = await secretary.SubmitAsync(form, ("Input.Date", "3/12/2030"), ("Input.Hour", "17h30"));
        Assert.Contains("Nhận góp ý đến 17:30 thứ Ba 03/12/2030", sent.Words, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2030, 12, 3, 10, 30, 0, TimeSpan.Zero), await portal.ReadAsync(r => r.Drafts.Where(d => d.Id == draftId).Select(d => d.OpinionsUntil).SingleAsync(Office.Cancel)));

        var stale = await secretary.SubmitAsync(form, ("Input.Date", ""), ("Input.Hour", ""));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("17:30 thứ Ba 03/12/2030", stale.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);

        await secretary.SubmitAsync(sent.FormWithButton("Thu hồi"));
        Assert.Null(await portal.ReadAsync(r => r.Drafts.Where(d => d.Id == draftId).Select(d => d.SentAt).SingleAsync(Office.Cancel)));
    }

    [Fact]
    public async Task Rename_Stale_ShowsBothTitles_AndNfdIsStoredNfc()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var draftId = await CreateAsync(secretary);
        var (mine, theirs) = ((await secretary.OpenAsync($"/van-phong/du-thao/{draftId}/doi-ten")).Form("Input.Title"), (await secretary.OpenAsync($"/van-phong/du-thao/{draftId}/doi-ten")).Form("Input.Title"));
        await secretary.SubmitAsync(theirs, ("Input.Title", "Tên của người khác".Normalize(NormalizationForm.FormD)));
        Assert.Equal("Tên của người khác", await TitleAsync(draftId));

        var stale = await secretary.SubmitAsync(mine, ("Input.Title", "Tên của tôi"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Tên của người khác", stale.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tên của tôi", stale.Document.QuerySelector("#Input_Title")!.TextContent.Trim());
        await secretary.SubmitAsync(stale.Form("Input.Title"));
        Assert.Equal("Tên của tôi", await TitleAsync(draftId));
    }

    [Fact]
    public async Task Pages_OfUnknownRecords_AreNotThere_AndForOtherRolesClosed()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var none = Guid.CreateVersion7();
        foreach (var path in new[] { $"/van-phong/noi-dung/{none}/du-thao/tao", $"/van-phong/du-thao/{none}", $"/van-phong/du-thao/{place.DraftId}?ban=99", $"/van-phong/du-thao/{none}/ban-moi", $"/van-phong/du-thao/{none}/gui" })
            Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(path)).Status);
        using var guest = await portal.SignInAsync("dai-bieu-1");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/van-phong/du-thao/{place.DraftId}")).Status);
    }

    private Task<string> TitleAsync(Guid draftId) => portal.ReadAsync(r => r.Drafts.Where(d => d.Id == draftId).Select(d => d.Title).SingleAsync(Office.Cancel));

    private async Task<Guid> CreateAsync(Visitor secretary)
    {
        var form = (await secretary.OpenAsync($"/van-phong/noi-dung/{(await portal.PlacesAsync()).ItemId}/du-thao/tao")).Form("Input.Text");
        return Guid.Parse((await secretary.SubmitAsync(form, Fields(Pasted))).Path.Split('/', '?')[3]);
    }
}
