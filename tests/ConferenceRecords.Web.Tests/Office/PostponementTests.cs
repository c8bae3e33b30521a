using System.Net;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Delegates;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>A content that is put off goes on as the same matter, with its papers, on the next agenda.</summary>
public sealed class PostponementTests(Portal portal) : IClassFixture<Portal>
{
    private static int ordinal = 60;

    private static string Agenda(string session) => $"/dai-bieu/hoi-nghi/{session.Split('/')[^1]}/chuong-trinh";

    private static string Read(string draft) => $"/dai-bieu/du-thao/{draft.Split('/')[^1]}";

    /// <summary>Two sessions; the first has two contents, its agenda is approved with the papers of the first content.</summary>
    private static async Task<(string First, string Second, string Item, int Ordinal)> SessionsAsync(Visitor secretary)
    {
        var number = Interlocked.Add(ref ordinal, 2);
        var first = await secretary.CreateSessionAsync(("Input.Title", $"Hội nghị lần thứ {number}"), ("Input.Ordinal", $"{number}"));
        var second = await secretary.CreateSessionAsync(("Input.Title", $"Hội nghị lần thứ {number + 1}"), ("Input.Ordinal", $"{number + 1}"));
        await secretary.AddItemAsync(first, 0, $"Đề án hoãn {number}");
        await secretary.AddItemAsync(first, 0, $"Nội dung ở lại {number}");
        return (first, second, (await secretary.ItemsAsync(first))[0], number);
    }

    private static async Task<string> TakeUpAsync(Visitor secretary, string session, int number) =>
        (await secretary.PressAsync(session + "/noi-dung-hoan", $"Đưa vào chương trình: Đề án hoãn {number}")).Path;

