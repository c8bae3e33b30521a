using System.Buffers.Text;
using System.Net;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.Groups;

public sealed class GroupTests(Portal portal) : IClassFixture<Portal>
{
    private async Task<DiscussionGroup> StoredAsync(string session, string name) =>
        await portal.ReadAsync(r => r.DiscussionGroups.AsNoTracking().SingleAsync(g => g.SessionId == Key(session) && g.Name == name, Desk.Cancel));

    private static async Task<Answer> AddAsync(Visitor secretary, string session, string name) =>
        await secretary.SubmitAsync((await secretary.OpenAsync(session + "/to")).Form("Input.Name"), ("Input.Name", name));

    [Fact]
    public async Task Add_SentTwice_IsStoredOnce_AndLedByTheInvitedAlone()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, other) = (await portal.PlacesAsync(), await portal.AddOtherSessionAsync());
        var form = (await secretary.OpenAsync($"{place.Session}/to")).Form("Input.Name");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SubmitAsync(form, ("Input.Name", "Tổ 10"), ("Input.LeaderId", other.Delegates[0].ToString()))).Status);
        for (var sent = 0; sent < 2; sent++) await secretary.SubmitAsync(form, ("Input.Name", "Tổ 10"), ("Input.LeaderId", place.Delegates[0].ToString()));
        Assert.Equal(place.Delegates[0], (await StoredAsync(place.Session, "Tổ 10")).LeaderId);
        Assert.Contains("Đã có tổ mang tên này. Nhập tên khác", (await AddAsync(secretary, place.Session, "tổ 10")).Errors);

        // Numbers in names count as numbers.
        var list = await AddAsync(secretary, place.Session, "Tổ 2");
        Assert.Equal(["Tổ 2", "Tổ 10"], list.Document.QuerySelectorAll("li[id^=to-] strong").Select(s => s.TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{other.Session}/to/{(await StoredAsync(place.Session, "Tổ 2")).Id}")).Status);
    }

    [Fact]
    public async Task Edit_OfWhatSomebodyElseSaved_ShowsBoth_AndTheSecondSaveKeepsMine()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var other = await portal.AddOtherSessionAsync();
        await AddAsync(secretary, other.Session, "Tổ A");
        var group = await StoredAsync(other.Session, "Tổ A");
        var mine = (await secretary.OpenAsync($"{other.Session}/to/{group.Id}")).Form("Input.Name");
        await secretary.SubmitAsync((await secretary.OpenAsync($"{other.Session}/to/{group.Id}")).Form("Input.Name"), ("Input.Name", "Tổ B"), ("Input.SecretaryId", other.Delegates[0].ToString()));
        var conflict = await secretary.SubmitAsync(mine, ("Input.Name", "Tổ C"));
        Assert.Equal((HttpStatusCode.Conflict, "Tổ C"), (conflict.Status, conflict.Value("Input.Name")));
        Assert.Contains("Tổ B", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        await secretary.SubmitAsync(conflict.Form("Input.Name"));
        Assert.Equal((Guid?)null, (await StoredAsync(other.Session, "Tổ C")).SecretaryId);
    }

    [Fact]
    public async Task Dissolve_KeepsTheGroup_AndIsUndone_UnlessItsNameIsTaken()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var other = await portal.AddOtherSessionAsync();
        var list = await AddAsync(secretary, other.Session, "Tổ 1");
        var gone = await secretary.SubmitAsync(list.FormWithButton("Giải thể Tổ 1"));
        Assert.NotNull((await StoredAsync(other.Session, "Tổ 1")).RemovedAt);
        Assert.Empty(gone.Document.QuerySelectorAll("li[id^=to-]"));
        await secretary.SubmitAsync(gone.FormWithButton("Hoàn tác"));
        Assert.Null((await StoredAsync(other.Session, "Tổ 1")).RemovedAt);

        var again = await secretary.SubmitAsync((await secretary.OpenAsync($"{other.Session}/to")).FormWithButton("Giải thể Tổ 1"));
        await secretary.SubmitAsync(again.Form("Input.Name"), ("Input.Name", "Tổ 1"));
        var refused = await secretary.SubmitAsync((await secretary.OpenAsync($"{other.Session}/to")).FormWithButton("Lập lại Tổ 1"));
        Assert.Contains("đã có tổ khác mang tên này", refused.Words, StringComparison.Ordinal);
        Assert.Single(refused.Document.QuerySelectorAll("li[id^=to-]"));
    }

    [Fact]
    public async Task Members_AreDealtEvenly_PreviewedSavedAndUndone()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị chia tổ"));
        await InviteAsync(session, place.Delegates);
        foreach (var name in (string[])["Tổ 1", "Tổ 2", "Tổ 3"]) await AddAsync(secretary, session, name);
        var page = await secretary.OpenAsync(session + "/to/thanh-vien");
        var preview = await secretary.SubmitAsync(Handler(page, "Deal"), "Chia đều theo thứ tự");
        Assert.Equal(place.Delegates.Count, preview.Document.QuerySelectorAll("td .tag[data-state=wait]").Length);
        Assert.True(IsUnsaved(preview));
        Assert.Equal(0, await InGroupsAsync(session));

        var saved = await secretary.SubmitAsync(Handler(preview, ""), "Lưu danh sách tổ");
        Assert.Contains($"Đã chia {place.Delegates.Count} đại biểu.", saved.Words, StringComparison.Ordinal);
        Assert.False(IsUnsaved(saved));
        var sizes = await portal.ReadAsync(r => r.Invitations.Where(i => i.SessionId == Key(session)).GroupBy(i => i.GroupId).Select(g => g.Count()).ToListAsync(Desk.Cancel));
        Assert.True(sizes.Count == 3 && sizes.Max() - sizes.Min() <= 1);

        var undone = await secretary.SubmitAsync(saved.FormWithButton("Hoàn tác"));
        Assert.Contains($"Đã trả {place.Delegates.Count} đại biểu về tổ cũ.", undone.Words, StringComparison.Ordinal);
        Assert.Equal(0, await InGroupsAsync(session));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync(session + "/to/thanh-vien?handler=Undo&viec=AAAA!", session + "/to/thanh-vien")).Status);

        // One person twice: nothing that the page ever wrote.
        byte[] person = [.. place.Delegates[0].ToByteArray(), 0, 0];
        var forged = Base64Url.EncodeToString([1, .. Guid.Empty.ToByteArray(), .. person, .. person]);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync($"{session}/to/thanh-vien?handler=Undo&viec={forged}", session + "/to/thanh-vien")).Status);
    }

    /// <summary>Whether leaving the page asks first.</summary>
    private static bool IsUnsaved(Answer page) => page.Document.QuerySelector("form[data-unsaved]") is not null;

    [Fact]
    public async Task Members_MovedBySomebodyElse_AreNamed_AndTheOthersChoicesStand()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị hai người chia tổ"));
        await InviteAsync(session, [.. place.Delegates.Take(3)]);
        foreach (var name in (string[])["Tổ 1", "Tổ 2"]) await AddAsync(secretary, session, name);
        var mine = await secretary.OpenAsync(session + "/to/thanh-vien");
        var theirs = await secretary.OpenAsync(session + "/to/thanh-vien");
        Choose(theirs, 0, "Tổ 1");
        Choose(theirs, 2, "Tổ 2");
        await secretary.SubmitAsync(Handler(theirs, ""), "Lưu danh sách tổ");
        Choose(mine, 0, "Tổ 2");
        Choose(mine, 1, "Tổ 1");
        var conflict = await secretary.SubmitAsync(Handler(mine, ""), "Lưu danh sách tổ");
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains(": Tổ 1", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);

        // The third person, whom only the other one moved, stays where the other one put him.
        await secretary.SubmitAsync(Handler(conflict, ""), "Lưu danh sách tổ");
        var (one, two) = (await StoredAsync(session, "Tổ 1"), await StoredAsync(session, "Tổ 2"));
        var sizes = await portal.ReadAsync(r => r.Invitations.Where(i => i.SessionId == Key(session)).Select(i => i.GroupId).ToListAsync(Desk.Cancel));
        Assert.Equal((1, 2), (sizes.Count(g => g == one.Id), sizes.Count(g => g == two.Id)));
    }

    [Fact]
    public async Task Members_IntoADissolvedGroup_AreRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị có tổ giải thể"));
        await InviteAsync(session, [place.Delegates[0]]);
        foreach (var name in (string[])["Tổ 1", "Tổ 2"]) await AddAsync(secretary, session, name);
        var page = await secretary.OpenAsync(session + "/to/thanh-vien");
        Choose(page, 0, "Tổ 2");
        await secretary.SubmitAsync((await secretary.OpenAsync(session + "/to")).FormWithButton("Giải thể Tổ 2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SubmitAsync(Handler(page, ""), "Lưu danh sách tổ")).Status);
        Assert.Equal(0, await InGroupsAsync(session));
    }

    private static Guid Key(string session) => Guid.Parse(session.Split('/')[^1]);

    private static AngleSharp.Html.Dom.IHtmlFormElement Handler(Answer page, string handler)
    {
        var form = page.Form("chon");
        if (handler.Length > 0) form.SetAttribute("action", form.QuerySelector($"button[formaction*='handler={handler}']")!.GetAttribute("formaction"));
        return form;
    }

    private static void Choose(Answer page, int person, string group)
    {
        var list = (AngleSharp.Html.Dom.IHtmlSelectElement)page.Document.QuerySelectorAll("select[name=chon]")[person];
        list.Value = list.Options.Single(o => o.Text == group).Value;
    }

    private Task<int> InGroupsAsync(string session) => portal.ReadAsync(r => r.Invitations.CountAsync(i => i.SessionId == Key(session) && i.GroupId != null, Desk.Cancel));

    private async Task InviteAsync(string session, IReadOnlyList<Guid> delegates)
    {
        await using var records = portal.Databases.NewRecords();
        records.AddRange(delegates.Select(d => new Invitation(Guid.CreateVersion7(), Key(session), d, DateTimeOffset.UtcNow)));
        await records.SaveChangesAsync(Desk.Cancel);
    }
}
