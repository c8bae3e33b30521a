using System.Net;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>The agenda as delegates see it, and what changed since each of them looked.</summary>
public sealed class AgendaLookTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Delegates = ["dai-bieu-1", "dai-bieu-2", "dai-bieu-khach"];

    private static string Agenda(string session) => $"/dai-bieu/hoi-nghi/{session.Split('/')[^1]}/chuong-trinh";

    [Fact]
    public async Task TenChanges_AreEachListedRight_ForDelegatesWithDifferentLastLooks()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị mười thay đổi"), ("Input.Ordinal", "41"));
        foreach (var n in Enumerable.Range(1, 6)) await secretary.AddItemAsync(session, n <= 4 ? 0 : 1, $"Nội dung {n}");
        var items = await secretary.ItemsAsync(session);
        var draft = await secretary.AddDraftAsync(items[0], "Dự thảo gốc");
        await portal.InviteAsync(session, Delegates);
        var delegates = await Task.WhenAll(Delegates.Select(name => portal.SignInAsync(name)));
        await secretary.ApproveAsync(session);
        foreach (var delegated in delegates) Assert.Empty((await delegated.OpenAsync(Agenda(session))).Changes());

        var edit = (await secretary.OpenAsync(items[3] + "/sua")).Form("Input.Title");
        var (agency, group) = (edit.Choices("Input.LeadAgencyId")[0], edit.Choices("Input.CategoryId")[1]);
        var agencyName = edit.QuerySelector($"option[value='{agency}']")!.TextContent.Trim();
        var groups = edit.QuerySelectorAll("[name='Input.CategoryId'] option").Select(o => o.TextContent.Trim()).ToArray();

        string Moved(int from, int to) => $"Chuyển vị trí {to}. Nội dung 6 Chuyển từ số {from} đến số {to}";
        string Regrouped(int number) => $"Chuyển nhóm {number}. Nội dung 4 Nhóm: {groups[1]} {groups[2]}";
        const string Renamed = "Đổi tên 2. Nội dung 2 hai", Back = "Khôi phục 3. Nội dung 3", Gone = "Rút khỏi chương trình 3. Nội dung 3", Later = "Hoãn sang hội nghị sau 5. Nội dung 5";
        const string Added = "Tài liệu 4. Nội dung 6 Thêm tài liệu: Dự thảo thêm (bản 1)", Newer = " Tài liệu có bản mới: Dự thảo gốc (bản 1 → bản 2)";
        var led = $"1. Nội dung 1 Cơ quan chủ trì: chưa ghi {agencyName}";

        // For each change what is new to a delegate who saw the version before it, the one before that, and the first one alone.
        // Contents that only have another number because of others are in none of the lists.
        (Func<Task> Act, string[] SinceLast, string[] SinceTheOneBefore, string[] SinceTheFirst)[] steps =
        [
            (() => secretary.AddItemAsync(session, 1, "Nội dung 7"), ["Mới 7. Nội dung 7"], ["Mới 7. Nội dung 7"], ["Mới 7. Nội dung 7"]),
            (() => secretary.EditAsync(items[1], ("Input.Title", "Nội dung hai")), [Renamed], [Renamed, "Mới 7. Nội dung 7"], [Renamed, "Mới 7. Nội dung 7"]),
            (async () => await secretary.SubmitAsync((await secretary.PressAsync(session + "/sap-xep", "Lên: Nội dung 6")).FormWithButton("Đổi số thứ tự")),
                [Moved(6, 5)], [Renamed, Moved(6, 5)], [Renamed, Moved(6, 5), "Mới 7. Nội dung 7"]),
            (() => secretary.EditAsync(items[3], ("Input.CategoryId", group), ("Input.MovesGroup", "true")),
                [Regrouped(7)], [Moved(6, 4), Regrouped(7)], [Renamed, Moved(6, 4), "Mới 6. Nội dung 7", Regrouped(7)]),
            (() => secretary.EditAsync(items[0], ("Input.LeadAgencyId", agency)),
                ["Đổi cơ quan chủ trì " + led], ["Đổi cơ quan chủ trì " + led, Regrouped(7)], ["Đổi cơ quan chủ trì " + led, Renamed, Moved(6, 4), "Mới 6. Nội dung 7", Regrouped(7)]),
            (() => secretary.PressAsync(items[2], "Rút khỏi chương trình"),
                [Gone], ["Đổi cơ quan chủ trì " + led, Gone], ["Đổi cơ quan chủ trì " + led, Renamed, Moved(6, 3), "Mới 5. Nội dung 7", Regrouped(6), Gone]),
            (() => secretary.PressAsync(items[2], "Đưa lại chương trình"), [Back], [], ["Đổi cơ quan chủ trì " + led, Renamed, Moved(6, 4), "Mới 6. Nội dung 7", Regrouped(7)]),

            // With content 5 gone, content 6 stands where it always stood among those that are left. What is gone has the number that the delegate saw.
            (() => secretary.PressAsync(items[4], "Hoãn nội dung"), [Later], [Back, "Hoãn sang hội nghị sau 4. Nội dung 5"], ["Đổi cơ quan chủ trì " + led, Renamed, "Mới 5. Nội dung 7", Regrouped(6), Later]),
            (() => secretary.AddDraftAsync(items[5], "Dự thảo thêm"),
                [Added], [Added, Later], ["Đổi cơ quan chủ trì " + led, Renamed, Added, "Mới 5. Nội dung 7", Regrouped(6), Later]),
            (() => secretary.AddDraftVersionAsync(draft),
                ["Tài liệu 1. Nội dung 1" + Newer], ["Tài liệu 1. Nội dung 1" + Newer, Added],
                ["Đổi cơ quan chủ trì Tài liệu " + led + Newer, Renamed, Added, "Mới 5. Nội dung 7", Regrouped(6), Later]),
        ];
        foreach (var (index, step) in steps.Index())
        {
            await step.Act();
            Assert.Contains($"Đã duyệt chương trình bản {AgendaVersion.Letter(index + 2)}.", (await secretary.ApproveAsync(session)).Words, StringComparison.Ordinal);
            await SeesAsync(0, delegates, session, index + 1, step.SinceLast);
            await SeesAsync(1, delegates, session, Math.Max(1, index), step.SinceTheOneBefore);
            await SeesAsync(2, delegates, session, 1, step.SinceTheFirst);
        }
        Assert.Equal(steps[9].SinceTheFirst, (await secretary.OpenAsync($"{session}/chuong-trinh?tu=A&den=K")).Changes());
        Assert.EndsWith("?tu=A&den=K", (await secretary.OpenAsync($"{session}/chuong-trinh?tu=K&den=A")).Path, StringComparison.Ordinal);
        Assert.Equal(["Rút khỏi chương trình 3. Nội dung 3"], (await secretary.OpenAsync($"{session}/chuong-trinh?den=G")).Changes());
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{session}/chuong-trinh?tu=A&den=Z")).Status);
    }

    /// <summary>Puts a delegate's last look back to a version; what is shown then, and again after a reload, has to be exactly this.</summary>
    private async Task SeesAsync(int delegated, Visitor[] visitors, string session, int last, string[] expected)
    {
        var id = Guid.Parse(session.Split('/')[^1]);
        var (visitor, name) = (visitors[delegated], Delegates[delegated]);
        await using (var records = portal.Databases.NewRecords())
        {
            var person = await records.Delegates.SingleAsync(d => records.Users.Any(u => u.Id == d.UserId && u.UserName == name), TestContext.Current.CancellationToken);
            var changed = await records.AgendaLooks.Where(l => l.SessionId == id && l.DelegateId == person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.SeenOrdinal, last).SetProperty(l => l.BeforeOrdinal, 0), TestContext.Current.CancellationToken);
            Assert.Equal(1, changed);
        }
        string Inbox(Answer page) => page.Document.QuerySelector($"a[href='{Agenda(session)}']")!.TextContent;
        Assert.EndsWith(expected.Length == 0 ? "" : $" - {expected.Length} thay đổi", Inbox(await visitor.OpenAsync("/dai-bieu")), StringComparison.Ordinal);
        Assert.Equal(expected, (await visitor.OpenAsync(Agenda(session))).Changes());
        Assert.Equal(expected, (await visitor.OpenAsync(Agenda(session) + "?thay-doi=true")).Changes());
        Assert.DoesNotContain("thay đổi", Inbox(await visitor.OpenAsync("/dai-bieu")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agenda_IsForTheInvited_AndForThemOnlyOnceApproved()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị chưa duyệt chương trình"));
        await secretary.AddItemAsync(session, 0, "Nội dung chưa duyệt");
        await portal.InviteAsync(session, "dai-bieu-1");
        using var invited = await portal.SignInAsync("dai-bieu-1");
        using var other = await portal.SignInAsync("dai-bieu-2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Agenda(session))).Status);
        var page = await invited.OpenAsync(Agenda(session));
        Assert.Contains("Chưa có chương trình", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nội dung chưa duyệt", page.Words, StringComparison.Ordinal);

        await secretary.ApproveAsync(session);
        await secretary.AddItemAsync(session, 0, "Nội dung thêm sau");
        page = await invited.OpenAsync(Agenda(session));
        Assert.Contains("1. Nội dung chưa duyệt", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nội dung thêm sau", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Agenda(session))).Status);
    }

    [Fact]
    public async Task Papers_AreShownOnceSent_InTheVersionThatTheAgendaFroze()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị có tài liệu"));
        await secretary.AddItemAsync(session, 0, "Nội dung có tài liệu");
        var item = (await secretary.ItemsAsync(session))[0];
        var draft = await secretary.AddDraftAsync(item, "Dự thảo đã gửi");
        var hidden = await secretary.AddDraftAsync(item, "Dự thảo chưa gửi", send: false);
        await portal.InviteAsync(session, "dai-bieu-1");
        await secretary.ApproveAsync(session);
        await secretary.AddDraftVersionAsync(draft);
        await secretary.AddDraftAsync(item, "Dự thảo đến sau");

        using var invited = await portal.SignInAsync("dai-bieu-1");
        var page = await invited.OpenAsync(Agenda(session));
        var link = Assert.Single(page.Document.QuerySelectorAll("main a[href*='du-thao']")).GetAttribute("href")!;
        Assert.EndsWith($"{draft.Split('/')[^1]}?ban=1", link, StringComparison.Ordinal);
        Assert.Contains("Đã có bản 2", (await invited.OpenAsync(link)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dự thảo chưa gửi", page.Words, StringComparison.Ordinal);

        // The office sees both; what came later stands on no version yet.
        var frozen = await secretary.OpenAsync(session + "/chuong-trinh?ban=A");
        Assert.Contains(hidden.Split('/')[^1], frozen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dự thảo đến sau", frozen.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["Tài liệu 1. Nội dung có tài liệu Tài liệu có bản mới: Dự thảo đã gửi (bản 1 → bản 2) Thêm tài liệu: Dự thảo đến sau (bản 1)"],
            (await secretary.OpenAsync(session + "/chuong-trinh")).Changes());
    }

    [Fact]
    public async Task PrefetchedPage_IsNoLook()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị tải trước"));
        await secretary.AddItemAsync(session, 0, "Nội dung");
        await portal.InviteAsync(session, "dai-bieu-1");
        await secretary.ApproveAsync(session);
        using var invited = await portal.SignInAsync("dai-bieu-1");
        using var ahead = new HttpRequestMessage(HttpMethod.Get, Agenda(session));
        ahead.Headers.Add("Sec-Purpose", "prefetch");
        Assert.Equal(HttpStatusCode.OK, (await invited.SendAsync(ahead)).Status);
        await using var records = portal.Databases.NewRecords();
        var id = Guid.Parse(session.Split('/')[^1]);
        Assert.False(await records.AgendaLooks.AnyAsync(l => l.SessionId == id, TestContext.Current.CancellationToken));
    }
}
