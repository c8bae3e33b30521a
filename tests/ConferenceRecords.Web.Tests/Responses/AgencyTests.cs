using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.Responses;

public sealed class AgencyTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Agency_SeesItsOwnOpinions_WithoutNamesUnitsAndOtherDrafts()
    {
        using var clerk = await portal.SignInAsync("co-quan");
        var home = await clerk.OpenAsync("/co-quan");
        var own = await portal.ReadAsync(async r => await (from o in r.Opinions join x in r.Responses on o.Id equals x.OpinionId where o.WithdrawnAt == null && o.MergedIntoId == null && x.AgencyId != null && r.Users.Any(u => u.UserName == "co-quan" && u.AgencyId == x.AgencyId) select o.Id).ToListAsync(Desk.Cancel));
        Assert.NotEmpty(own);
        Assert.Equal(own.Count, home.Document.QuerySelectorAll("a.row-title").Length);
        Assert.Contains("quá hạn 1 ngày", home.Words, StringComparison.Ordinal);
        var pages = new List<Answer> { home };
        foreach (var link in home.Document.QuerySelectorAll("a.row-title")) pages.Add(await clerk.OpenAsync(link.GetAttribute("href")!));
        var secrets = await portal.ReadAsync(r => r.Delegates.Select(d => d.FullName).Concat(r.Delegates.Where(d => d.Unit != null).Select(d => d.Unit!)).Concat(r.Drafts.Select(d => d.Title)).Concat(r.Opinions.Where(o => !own.Contains(o.Id)).Select(o => o.Text)).Distinct().ToListAsync(Desk.Cancel));
        Assert.All(pages, page => Assert.All(secrets, secret => Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Opinion_OfAnotherAgency_OrTakenBack_OrWithdrawn_IsNotThere()
    {
        var place = await portal.AddOtherSessionAsync();
        var (mine, others) = (await portal.AgencyAsync("Sở KH&ĐT"), await portal.AgencyAsync("Sở TC"));
        var (own, foreign, nobody) = (await portal.AddOpinionAsync(place, "Của Sở.", mine), await portal.AddOpinionAsync(place, "Của Sở khác.", others), await portal.AddOpinionAsync(place, "Chưa giao."));
        using var clerk = await portal.SignInAsync("co-quan");
        foreach (var id in new[] { foreign, nobody, Guid.NewGuid() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(Ledger.AgencyPage(id))).Status);
            var forged = await clerk.PostAsync(Ledger.AgencyPage(id), Ledger.AgencyPage(own), ("Input.Version", "0"), ("Input.Disposition", "Accepted"), ("Input.Text", "Lén trả lời."));
            Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        }
        var form = (await clerk.OpenAsync(Ledger.AgencyPage(own))).Form("Input.Text");
        await using (var records = portal.Databases.NewRecords())
        {
            (await records.Responses.SingleAsync(r => r.OpinionId == own, Desk.Cancel)).Assign(others, null, DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Desk.Cancel);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(Ledger.AgencyPage(own))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.SubmitAsync(form, ("Input.Disposition", "Accepted"), ("Input.Text", "Quá muộn."))).Status);
        Assert.False(await portal.ReadAsync(r => r.Responses.AnyAsync(x => x.Text == "Lén trả lời." || x.Text == "Quá muộn.", Desk.Cancel)));
    }

    [Fact]
    public async Task Answer_GoesToTheOffice_ComesBackWithANote_AndIsReadOnlyOnceConfirmed()
    {
        var id = await portal.AddOpinionAsync(await portal.AddOtherSessionAsync(), "Đi và về.", await portal.AgencyAsync("Sở KH&ĐT"));
        using var clerk = await portal.SignInAsync("co-quan");
        using var office = await portal.SignInAsync("thu-ky");
        var reads = await portal.AuditedAsync("opinions.read");
        var refused = await clerk.SubmitAsync((await clerk.OpenAsync(Ledger.AgencyPage(id))).Form("Input.Text"), ("Input.Disposition", "Kept"));
        Assert.Equal(["Nhập lý do giữ nguyên"], refused.Errors);
        Assert.True(await portal.AuditedAsync("opinions.read") > reads);
        Assert.Equal("/co-quan", (await clerk.SubmitAsync(refused.Form("Input.Text"), ("Input.Text", "Chưa đủ căn cứ."))).Path);
        Assert.Null((await portal.ResponseAsync(id)).ConfirmedAt);

        var page = await office.OpenAsync(Ledger.AnswerPage(id));
        Assert.Equal(["Nhập điều cần bổ sung khi trả lại"], (await office.SubmitAsync(page.Form("ReturnNote"))).Errors);
        await office.SubmitAsync(page.Form("ReturnNote"), ("ReturnNote", "Nêu rõ căn cứ."));
        Assert.Contains("Nêu rõ căn cứ.", (await clerk.OpenAsync("/co-quan")).Words, StringComparison.Ordinal);
        await clerk.SubmitAsync((await clerk.OpenAsync(Ledger.AgencyPage(id))).Form("Input.Text"), ("Input.Disposition", "Kept"), ("Input.Text", "Theo Luật Đầu tư công."));

        // What the Office saw was sent back: it confirms only what it sees now.
        Assert.Equal(HttpStatusCode.Conflict, (await office.SubmitAsync(page.FormWithButton("Xác nhận"))).Status);
        await office.SubmitAsync((await office.OpenAsync(Ledger.AnswerPage(id))).FormWithButton("Xác nhận"));
        var stored = await portal.ResponseAsync(id);
        Assert.Equal(("Theo Luật Đầu tư công.", "Chưa đủ căn cứ."), (stored.Text, Assert.Single(stored.Revisions).Text));
        Assert.NotNull(stored.ConfirmedAt);

        var done = await clerk.OpenAsync(Ledger.AgencyPage(id));
        Assert.Null(done.Document.QuerySelector("textarea"));
        var forged = await clerk.PostAsync(Ledger.AgencyPage(id), "/co-quan", ("Input.Version", $"{stored.Version}"), ("Input.Words", "1"), ("Input.Disposition", "Accepted"), ("Input.Text", "Đổi ý."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Contains("chỉ Văn phòng sửa được", Assert.Single(forged.Errors), StringComparison.Ordinal);
        Assert.Equal("Theo Luật Đầu tư công.", (await portal.ResponseAsync(id)).Text);
    }

    [Theory]
    [InlineData("dai-bieu-1")]
    [InlineData("thu-ky")]
    [InlineData("quan-tri")]
    public async Task AgencyPages_AreNotThereForOthers(string person)
    {
        using var visitor = await portal.SignInAsync(person);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/co-quan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Ledger.AgencyPage(await portal.OpinionAsync("01-004")))).Status);
    }
}
