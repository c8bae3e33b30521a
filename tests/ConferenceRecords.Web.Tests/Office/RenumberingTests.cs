using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>Numbers that people were already told do not change without a question.</summary>
public sealed class RenumberingTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Stored = ["1. Một", "2. Hai", "3. Ba", "4. Bốn", "5. Năm"];

    /// <summary>A session with two and three contents in two groups, its agenda approved.</summary>
    private static async Task<string> ApprovedAsync(Visitor secretary)
    {
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị " + Guid.CreateVersion7()));
        foreach (var (title, group) in ((string, int)[])[("Một", 0), ("Hai", 0), ("Ba", 1), ("Bốn", 1), ("Năm", 1)]) await secretary.AddItemAsync(session, group, title);
        await secretary.ApproveAsync(session);
        return session;
    }

    private static string[] Rows(Answer page) =>
        [.. page.Document.QuerySelectorAll("[data-renumbering] > li").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    [Fact]
    public async Task EveryWayToReorder_AsksFirst_WithTheNumbersThatChange()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await ApprovedAsync(secretary);
        var page = await secretary.OpenAsync(session + "/sap-xep");
        string[] upOne = ["5 → 4 Năm Số đã gửi: 5 · Mã cố định 05", "4 → 5 Bốn Số đã gửi: 4 · Mã cố định 04"];
        string[] toThree = ["5 → 3 Năm Số đã gửi: 5 · Mã cố định 05", "3 → 4 Ba Số đã gửi: 3 · Mã cố định 03", "4 → 5 Bốn Số đã gửi: 4 · Mã cố định 04"];

        var asked = await secretary.SubmitAsync(page.FormWithButton("Lên: Năm"));
        Assert.Equal(upOne, Rows(asked));
        Assert.Contains("Số đã gửi trong chương trình bản A", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Mã cố định không đổi", asked.Words, StringComparison.Ordinal);
        var choice = page.Form("Input.Position");
        Assert.Equal(toThree, Rows(await secretary.SubmitAsync(choice, ("Input.ItemId", choice.Choices("Input.ItemId")[4]), ("Input.Position", "3"))));
        Assert.Equal(toThree, Rows(await secretary.SubmitAsync(page.FormWithButton("Chuyển: Năm"), ("Input.Position", "3"))));

        // The moves that the script gathered come in the form beside the list.
        var list = page.Document.QuerySelectorAll("[data-sortable]")[1];
        var keys = list.Children.Select(row => row.GetAttribute("data-id")!).ToArray();
        (string, string)[] gathered = [("order", keys[2]), ("order", keys[0]), ("order", keys[1]), ("version", list.GetAttribute("data-version")!)];
        Assert.Equal(toThree, Rows(await secretary.PostAsync(session + "/sap-xep?handler=Order", session + "/sap-xep", gathered)));
        Assert.Equal(Stored, await secretary.TitlesAsync(session));
        Assert.Equal(session + "/sap-xep", asked.Document.QuerySelector("main a.quiet")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Confirmed_RenumbersOnce_AndUndo_RestoresTheOrderWhileNothingElseChanged()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await ApprovedAsync(secretary);
        var asked = await secretary.PressAsync(session + "/sap-xep", "Lên: Năm");
        var done = await secretary.SubmitAsync(asked.FormWithButton("Đổi số thứ tự"));
        Assert.Contains("Đã đổi số thứ tự.", done.Words, StringComparison.Ordinal);
        Assert.Equal(["1. Một", "2. Hai", "3. Ba", "4. Năm", "5. Bốn"], await secretary.TitlesAsync(session));

        // The question was about an order that is there no more.
        var again = await secretary.SubmitAsync(asked.FormWithButton("Đổi số thứ tự"));
        Assert.Equal((HttpStatusCode.Conflict, "Danh sách nội dung của nhóm đã thay đổi. Hãy tải lại trang rồi sắp xếp lại."), (again.Status, Assert.Single(again.Errors)));

        var undo = done.FormWithButton("Hoàn tác");
        Assert.Contains("Đã trở lại thứ tự trước.", (await secretary.SubmitAsync(undo)).Words, StringComparison.Ordinal);
        Assert.Equal(Stored, await secretary.TitlesAsync(session));
        var twice = await secretary.SubmitAsync(undo);
        Assert.Equal((HttpStatusCode.Conflict, "Thứ tự hoặc chương trình đã thay đổi sau đó nên không hoàn tác được."), (twice.Status, Assert.Single(twice.Errors)));
        Assert.Equal(Stored, await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task Undo_AfterTheNextApproval_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await ApprovedAsync(secretary);
        var done = await secretary.SubmitAsync((await secretary.PressAsync(session + "/sap-xep", "Lên: Năm")).FormWithButton("Đổi số thứ tự"));
        var undo = done.FormWithButton("Hoàn tác");
        await secretary.ApproveAsync(session);
        Assert.Equal(HttpStatusCode.Conflict, (await secretary.SubmitAsync(undo)).Status);
        foreach (var forged in (string[])["", "?", "1.2.3", "99"])
            Assert.Equal(HttpStatusCode.Conflict, (await secretary.PostAsync($"{session}/sap-xep?handler=Undo&truoc={Uri.EscapeDataString(forged)}&sau=x&ban=2", session + "/sap-xep")).Status);
        Assert.Equal(["1. Một", "2. Hai", "3. Ba", "4. Năm", "5. Bốn"], await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task Place_ThatChangesNoNumber_DoesNotAsk_AndOneOutsideTheGroup_IsRefusedFirst()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await ApprovedAsync(secretary);
        var page = await secretary.OpenAsync(session + "/sap-xep");
        Assert.Empty(Rows(await secretary.SubmitAsync(page.FormWithButton("Chuyển: Năm"), ("Input.Position", "5"))));
        Assert.Equal(["Vị trí này không thuộc nhóm của nội dung. Muốn đổi nhóm, hãy sửa nội dung."], (await secretary.SubmitAsync(page.FormWithButton("Chuyển: Năm"), ("Input.Position", "1"))).Errors);

        // Keys of another session and orders that leave somebody out change nothing, confirmed or not.
        var other = await ApprovedAsync(secretary);
        var foreign = (await secretary.OpenAsync(other + "/sap-xep")).Document.QuerySelectorAll("[data-sortable]")[0];
        (string, string)[] forged = [.. foreign.Children.Reverse().Select(row => ("order", row.GetAttribute("data-id")!)), ("version", foreign.GetAttribute("data-version")!), ("isConfirmed", "true")];
        Assert.Equal(HttpStatusCode.Conflict, (await secretary.PostAsync(session + "/sap-xep?handler=Order", session + "/sap-xep", forged)).Status);
        Assert.Equal(Stored, await secretary.TitlesAsync(other));
        Assert.Equal(Stored, await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task AnotherGroup_AfterAnApproval_NeedsItsTick_AndNothingTypedIsLost()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await ApprovedAsync(secretary);
        var item = (await secretary.ItemsAsync(session))[0];
        var form = (await secretary.OpenAsync(item + "/sua")).Form("Input.Title");
        var group = form.Choices("Input.CategoryId")[1];
        var answer = await secretary.SubmitAsync(form, ("Input.CategoryId", group), ("Input.Title", "Một đổi tên"));
        Assert.StartsWith("Nhóm của nội dung đổi.", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(("Một đổi tên", group), (answer.Value("Input.Title"), answer.Value("Input.CategoryId")));
        Assert.Equal(["2 → 1", "3 → 2", "4 → 3", "5 → 4", "1 → 5"], Rows(answer).Select(row => row[..5]));
        Assert.Equal(Stored, await secretary.TitlesAsync(session));

        await secretary.SubmitAsync(answer.Form("Input.Title"), ("Input.MovesGroup", "true"));
        Assert.Equal(["1. Hai", "2. Ba", "3. Bốn", "4. Năm", "5. Một đổi tên"], await secretary.TitlesAsync(session));

        // Without another group the tick is not asked for.
        Assert.Empty((await secretary.EditAsync(item, ("Input.Title", "Một lần nữa"))).Errors);
    }
}