    [Fact]
    public async Task Postponed_GoesOnAsTheSameMatter_AndLaterPapersStandOnTheSecondAgendaOnly()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (first, second, item, number) = await SessionsAsync(secretary);
        var draft = await secretary.AddDraftAsync(item, "Tờ trình ban đầu");
        await portal.InviteAsync(first, "dai-bieu-1");
        await portal.InviteAsync(second, "dai-bieu-2");
        await secretary.ApproveAsync(first);
        await secretary.PressAsync(item, "Hoãn nội dung");
        Assert.Contains("Hoãn sang hội nghị sau", (await secretary.OpenAsync(item)).Words, StringComparison.Ordinal);
        Assert.Contains("nội dung hoãn từ hội nghị trước", (await secretary.OpenAsync(second)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"Đề án hoãn {number}", (await secretary.OpenAsync(first + "/noi-dung-hoan")).Words, StringComparison.Ordinal);

        var next = await TakeUpAsync(secretary, second, number);
        var (page, back) = (await secretary.OpenAsync(next), await secretary.OpenAsync(item));
        Assert.Contains($"Tiếp theo nội dung 1, hội nghị lần thứ {number}", page.Words, StringComparison.Ordinal);
        Assert.Contains($"Hoãn sang hội nghị lần thứ {number + 1}", back.Words, StringComparison.Ordinal);
        Assert.NotNull(back.Document.QuerySelector($"main a[href='{next}']"));
        Assert.NotNull(page.Document.QuerySelector($"main a[href='{item}']"));
        Assert.NotNull(page.Document.QuerySelector($"main a[href='{draft}']"));
        Assert.Single(await portal.ReadAsync(records => records.AgendaItems
            .Where(i => i.Id == Key(item) || i.Id == Key(next)).Select(i => i.MatterId).Distinct().ToListAsync(Office.Cancel)));

        await secretary.AddDraftAsync(next, "Tài liệu bổ sung");
        await secretary.AddDraftVersionAsync(draft);
        await secretary.ApproveAsync(second);
        await secretary.ApproveAsync(first);
        Assert.Contains("Tờ trình ban đầu (bản 1)", (await secretary.OpenAsync(first + "/chuong-trinh?ban=A")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tài liệu bổ sung", (await secretary.OpenAsync(first + "/chuong-trinh?ban=A")).Words, StringComparison.Ordinal);
        Assert.Equal([$"Hoãn sang hội nghị lần thứ {number + 1} 1. Đề án hoãn {number}"], (await secretary.OpenAsync(first + "/chuong-trinh?den=B")).Changes());
        var frozen = (await secretary.OpenAsync(second + "/chuong-trinh?ban=A")).Words;
        Assert.Contains("Tờ trình ban đầu (bản 2)", frozen, StringComparison.Ordinal);
        Assert.Contains("Tài liệu bổ sung (bản 1)", frozen, StringComparison.Ordinal);
        Assert.Contains("2 dự thảo, bản 2", (await secretary.OpenAsync(second)).Words, StringComparison.Ordinal);

        // Delegates of each session: the first keeps what it had, the second reads on.
        using var one = await portal.SignInAsync("dai-bieu-1");
        using var two = await portal.SignInAsync("dai-bieu-2");
        Assert.DoesNotContain("Tài liệu bổ sung", (await one.OpenAsync(Agenda(first))).Words, StringComparison.Ordinal);
        Assert.Contains("Tài liệu bổ sung", (await two.OpenAsync(Agenda(second))).Words, StringComparison.Ordinal);
        var kept = await one.OpenAsync(Read(draft));
        Assert.Contains("Bản 1", kept.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã có bản 2", kept.Words, StringComparison.Ordinal);
        Assert.Contains("Nội dung đã hoãn sang hội nghị sau", kept.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(Read(draft) + "?ban=2")).Status);
        Assert.Contains($"Hội nghị lần thứ {number + 1}", (await two.OpenAsync(Read(draft))).Words, StringComparison.Ordinal);
        Assert.Contains("Bản 2", (await two.OpenAsync(Read(draft))).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(Agenda(second))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await two.GetAsync(Agenda(first))).Status);
    }

    [Fact]
    public async Task OpinionOnACarriedPaper_BelongsToTheContentThatCarriesItNow()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (first, second, item, number) = await SessionsAsync(secretary);
        var draft = await secretary.AddDraftAsync(item, "Dự thảo xin ý kiến");
        await portal.InviteAsync(first, "dai-bieu-1", "dai-bieu-2");
        await portal.InviteAsync(second, "dai-bieu-2");
        using var one = await portal.SignInAsync("dai-bieu-1");
        using var two = await portal.SignInAsync("dai-bieu-2");
        var earlier = await two.SendOpinionAsync(Key(draft), "Ý kiến trước khi hoãn");
        var form = await one.OpenAsync(Read(draft) + "/gop-y?doan=2&ban=1");
        await secretary.PressAsync(item, "Hoãn nội dung");

        // Between the sessions nobody sends; what was typed comes back.
        var refused = await one.SubmitAsync(form.Form("Input.Text"), ("Input.Kind", "Amend"), ("Input.Text", "Ý kiến đến muộn"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ý kiến đến muộn", refused.Text, StringComparison.Ordinal);
        Assert.Contains("hoãn sang hội nghị sau", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var next = await TakeUpAsync(secretary, second, number);
        var receipt = await two.SendOpinionAsync(Key(draft), "Ý kiến ở hội nghị sau");
        Assert.StartsWith($"YK-{number + 1}/XX-01-", receipt.Number(), StringComparison.Ordinal);
        Assert.StartsWith($"YK-{number}/XX-01-", earlier.Number(), StringComparison.Ordinal);
        Assert.Equal((Key(next), Key(second)), await portal.ReadAsync(records => records.Opinions.Where(o => o.Id == receipt.Key()).Select(o => new ValueTuple<Guid?, Guid>(o.ItemId, o.SessionId)).SingleAsync(Office.Cancel)));
        Assert.Contains("Ý kiến ở hội nghị sau", (await secretary.OpenAsync(next)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ý kiến ở hội nghị sau", (await secretary.OpenAsync(item)).Words, StringComparison.Ordinal);

        // A delegate of the first session alone reads, writes notes and does not send.
        Assert.Equal(["Lưu ghi chú riêng"], (await one.OpenAsync(Read(draft) + "/gop-y")).Document.QuerySelectorAll("main form button").Select(b => b.TextContent.Trim()));

        // The office chooses paragraphs of the carried paper for the new content.
        var capture = await secretary.OpenAsync($"{second}/y-kien?noi-dung={Key(next)}");
        Assert.Contains("Dự thảo xin ý kiến", capture.Text, StringComparison.Ordinal);
        Assert.Contains(Key(second).ToString(), (await secretary.OpenAsync(draft)).Document.QuerySelector("main .paragraph-add")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_OfAPostponedContent_IsAddedWhereTheContentGoesOn()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (_, second, item, number) = await SessionsAsync(secretary);
        var open = (await secretary.OpenAsync(item + "/du-thao/tao")).Form("Input.Title");
        await secretary.PressAsync(item, "Hoãn nội dung");
        var refused = await secretary.SubmitAsync(open, ("Input.Title", "Dự thảo muộn"), ("Input.Text", "Đoạn đã gõ"), ("Input.IsNotSecret", "true"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Đoạn đã gõ", refused.Text, StringComparison.Ordinal);
        Assert.Contains("ở hội nghị sau", (await secretary.OpenAsync(item + "/du-thao/tao")).Words, StringComparison.Ordinal);
        Assert.Empty(await portal.ReadAsync(records => records.Drafts.Where(d => d.ItemId == Key(item)).ToListAsync(Office.Cancel)));

        var next = await TakeUpAsync(secretary, second, number);
        Assert.NotNull((await secretary.OpenAsync(item + "/du-thao/tao")).Document.QuerySelector($"main a[href='{next}/du-thao/tao']"));
        await secretary.AddDraftAsync(next, "Dự thảo đúng chỗ");
    }

    [Fact]
    public async Task TakenUp_OnceOnly_AlsoByTwoAtTheSameMoment()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (first, second, item, number) = await SessionsAsync(secretary);
        var third = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị chuyên đề " + number));
        await secretary.PressAsync(item, "Hoãn nội dung");
        var forms = await Task.WhenAll(((string[])[second, third]).Select(async s => (await secretary.OpenAsync(s + "/noi-dung-hoan")).FormWithButton($"Đưa vào chương trình: Đề án hoãn {number}")));
        var answers = await Task.WhenAll(forms.Select(form => secretary.SubmitAsync(form)));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Contains("Nội dung này vừa được đưa vào chương trình", Assert.Single(answers.Single(a => a.Status == HttpStatusCode.Conflict).Errors), StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(records => records.AgendaItems.CountAsync(i => i.ContinuesId == Key(item), Office.Cancel)));

        // The same form sent again answers like the first time, and the first session can't take its content back.
        var winner = forms[answers[0].Status == HttpStatusCode.OK ? 0 : 1];
        Assert.Equal(HttpStatusCode.OK, (await secretary.SubmitAsync(winner)).Status);
        Assert.Equal(1, await portal.ReadAsync(records => records.AgendaItems.CountAsync(i => i.ContinuesId == Key(item), Office.Cancel)));
        var back = await secretary.PostAsync(item + "?handler=Restore", first + "/buoi");
        Assert.Equal(["Nội dung đã được đưa vào chương trình hội nghị sau nên không hoàn tác được việc hoãn."], back.Errors);
    }

    [Fact]
    public async Task Undo_OfEitherStep_PutsEverythingBack()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (first, second, item, number) = await SessionsAsync(secretary);
        var draft = await secretary.AddDraftAsync(item, "Dự thảo qua lại");
        var titles = await secretary.TitlesAsync(first);
        var postponed = await secretary.PressAsync(item, "Hoãn nội dung");
        Assert.Equal([$"1. Nội dung ở lại {number}"], await secretary.TitlesAsync(first));
        await secretary.SubmitAsync(postponed.FormWithButton("Hoàn tác"));
        Assert.Equal(titles, await secretary.TitlesAsync(first));

        await secretary.PressAsync(item, "Hoãn nội dung");
        var taken = await secretary.PressAsync(second + "/noi-dung-hoan", $"Đưa vào chương trình: Đề án hoãn {number}");
        var undo = taken.FormWithButton("Hoàn tác");
        Assert.Contains($"Đề án hoãn {number}", (await secretary.SubmitAsync(undo)).Words, StringComparison.Ordinal);
        Assert.Empty(await secretary.TitlesAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(taken.Path)).Status);
        Assert.Contains(Key(item).ToString(), (await secretary.OpenAsync(draft)).Document.QuerySelector("main .paragraph-add")!.GetAttribute("href"), StringComparison.Ordinal);

        // Taken up again it gets the same permanent number; with a paper of its own it is not undone any more.
        var next = await secretary.PressAsync(second + "/noi-dung-hoan", $"Đưa vào chương trình: Đề án hoãn {number}");
        Assert.NotNull(next.Document.QuerySelector($"main a[href='{draft}']"));
        Assert.Equal(1, await portal.ReadAsync(records => records.AgendaItems.Where(i => i.Id == Key(next.Path)).Select(i => i.Code).SingleAsync(Office.Cancel)));
        await secretary.AddDraftAsync(next.Path, "Dự thảo của hội nghị sau");
        Assert.Equal(HttpStatusCode.Conflict, (await secretary.SubmitAsync(next.FormWithButton("Hoàn tác"))).Status);
    }

    [Fact]
    public async Task Postponed_Twice_CarriesEveryPaperOn()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (first, second, item, number) = await SessionsAsync(secretary);
        var third = await secretary.CreateSessionAsync(("Input.Title", $"Hội nghị lần thứ {number + 100}"), ("Input.Ordinal", $"{number + 100}"));
        var draft = await secretary.AddDraftAsync(item, "Dự thảo đi ba hội nghị");
        await portal.InviteAsync(first, "dai-bieu-1");
        await portal.InviteAsync(third, "dai-bieu-1", "dai-bieu-2");
        await secretary.PressAsync(item, "Hoãn nội dung");
        var next = await TakeUpAsync(secretary, second, number);
        await secretary.AddDraftAsync(next, "Dự thảo thêm giữa đường");
        await secretary.PressAsync(next, "Hoãn nội dung");
        var last = await TakeUpAsync(secretary, third, number);
        Assert.Equal(2, (await secretary.OpenAsync(last)).Document.QuerySelectorAll("main a[href*='/van-phong/du-thao/']").Length);
        Assert.Contains(Key(last).ToString(), (await secretary.OpenAsync(draft)).Document.QuerySelector("main .paragraph-add")!.GetAttribute("href"), StringComparison.Ordinal);

        // One who is invited to the first and the last session finds the paper once, where it goes on.
        using var one = await portal.SignInAsync("dai-bieu-1");
        Assert.Contains($"Hội nghị lần thứ {number + 100}", Assert.Single((await one.OpenAsync("/dai-bieu")).Document.QuerySelectorAll($"li:has(a[href='{Read(draft)}'])")).TextContent, StringComparison.Ordinal);
        Assert.Contains($"Hội nghị lần thứ {number + 100}", (await one.OpenAsync(Read(draft))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Internal_StaysInternal_OnTheNextAgenda()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (_, second, item, number) = await SessionsAsync(secretary);
        await secretary.PressAsync(item, "Đánh dấu nội bộ");
        await secretary.PressAsync(item, "Bỏ dấu nội bộ");
        await secretary.PressAsync(item, "Hoãn nội dung");
        var next = await TakeUpAsync(secretary, second, number);
        Assert.Equal((false, false), await portal.ReadAsync(records => records.AgendaItems.Where(i => i.Id == Key(next)).Select(i => new ValueTuple<bool, bool>(i.IsInternal, i.IsIncludedInPublication)).SingleAsync(Office.Cancel)));
    }

    [Fact]
    public async Task Postpone_OnceTheConclusionIsPublic_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var places = await portal.PlacesAsync();
        var answer = await secretary.PostAsync($"/van-phong/noi-dung/{places.ItemId}?handler=Postpone", places.Session + "/buoi");
        Assert.StartsWith("Kết luận của hội nghị đã công bố", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Null(await portal.ReadAsync(records => records.AgendaItems.Where(i => i.Id == places.ItemId).Select(i => i.PostponedAt).SingleAsync(Office.Cancel)));
    }

    [Fact]
    public async Task TakeUp_OfWhatIsNotPostponed_OrOfNothing_StoresNothing()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (first, second, item, _) = await SessionsAsync(secretary);
        async Task<HttpStatusCode> ForgeAsync(string session, Guid postponed) => (await secretary.PostAsync(
            session + "/noi-dung-hoan", session + "/buoi", ("Input.Id", Guid.CreateVersion7().ToString()), ("Input.PostponedId", postponed.ToString()))).Status;
        var before = await portal.CountAsync<AgendaItem>();
        Assert.Equal(HttpStatusCode.Conflict, await ForgeAsync(second, Key(item)));
        Assert.Equal(HttpStatusCode.NotFound, await ForgeAsync(second, Guid.CreateVersion7()));
        await secretary.PressAsync(item, "Hoãn nội dung");
        Assert.Equal(HttpStatusCode.Conflict, await ForgeAsync(first, Key(item)));
        Assert.Equal(before, await portal.CountAsync<AgendaItem>());
    }

    private static Guid Key(string address) => Guid.Parse(address.Split('/')[^1]);
}
