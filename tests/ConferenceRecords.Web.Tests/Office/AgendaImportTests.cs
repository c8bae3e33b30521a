using System.Net;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>A list from Word or Excel becomes the agenda: as a whole, once, or not at all; and it can be taken back.</summary>
public sealed class AgendaImportTests(Portal portal) : IClassFixture<Portal>
{
    private const string Short = "I. 02 nội dung thông qua, báo cáo tại hội nghị\n1. Báo cáo một\n2. Báo cáo hai (Sở Tài chính chủ trì)\n";

    [Theory]
    [InlineData("word-list.html", false)]
    [InlineData("word-table.html", true)]
    [InlineData("excel-table.html", true)]
    [InlineData("writer-list.html", false)]
    [InlineData("calc-sheet.html", true)]
    [InlineData("word-list.txt", false)]
    [InlineData("list.docx", false)]
    [InlineData("sheet.xlsx", true)]
    public async Task List_OfEachProgram_IsStoredAsFourteenFiveTwo(string fixture, bool withAgencies)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var preview = await secretary.ReadAsync(session, fixture);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal(["Văn bản nêu 14, đếm được 14", "Văn bản nêu 5, đếm được 5", "Văn bản nêu 2, đếm được 2"], preview.Document.QuerySelectorAll("[data-picks-of]").Select(tag => tag.TextContent));
        Assert.Empty(await StoredAsync(session));

        var answer = await secretary.ImportAsync(preview);
        Assert.Equal(session, answer.Path);
        Assert.Contains("Đã thêm 21 nội dung.", answer.Words, StringComparison.Ordinal);
        var stored = await StoredAsync(session);
        Assert.Equal(AgendaLists.Expected.Index().Select(e => (e.Index + 1, e.Item.Group, e.Item.Title, withAgencies ? e.Item.Agency : null)), stored.Select(i => (i.Position, i.Group, i.Title, i.Agency)));
        Assert.All(stored, i => Assert.Matches("^[0-9]{1,2}[.]?$", i.Number));
        Assert.Equal(AgendaLists.Expected.Index().Select(e => $"{e.Index + 1}. {e.Item.Title}"), await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task Import_SentTwice_IsStoredOnce()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var preview = await secretary.PasteAsync(session, Short);
        var answers = await Task.WhenAll(secretary.ImportAsync(preview), secretary.ImportAsync(preview));
        Assert.All(answers, answer => Assert.Equal(session, answer.Path));
        Assert.Equal(session, (await secretary.ImportAsync(preview)).Path);
        Assert.Equal(["1. Báo cáo một", "2. Báo cáo hai"], await secretary.TitlesAsync(session));

        // The same key with other rows is not the same form: nothing is lost, and nothing is stored until it is sent again.
        var other = await secretary.ImportAsync(preview, ("Input.Rows[1].Title", "Báo cáo ba"));
        Assert.Equal((HttpStatusCode.Conflict, "Báo cáo ba"), (other.Status, other.Value("Input.Rows[1].Title")));
        Assert.Equal(2, (await StoredAsync(session)).Count);
    }

