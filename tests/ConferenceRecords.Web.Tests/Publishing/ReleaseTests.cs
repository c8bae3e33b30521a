using System.Net;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

public sealed class ReleaseTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_ArePublishedByThemselvesAndWithoutTheirFiles()
    {
        var session = await portal.NewSessionAsync();
        await AddPaperAsync(session, "Tờ trình thử", "Đoạn công khai của tờ trình.");
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        using var reader = portal.Visit();
        await secretary.WriteAsync(session, "Kết luận chưa công bố.");

        var papers = await ChooseAsync(secretary, session);
        Assert.Single(papers.VersionIds);
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("cong-bo/tai-lieu"))).FormWithButton("Trình duyệt"));
        await approver.ApproveAsync(await approver.OpenAsync($"/van-phong/duyet/{papers.Id}"));

        Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync($"/tai-lieu/{session.Slug}")).Status == HttpStatusCode.OK));
        var list = await reader.OpenAsync($"/tai-lieu/{session.Slug}");
        Assert.NotNull(list.Document.QuerySelector($"main a[href='/tai-lieu/{session.Slug}/1']"));
        Assert.Equal("Đoạn công khai của tờ trình.", (await reader.OpenAsync($"/tai-lieu/{session.Slug}/1")).Document.QuerySelector("#doan-1 .paragraph-text")!.TextContent.Trim());

        // Nothing else went out with it, and nothing else is linked.
        Assert.DoesNotContain(list.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("ket-luan", StringComparison.Ordinal));
        foreach (var address in (string[])["ket-luan", "hoi-nghi", "tong-hop-y-kien"])
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/{address}/{session.Slug}")).Status);
        Assert.Equal(ReleaseState.Drafting, (await portal.ConclusionAsync(session)).State);
    }

    [Fact]
    public async Task Papers_OfAnInternalContent_AreNotOfferedAndDropOutOfThePreview()
    {
        var session = await portal.NewSessionAsync();
        await AddPaperAsync(session, "Tờ trình nội bộ", "Đoạn nội bộ.");
        using var secretary = await portal.SignInAsync("thu-ky");
        await ChooseAsync(secretary, session);
        await using (var records = portal.Databases.NewRecords())
        {
            (await records.AgendaItems.SingleAsync(i => i.SessionId == session.Id, Cancel)).MarkInternal();
            await records.SaveChangesAsync(Cancel);
        }

        Assert.DoesNotContain("Đoạn nội bộ.", (await secretary.OpenAsync(session.Office("cong-bo/tai-lieu/xem-truoc"))).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tờ trình nội bộ", (await secretary.OpenAsync(session.Office("tai-lieu"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_PapersByWhoChoseThem_IsRefusedOnPageAndByPost()
    {
        var session = await portal.NewSessionAsync();
        await AddPaperAsync(session, "Tờ trình thử", "Đoạn.");
        await using (var records = portal.Databases.NewRecords())
        {
            (await records.Users.SingleAsync(u => u.UserName == "dai-bieu-1", Cancel)).Roles = [PortalRole.Secretariat, PortalRole.Approver];
            await records.SaveChangesAsync(Cancel);
        }
        using var both = await portal.SignInAsync("dai-bieu-1");
        using var secretary = await portal.SignInAsync("thu-ky");
        var papers = await ChooseAsync(both, session);
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("cong-bo/tai-lieu"))).FormWithButton("Trình duyệt"));
        var address = $"/van-phong/duyet/{papers.Id}";
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var fingerprint = (await approver.OpenAsync(address)).Document.QuerySelector("[name='Input.Fingerprint']")!.GetAttribute("value")!;

        Assert.Contains("Đồng chí đã soạn bản này", (await both.OpenAsync(address)).Words, StringComparison.Ordinal);
        await both.OpenAsync(address + "/xem-truoc");
        var forged = await both.PostAsync(address + "?handler=Approve", "/tai-khoan", ("Input.Fingerprint", fingerprint), ("Input.Seen", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Equal(0, await portal.EditionsAsync(session));
    }

    [Theory]
    [InlineData("dai-bieu-2")]
    [InlineData("dai-bieu-khach")]
    [InlineData("nguoi-duyet")]
    public async Task Pages_OfTheOffice_ForAnotherRole_AreNotFound(string person)
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        using var other = await portal.SignInAsync(person);

        foreach (var page in (string[])["cong-bo", "cong-bo/ket-luan", "cong-bo/ket-luan/xem-truoc", "cong-bo/ket-luan/khan", "cong-bo/khac", "tai-lieu", "tong-hop-y-kien"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(session.Office(page))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(session.Office("cong-bo/khac"))).Status);
    }

    [Fact]
    public async Task Schedule_IsEchoedWithItsWeekday_HeldUntilItsTimeAndCanBeCalledOff()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        using var reader = portal.Visit();
        await secretary.WriteAsync(session, "Đoạn một.");
        var form = (await secretary.OpenAsync(session.Office("cong-bo/ket-luan"))).FormWithButton("Trình duyệt");

        var past = await secretary.SubmitAsync(form, ("Input.PublishAt", "17:00 03/12/2021"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);
        Assert.StartsWith("Giờ công bố đã qua", Assert.Single(past.Errors), StringComparison.Ordinal);
        Assert.Equal("17:00 03/12/2021", past.Document.QuerySelector("#Input_PublishAt")!.GetAttribute("value"));
        Assert.StartsWith("Giờ công bố phải có dạng", Assert.Single((await secretary.SubmitAsync(form, ("Input.PublishAt", "chiều mai"))).Errors), StringComparison.Ordinal);

        var submitted = await secretary.SubmitAsync(past.FormWithButton("Trình duyệt"), ("Input.PublishAt", "8 giờ 15 ngày 03/12/2098"));
        Assert.Contains("Sẽ công bố lúc 08:15 thứ Tư 03/12/2098", submitted.Words, StringComparison.Ordinal);
        var address = $"/van-phong/duyet/{(await portal.ConclusionAsync(session)).Id}";
        var approved = await approver.ApproveAsync(await approver.OpenAsync(address));

        Assert.Contains("Đã duyệt, chờ giờ công bố", approved.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(approved.Document.QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith("/thu-hoi", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/ket-luan/{session.Slug}")).Status);
        var cancel = approved.FormWithButton("Hủy lịch công bố");
        Assert.Contains("Đã hủy lịch công bố", (await approver.SubmitAsync(cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await approver.SubmitAsync(cancel)).Status);
        Assert.Equal((ReleaseState.Drafting, 0), ((await portal.ConclusionAsync(session)).State, (await portal.ConclusionAsync(session)).EditionCount));

        // The next edition takes the number that was called off.
        await secretary.HandInAsync(session);
        await approver.ApproveAsync(await approver.OpenAsync(address));
        Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync($"/ket-luan/{session.Slug}/ban/1")).Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task TakeBack_OpensTheTextAgain()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        await secretary.HandInAsync(session);

        var page = await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("cong-bo/ket-luan"))).FormWithButton("Rút lại"));

        Assert.Contains("Đã rút lại", page.Words, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Drafting, (await portal.ConclusionAsync(session)).State);
    }

    [Fact]
    public async Task Emergency_IsPublicAtOnceAndShownUntilASecondPersonLooked()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        using var administrator = await portal.SignInAsync("quan-tri");
        using var reader = portal.Visit();
        await secretary.WriteAsync(session, "Chỉ đạo ứng phó.");
        var form = (await secretary.OpenAsync(session.Office("cong-bo/ket-luan/khan"))).Form("Input.Reason");
        const string reason = "Bão vào bờ trong đêm nay, không chờ được đến sáng.";

        var refused = await secretary.SubmitAsync(form, ("Input.Reason", "gấp"), ("Input.Typed", "khác"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (refused.Status, refused.Errors.Count));
        Assert.Equal(0, await portal.EditionsAsync(session));
        Assert.Contains("Đã công bố khẩn", (await secretary.SubmitAsync(form, ("Input.Reason", reason), ("Input.Typed", session.Title))).Words, StringComparison.Ordinal);

        Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync($"/ket-luan/{session.Slug}")).Words.Contains("Chỉ đạo ứng phó.", StringComparison.Ordinal)));
        Assert.DoesNotContain(reason, (await reader.OpenAsync($"/ket-luan/{session.Slug}")).Text, StringComparison.Ordinal);
        Assert.Contains(reason, (await approver.OpenAsync("/van-phong/duyet")).Words, StringComparison.Ordinal);
        Assert.Contains(reason, (await administrator.OpenAsync("/quan-tri")).Words, StringComparison.Ordinal);
        await using (var records = portal.Databases.NewRecords())
        {
            Assert.Null((await records.Conclusions.SingleAsync(c => c.SessionId == session.Id, Cancel)).ReviewedById);
        }
        var review = await approver.OpenAsync($"/van-phong/duyet/{(await portal.ConclusionAsync(session)).Id}");
        Assert.Contains("Đã ghi nhận", (await approver.SubmitAsync(review.FormWithButton("Tôi đã xem lại"))).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(reason, (await approver.OpenAsync("/van-phong/duyet")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(reason, (await administrator.OpenAsync("/quan-tri")).Words, StringComparison.Ordinal);
    }

    private async Task AddPaperAsync(Session session, string title, string text)
    {
        await using var records = portal.Databases.NewRecords();
        var item = await records.AgendaItems.SingleAsync(i => i.SessionId == session.Id, Cancel);
        var draft = new Draft(Guid.CreateVersion7(), item.Id, title);
        draft.AddVersion(Guid.CreateVersion7(), [new(ParagraphKind.Body, text)], null, Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        records.Add(draft);
        await records.SaveChangesAsync(Cancel);
    }

    private async Task<PapersRelease> ChooseAsync(Visitor person, Session session)
    {
        var page = await person.OpenAsync(session.Office("tai-lieu"));
        var choice = page.Document.QuerySelectorAll("select[name='Input.Versions'] option")[^1].GetAttribute("value")!;
        await person.SubmitAsync(page.Form("Input.Versions"), ("Input.Versions", choice));
        await using var records = portal.Databases.NewRecords();
        return await records.PapersReleases.AsNoTracking().SingleAsync(r => r.SessionId == session.Id, Cancel);
    }
}
