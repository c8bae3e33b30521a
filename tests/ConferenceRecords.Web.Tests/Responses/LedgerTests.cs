using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.Responses;

public sealed class LedgerTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Page_OfConference12_ShowsTheCounts_EveryProposer_AndBothAlarms()
    {
        var place = await portal.PlacesAsync();
        using var office = await portal.SignInAsync("thu-ky");
        var page = await office.OpenAsync($"{place.Session}/tiep-thu?noi-dung={await portal.ReadAsync(r => r.AgendaItems.Where(i => i.Code == 15).Select(i => i.Id).SingleAsync(Desk.Cancel))}");
        Assert.Contains("47/53 đã xử lý", page.Words, StringComparison.Ordinal);
        Assert.Equal(13, page.Document.QuerySelectorAll("article.opinion").Length);
        Assert.Contains("Trùng với YK-12/XX-15-001: YK-12/XX-15-003", page.Words, StringComparison.Ordinal);
        Assert.Contains("Tiếp thu nhưng văn bản chưa đổi: 1 ý kiến", page.Words, StringComparison.Ordinal);
        Assert.Contains("1 chỗ đổi không có ý kiến hay lý do", page.Words, StringComparison.Ordinal);

        var alarms = await office.OpenAsync($"{place.Session}/tiep-thu?trang-thai=canh-bao");
        Assert.Equal([$"yk-{await portal.OpinionAsync("15-006")}"], alarms.Document.QuerySelectorAll("article.opinion").Select(a => a.Id));
        Assert.Equal(6, (await office.OpenAsync($"{place.Session}/tiep-thu?trang-thai=con-lai")).Document.QuerySelectorAll("article.opinion").Length);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"{place.Session}/tiep-thu?trang-thai=khong-co&trang=-3&co-quan=x")).Status);
    }

    [Fact]
    public async Task Chair_SeesTheCounts_AndNoNameAndNoWord()
    {
        var place = await portal.PlacesAsync();
        using var chair = await portal.SignInAsync("nguoi-duyet");
        var page = await chair.OpenAsync($"/van-phong/duyet/hoi-nghi/{place.SessionId}/tiep-thu");
        Assert.Contains("47/53 đã xử lý", page.Words, StringComparison.Ordinal);
        foreach (var secret in await portal.ReadAsync(r => r.Delegates.Select(d => d.FullName).Concat(r.Opinions.Select(o => o.Text)).ToListAsync(Desk.Cancel)))
            Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assign_GivesTickedOpinionsToAnAgency_ToTheLeadAgency_AndTakesThemBack()
    {
        var place = await portal.AddOtherSessionAsync();
        var (first, second) = (await portal.AddOpinionAsync(place, "Giao thứ nhất."), await portal.AddOpinionAsync(place, "Giao thứ hai."));
        var agency = await portal.AgencyAsync("Sở TC");
        using var office = await portal.SignInAsync("thu-ky");
        var here = $"{place.Session}/tiep-thu";

        async Task<Answer> AssignAsync(string to, string due, params Guid[] ids) => await office.PostAsync(
            $"{here}?handler=Assign", here, [.. ids.Select(id => ("y-kien", $"{id:N}.0")), ("Input.Agency", to), ("Input.DueOn", due)]);

        Assert.Equal(["Chọn ít nhất một ý kiến để giao"], (await AssignAsync($"{agency}", "")).Errors);
        var wrong = await AssignAsync("", "31/02/2022", first);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["Chọn cơ quan để giao", "Không có ngày này trong lịch. Hãy kiểm tra lại ngày và tháng"], wrong.Errors);
        Assert.Equal([$"{first:N}.0"], wrong.Document.QuerySelectorAll("input[name=y-kien][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AssignAsync($"{Guid.NewGuid()}", "", first)).Status);

        Assert.Contains("Đã giao 2 ý kiến.", (await AssignAsync($"{agency}", "20/12/2031", first, second)).Words, StringComparison.Ordinal);
        var response = await portal.ResponseAsync(first);
        Assert.Equal((agency, new DateOnly(2031, 12, 20)), (response.AgencyId!.Value, response.DueOn!.Value));
        Assert.Contains("1 ý kiến thuộc nội dung chưa có cơ quan chủ trì", (await AssignAsync("chu-tri", "", second)).Words, StringComparison.Ordinal);
        Assert.Contains("Đã thu hồi 1 ý kiến.", (await AssignAsync("khong", "", first)).Words, StringComparison.Ordinal);
        Assert.Null((await portal.ResponseAsync(first)).AgencyId);

        // An opinion of another session, and one with its end, stay as they are.
        var done = await portal.OpinionAsync("05-001");
        var before = (await portal.ResponseAsync(done)).AgencyId;
        Assert.Contains("Đã giao 0 ý kiến.", (await AssignAsync($"{agency}", "", done)).Words, StringComparison.Ordinal);
        Assert.Equal(before, (await portal.ResponseAsync(done)).AgencyId);
    }

    [Fact]
    public async Task Complete_IsBlockedWhileAnyIsLeft_OpensAgain_AndTellsOfNewOpinions()
    {
        var place = await portal.AddOtherSessionAsync();
        var opinion = await portal.AddOpinionAsync(place, "Hoàn thành.");
        using var office = await portal.SignInAsync("thu-ky");
        var here = $"{place.Session}/tiep-thu";
        var blocked = await office.PostAsync($"{here}?handler=Complete", here);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blocked.Status);
        Assert.Contains("Còn 1/1 ý kiến chưa xử lý xong", Assert.Single(blocked.Errors), StringComparison.Ordinal);

        var page = await office.OpenAsync(Ledger.AnswerPage(opinion));
        await office.SubmitAsync(page.Form("Input.Text"), ("Input.Disposition", "Accepted"), ("Input.Text", "Tiếp thu."));
        Assert.Contains("Đã hoàn thành tiếp thu, giải trình 1 ý kiến.", (await office.PostAsync($"{here}?handler=Complete", here)).Words, StringComparison.Ordinal);
        await portal.AddOpinionAsync(place, "Đến sau.");
        Assert.Contains("Sau đó có thêm 1 ý kiến.", (await office.OpenAsync(here)).Words, StringComparison.Ordinal);
        Assert.Contains("Đã mở lại", (await office.PostAsync($"{here}?handler=Reopen", here)).Words, StringComparison.Ordinal);
        Assert.Null(await portal.ReadAsync(r => r.ResponseLedgers.Where(l => l.SessionId == place.SessionId).Select(l => l.CompletedAt).SingleAsync(Desk.Cancel)));
    }

    [Fact]
    public async Task Confirm_OfTickedAnswers_TakesThoseThatWereSeen_AndNoOther()
    {
        var place = await portal.AddOtherSessionAsync();
        var agency = await portal.AgencyAsync("Sở KH&ĐT");
        var (seen, changed) = (await portal.AddOpinionAsync(place, "Đã xem.", agency), await portal.AddOpinionAsync(place, "Sửa sau khi xem.", agency));
        using var clerk = await portal.SignInAsync("co-quan");
        foreach (var id in new[] { seen, changed })
            await clerk.SubmitAsync((await clerk.OpenAsync(Ledger.AgencyPage(id))).Form("Input.Text"), ("Input.Disposition", "Kept"), ("Input.Text", "Lý do."));
        using var office = await portal.SignInAsync("thu-ky");
        var page = await office.OpenAsync($"{place.Session}/tiep-thu");
        var ticks = page.Document.QuerySelectorAll("input[name=y-kien]").Select(i => ("y-kien", i.GetAttribute("value")!)).ToArray();
        Assert.Equal(2, ticks.Length);
        await clerk.SubmitAsync((await clerk.OpenAsync(Ledger.AgencyPage(changed))).Form("Input.Text"), ("Input.Disposition", "Kept"), ("Input.Text", "Lý do khác."));
        var done = await office.PostAsync($"{place.Session}/tiep-thu?handler=Confirm", $"{place.Session}/tiep-thu", ticks);
        Assert.Contains("Đã xác nhận 1 câu trả lời. 1 câu trả lời vừa được sửa", done.Words, StringComparison.Ordinal);
        Assert.NotNull((await portal.ResponseAsync(seen)).ConfirmedAt);
        Assert.Null((await portal.ResponseAsync(changed)).ConfirmedAt);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.PostAsync($"{place.Session}/tiep-thu?handler=Confirm", $"{place.Session}/tiep-thu")).Status);
    }
}
