using System.Net;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class AgendaItemTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Guid Key(string address) => Guid.Parse(address.Split('/')[^1]);

    private static async Task<(string Session, IReadOnlyList<string> Items)> SessionAsync(Visitor secretary, params string[] titles)
    {
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị " + Guid.CreateVersion7()));
        foreach (var title in titles) await secretary.AddItemAsync(session, 0, title);
        return (session, await secretary.ItemsAsync(session));
    }

    [Fact]
    public async Task Create_WithAnEmptyOrEndlessTitle_KeepsWhatWasTyped()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (session, _) = await SessionAsync(secretary);
        var empty = await secretary.AddItemAsync(session, 1, "  ", ("Input.Note", "Ghi chú giữ lại"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Ghi chú giữ lại"), (empty.Status, empty.Value("Input.Note")));
        Assert.Equal(["Nhập tên nội dung"], empty.Errors);

        var title = new string('b', 1 << 20);
        var endless = await secretary.AddItemAsync(session, 1, title);
        Assert.Equal(["Tên nội dung dài quá 1.000 ký tự. Hãy rút gọn"], endless.Errors);
        Assert.Equal(title, endless.Value("Input.Title"));
    }

    [Fact]
    public async Task Create_WithForgedKeys_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (session, _) = await SessionAsync(secretary);
        var (_, foreign) = await SessionAsync(secretary, "Nội dung của hội nghị khác");
        foreach (var field in (string[])["Input.CategoryId", "Input.LeadAgencyId", "Input.MatterId"])
        {
            var answer = await secretary.AddItemAsync(session, 0, "Nội dung", (field, Guid.CreateVersion7().ToString()));
            Assert.Equal(["Giá trị không hợp lệ. Hãy chọn lại"], answer.Errors.Distinct());
        }
        var taken = await secretary.AddItemAsync(session, 0, "Nội dung", ("Input.Id", Key(foreign[0]).ToString()));
        Assert.Equal((HttpStatusCode.Conflict, "Nội dung"), (taken.Status, taken.Value("Input.Title")));
        Assert.Empty(await secretary.ItemsAsync(session));
    }

    [Fact]
    public async Task Create_SentManyTimesAtOnce_IsStoredOnce_AndDifferentOnesGetDifferentCodes()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (session, _) = await SessionAsync(secretary);
        var form = (await secretary.OpenAsync(session + "/noi-dung/tao")).Form("Input.Title");
        (string, string)[] same = [("Input.Title", "Nội dung gửi nhiều lần"), ("Input.CategoryId", form.FirstChoice("Input.CategoryId"))];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => secretary.SubmitAsync(form, same)));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => secretary.AddItemAsync(session, n % 3, OfficeForms.Title(n))));

        await using var records = portal.Databases.NewRecords();
        var items = await records.AgendaItems.Where(i => i.SessionId == Key(session)).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(1, 7), items.Select(i => i.Code).Order());
        Assert.Equal(Enumerable.Range(1, 7), items.Select(i => i.Position).Order());
    }

    [Fact]
    public async Task Create_InDecomposedUnicode_StoresComposed_AndOpensAMatter()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        const string Title = "Kế hoạch cải cách hành chính";
        var (session, items) = await SessionAsync(secretary, Title.Normalize(System.Text.NormalizationForm.FormD));
        await using var records = portal.Databases.NewRecords();
        var item = await records.AgendaItems.SingleAsync(i => i.Id == Key(items[0]), Cancel);
        Assert.Equal(Title, item.Title);
        Assert.Equal(Title, (await records.Matters.SingleAsync(m => m.Id == item.MatterId, Cancel)).Title);

        await secretary.AddItemAsync(session, 0, "Kế hoạch năm sau", ("Input.MatterId", item.MatterId.ToString()));
        Assert.Equal(2, await records.AgendaItems.CountAsync(i => i.MatterId == item.MatterId, Cancel));
    }

    [Fact]
    public async Task Edit_OfWhatSomebodyElseSaved_ShowsBoth()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (_, items) = await SessionAsync(secretary, "Tên lúc đầu");
        var (mine, theirs) = ((await secretary.OpenAsync(items[0] + "/sua")).Form("Input.Title"), (await secretary.OpenAsync(items[0] + "/sua")).Form("Input.Title"));
        await secretary.SubmitAsync(theirs, ("Input.Title", "Tên của người khác"));
        var conflict = await secretary.SubmitAsync(mine, ("Input.Title", "Tên của tôi"));
        Assert.Equal((HttpStatusCode.Conflict, "Tên của tôi"), (conflict.Status, conflict.Value("Input.Title")));
        Assert.Contains("Tên của người khác", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);

        var saved = await secretary.SubmitAsync(conflict.Form("Input.Title"));
        Assert.Equal("1. Tên của tôi", saved.Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Withdraw_RenumbersTheRest_AndUndoPutsItBack()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (session, items) = await SessionAsync(secretary, "Một", "Hai", "Ba");
        var withdrawn = await secretary.SubmitAsync((await secretary.OpenAsync(items[1])).FormWithButton("Rút khỏi chương trình"));
        Assert.Equal(["1. Một", "2. Ba"], await secretary.TitlesAsync(session));
        await secretary.SubmitAsync(withdrawn.FormWithButton("Hoàn tác"));
        Assert.Equal(["1. Một", "2. Hai", "3. Ba"], await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task InternalMark_LowersTheDrafts_AndIsSticky()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        await using var records = portal.Databases.NewRecords();
        var draft = await records.Drafts.OrderBy(d => d.Id).FirstAsync(Cancel);
        draft.Release();
        await records.SaveChangesAsync(Cancel);
        var page = $"/van-phong/noi-dung/{draft.ItemId}";

        await secretary.SubmitAsync((await secretary.OpenAsync(page)).FormWithButton("Đánh dấu nội bộ"));
        await records.Entry(draft).ReloadAsync(Cancel);
        Assert.True(draft.IsInternal);

        var unmarked = await secretary.SubmitAsync((await secretary.OpenAsync(page)).FormWithButton("Bỏ dấu nội bộ"));
        Assert.Contains("không công bố", unmarked.Document.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        var included = await secretary.SubmitAsync(unmarked.FormWithButton("Đưa vào bản công bố"));
        Assert.DoesNotContain("không công bố", included.Document.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        await records.Entry(draft).ReloadAsync(Cancel);
        Assert.True(draft.IsInternal);
    }

    [Fact]
    public async Task Include_WhileMarkedInternal_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (_, items) = await SessionAsync(secretary, "Nội dung mật thiết");
        await secretary.SubmitAsync((await secretary.OpenAsync(items[0])).FormWithButton("Đánh dấu nội bộ"));
        var answer = await secretary.PostAsync(items[0] + "?handler=Include", items[0]);
        Assert.Equal(["Nội dung đang được đánh dấu nội bộ. Hãy bỏ dấu nội bộ trước khi đưa vào bản công bố."], answer.Errors);
    }

    [Fact]
    public async Task ContentWithOpinions_NotesThatTheyWereRead()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        await using var records = portal.Databases.NewRecords();
        var itemId = await records.Opinions.Where(o => o.ItemId != null).Select(o => o.ItemId!.Value).FirstAsync(Cancel);
        var page = await secretary.OpenAsync($"/van-phong/noi-dung/{itemId}");
        Assert.NotEmpty(page.Document.QuerySelectorAll(".opinion"));

        await using var auditor = new Npgsql.NpgsqlConnection(portal.Databases.For("cr_auditor"));
        await auditor.OpenAsync(Cancel);
        await using var command = new Npgsql.NpgsqlCommand("SELECT count(*) FROM audit.entries WHERE action = 'opinions.read' AND object_id = $1", auditor)
        {
            Parameters = { new() { Value = itemId.ToString() } },
        };
        Assert.Equal(1L, await command.ExecuteScalarAsync(Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/sua")]
    public async Task UnknownContent_IsNotFound(string part)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/van-phong/noi-dung/{Guid.CreateVersion7()}{part}")).Status);
    }
}
