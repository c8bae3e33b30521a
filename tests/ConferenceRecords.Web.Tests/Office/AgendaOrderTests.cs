using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class AgendaOrderTests(Portal portal) : IClassFixture<Portal>
{
    private static async Task<string> SessionAsync(Visitor secretary)
    {
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị " + Guid.CreateVersion7()));
        foreach (var (title, group) in ((string, int)[])[("Một", 0), ("Hai", 0), ("Ba", 1), ("Bốn", 1), ("Năm", 1)]) await secretary.AddItemAsync(session, group, title);
        return session;
    }

    private static (string, string)[] Order(Answer page, int list, params int[] order)
    {
        var rows = page.Document.QuerySelectorAll("[data-sortable]")[list];
        var keys = rows.Children.Select(row => row.GetAttribute("data-id")!).ToList();
        return [.. order.Select(i => ("order", keys[i])), ("version", rows.GetAttribute("data-version")!)];
    }

    /// <summary>What the script sends after a row was dragged.</summary>
    private static async Task<Answer> DragAsync(Visitor secretary, string session, (string Name, string Value)[] order)
    {
        var token = (await secretary.OpenAsync(session + "/sap-xep")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(order.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var request = new HttpRequestMessage(HttpMethod.Post, session + "/sap-xep?handler=Order") { Content = body, Headers = { { "Accept", "application/json" } } };
        return await secretary.SendAsync(request);
    }

    [Fact]
    public async Task Buttons_MoveWithinTheGroup()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await SessionAsync(secretary);
        var page = await secretary.OpenAsync(session + "/sap-xep");
        Assert.Equal(["1", "3"], page.Document.QuerySelectorAll("[data-sortable]").Select(list => list.GetAttribute("start")));
        page = await secretary.SubmitAsync(page.FormWithButton("Lên: Năm"));
        Assert.Contains("Năm chuyển đến vị trí 4", page.Words, StringComparison.Ordinal);
        await secretary.SubmitAsync(page.FormWithButton("Xuống: Một"));
        Assert.Equal(["1. Hai", "2. Một", "3. Ba", "4. Năm", "5. Bốn"], await secretary.TitlesAsync(session));
    }

    [Theory]
    [InlineData("3", "1. Một|2. Hai|3. Năm|4. Ba|5. Bốn", null)]
    [InlineData("2", "1. Một|2. Hai|3. Ba|4. Bốn|5. Năm", "Vị trí này không thuộc nhóm của nội dung. Muốn đổi nhóm, hãy sửa nội dung.")]
    [InlineData("ba", "1. Một|2. Hai|3. Ba|4. Bốn|5. Năm", "Nhập số nguyên từ 0 đến 9999, ví dụ 21")]
    public async Task Place_TakesANumberOfTheGroup(string position, string expected, string? error)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await SessionAsync(secretary);
        var form = (await secretary.OpenAsync(session + "/sap-xep")).Form("Input.Position");
        var answer = await secretary.SubmitAsync(form, ("Input.ItemId", form.Choices("Input.ItemId")[4]), ("Input.Position", position));
        Assert.Equal(error is null ? [] : [error], answer.Errors);
        Assert.Equal(expected.Split('|'), await secretary.TitlesAsync(session));
        if (error is not null) Assert.Equal(position, answer.Value("Input.Position"));
    }

    [Fact]
    public async Task DraggedOrder_IsSaved_AndAnsweredWithTheNextVersion()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await SessionAsync(secretary);
        var page = await secretary.OpenAsync(session + "/sap-xep");
        var saved = await DragAsync(secretary, session, Order(page, 1, 2, 0, 1));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var now = (await secretary.OpenAsync(session + "/sap-xep")).Document.QuerySelectorAll("[data-sortable]")[1].GetAttribute("data-version");
        using var answer = System.Text.Json.JsonDocument.Parse(saved.Text);
        Assert.Equal(now, answer.RootElement.GetProperty("version").GetString());
        Assert.Equal(["1. Một", "2. Hai", "3. Năm", "4. Ba", "5. Bốn"], await secretary.TitlesAsync(session));

        // The other list of the page was not touched: its version still holds.
        Assert.Equal(HttpStatusCode.OK, (await DragAsync(secretary, session, Order(page, 0, 1, 0))).Status);

        // What the script got to undo its first move is refused once the list is another, and works while it is not.
        var undo = answer.RootElement.GetProperty("undo").GetString()!;
        Assert.Contains("Đã trở lại thứ tự trước.", (await secretary.PostAsync(undo, session + "/sap-xep")).Words, StringComparison.Ordinal);
        Assert.Equal(["1. Hai", "2. Một", "3. Ba", "4. Bốn", "5. Năm"], await secretary.TitlesAsync(session));
        Assert.Equal(HttpStatusCode.Conflict, (await secretary.PostAsync(undo, session + "/sap-xep")).Status);
    }

    [Fact]
    public async Task DraggedOrder_BuiltOnAnOldOne_IsAConflict_AndChangesNothing()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await SessionAsync(secretary);
        var page = await secretary.OpenAsync(session + "/sap-xep");
        await secretary.SubmitAsync(page.FormWithButton("Lên: Năm"));
        Assert.Equal(HttpStatusCode.Conflict, (await DragAsync(secretary, session, Order(page, 1, 2, 0, 1))).Status);

        var fresh = await secretary.OpenAsync(session + "/sap-xep");
        foreach (var forged in (int[][])[[0, 1], [0, 0, 1], []])
            Assert.Equal(HttpStatusCode.Conflict, (await DragAsync(secretary, session, Order(fresh, 1, forged))).Status);
        Assert.Equal(["1. Một", "2. Hai", "3. Ba", "4. Năm", "5. Bốn"], await secretary.TitlesAsync(session));
    }

    [Fact]
    public async Task ManyAtOnce_NeverLeaveAGapOrADuplicate()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await SessionAsync(secretary);
        var page = await secretary.OpenAsync(session + "/sap-xep");
        await Task.WhenAll(((string[])["Lên: Bốn", "Xuống: Ba", "Lên: Năm", "Xuống: Một", "Lên: Hai"])
            .Select(button => secretary.SubmitAsync(page.FormWithButton(button))).Append(secretary.AddItemAsync(session, 0, "Sáu")));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), (await secretary.TitlesAsync(session)).Select(t => t.Split('.')[0]));
    }

    [Fact]
    public async Task Move_OfAContentOfAnotherSession_IsNotFound()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (session, other) = (await SessionAsync(secretary), await SessionAsync(secretary));
        var foreign = (await secretary.ItemsAsync(other))[1].Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync($"{session}/sap-xep?handler=Move&itemId={foreign}", session + "/sap-xep", ("direction", "up"))).Status);
    }
}