    [Fact]
    public async Task Undo_TakesEverythingBack_AndTheNumbersAreFreeAgain()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var preview = await secretary.PasteAsync(session, Short);
        var done = await secretary.ImportAsync(preview);
        var item = (await secretary.ItemsAsync(session))[0];
        var undone = await secretary.SubmitAsync(done.FormWithButton("Hoàn tác"));
        Assert.Contains("Đã hoàn tác: bỏ 2 nội dung vừa nhập.", undone.Words, StringComparison.Ordinal);
        Assert.Empty(await secretary.ItemsAsync(session));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(item)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(item + "/du-thao/tao")).Status);

        // The form of before, sent again, asks first.
        Assert.Equal(HttpStatusCode.Conflict, (await secretary.ImportAsync(preview)).Status);
        await secretary.ImportAsync(await secretary.PasteAsync(session, Short));
        Assert.Equal([1, 2], (await StoredAsync(session)).Select(i => i.Code));
    }

    [Fact]
    public async Task Undo_AfterAnOpinionOrADraftOrAnApproval_IsRefusedAsAWhole()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var done = await secretary.ImportAsync(await secretary.PasteAsync(session, Short));
        await using (var records = portal.Databases.NewRecords())
        {
            var key = Key(session);
            var item = await records.AgendaItems.SingleAsync(i => i.Title == "Báo cáo hai" && i.SessionId == key, Office.Cancel);
            records.Add(new Domain.Drafts.Draft(Guid.CreateVersion7(), item.Id, "Dự thảo"));
            await records.SaveChangesAsync(Office.Cancel);
        }
        var refused = await secretary.SubmitAsync(done.FormWithButton("Hoàn tác"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Chưa hoàn tác được: “Báo cáo hai” đã có dự thảo", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(2, (await StoredAsync(session)).Count);

        var approved = await secretary.NewSessionAsync();
        done = await secretary.ImportAsync(await secretary.PasteAsync(approved, Short));
        var versions = await secretary.OpenAsync(approved + "/chuong-trinh");
        await secretary.SubmitAsync(versions.Document.Forms.First(f => f.QuerySelector("button") is { } b && b.TextContent.Contains("Duyệt", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Conflict, (await secretary.SubmitAsync(done.FormWithButton("Hoàn tác"))).Status);
    }

    [Fact]
    public async Task OneBadRow_StoresNothing_AndKeepsWhatWasTyped()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var preview = await secretary.PasteAsync(session, "1. Một\n2. Hai\n");
        Assert.Contains("Chưa rõ nhóm", preview.Words, StringComparison.Ordinal);
        var category = preview.Form("Input.Rows[0].Title").Choices("Input.Rows[0].CategoryId")[1];
        var before = await portal.RowsOfAllTablesAsync();
        var refused = await secretary.ImportAsync(preview, ("Input.Rows[0].CategoryId", category), ("Input.Rows[0].Title", "Một, sửa lại"), ("Input.Rows[1].Title", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["Dòng 2: Nhập tên nội dung", "Dòng 2: Chọn nhóm nội dung"], refused.Errors);
        Assert.Equal(("Một, sửa lại", category), (refused.Value("Input.Rows[0].Title"), refused.Value("Input.Rows[0].CategoryId")));
        Assert.Equal(before, await portal.RowsOfAllTablesAsync());

        // The row that is not wanted is left out, the other one goes in.
        await secretary.SubmitAsync(refused.Form("Input.Rows[0].Title"), "Nhập 2 nội dung", ("Input.Rows[1].Take", "false"));
        Assert.Equal(["1. Một, sửa lại"], await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task NothingTicked_SaysSo()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var preview = await secretary.PasteAsync(session, Short);
        Assert.Equal(["Chưa chọn nội dung nào. Đánh dấu các dòng cần nhập."], (await secretary.ImportAsync(preview, ("Input.Rows[0].Take", "false"), ("Input.Rows[1].Take", "false"))).Errors);
    }

    [Fact]
    public async Task Rows_AlreadyOnTheAgenda_AreNotTicked()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        await secretary.AddItemAsync(session, 2, "BÁO CÁO  một");
        var preview = await secretary.PasteAsync(session, Short);
        Assert.Contains("Đã có trong chương trình", preview.Words, StringComparison.Ordinal);
        await secretary.ImportAsync(preview);
        Assert.Equal(["1. BÁO CÁO một", "2. Báo cáo hai"], await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task TwoSecretaries_WithTheSameList_DoNotDoubleIt()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var (first, second) = (await secretary.PasteAsync(session, Short), await secretary.PasteAsync(session, Short));
        await secretary.ImportAsync(first);
        var refused = await secretary.ImportAsync(second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, refused.Errors.Count(e => e.Contains("vừa có người thêm nội dung này", StringComparison.Ordinal)));
        Assert.Equal(2, (await StoredAsync(session)).Count);
    }

    [Fact]
    public async Task LegacyText_IsShownBeforeAndAfter_AndCanBeExchanged()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var preview = await secretary.PasteAsync(session, "Th«ng qua, b¸o c¸o:\n1. B¸o c¸o ch\u00AD¬ng tr×nh ®Çu t\u00AD c«ng\n2. B¸o c¸o c«ng t¸c §¶ng bé\n");
        Assert.Contains("Bảng mã cũ đã được chuyển sang Unicode", preview.Words, StringComparison.Ordinal);
        Assert.Equal("Báo cáo chương trình đầu tư công", preview.Value("Input.Rows[0].Title"));
        var exchanged = await secretary.SubmitAsync(preview.Form("Input.Rows[0].Title"), "Đổi với bản gốc");
        Assert.Equal("B¸o c¸o c«ng t¸c §¶ng bé", exchanged.Value("Input.Rows[1].Title"));
        var back = await secretary.SubmitAsync(exchanged.Form("Input.Rows[0].Title"), "Đổi với bản gốc");
        await secretary.ImportAsync(back);
        Assert.Equal(["1. Báo cáo chương trình đầu tư công", "2. Báo cáo công tác Đảng bộ"], await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task Import_IntoAnotherSession_WithAForgedCategory_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var preview = await secretary.PasteAsync(session, Short);
        var refused = await secretary.ImportAsync(preview, ("Input.Rows[0].CategoryId", Guid.NewGuid().ToString()), ("Input.Rows[1].LeadAgencyId", Guid.NewGuid().ToString()));
        Assert.Equal(["Dòng 1: Giá trị không hợp lệ. Hãy chọn lại", "Dòng 2: Giá trị không hợp lệ. Hãy chọn lại"], refused.Errors);
        Assert.Empty(await StoredAsync(session));
    }

    private static Guid Key(string session) => Guid.Parse(session[^36..]);

    private Task<List<Row>> StoredAsync(string session) => portal.ReadAsync(records => (
        from i in records.AgendaItems
        where i.SessionId == Key(session) && i.DiscardedAt == null
        join c in records.AgendaCategories on i.CategoryId equals c.Id
        join a in records.Agencies on i.LeadAgencyId equals a.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        orderby i.Position
        select new Row(i.Code, i.Position, c.Position, i.Title, agency!.Name, i.WrittenNumber!)).ToListAsync(Office.Cancel));

    private sealed record Row(int Code, int Position, int Group, string Title, string? Agency, string Number);
}
