using System.Net;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.Responses;

public sealed class AnswerTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("", "Lời.", "Chọn kết quả xử lý")]
    [InlineData("Kept", "  ", "Nhập lý do giữ nguyên")]
    [InlineData("PartlyAccepted", "", "Nhập phần không tiếp thu và lý do")]
    [InlineData("HandedOver", "Thuộc ngành khác.", "Chọn cơ quan nhận ý kiến")]
    public async Task Answer_WithoutWhatItNeeds_IsRefusedAtTheField_AndKeepsWhatWasTyped(string disposition, string text, string error)
    {
        var id = await portal.AddOpinionAsync(await portal.AddOtherSessionAsync(), "Cần trả lời.");
        using var office = await portal.SignInAsync("thu-ky");
        var refused = await office.SubmitAsync((await office.OpenAsync(Ledger.AnswerPage(id))).Form("Input.Text"), ("Input.Disposition", disposition), ("Input.Text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([error], refused.Errors);
        Assert.Equal(disposition, refused.Document.QuerySelector("input[name='Input.Disposition'][checked]")?.GetAttribute("value") ?? "");
        Assert.False(await portal.ReadAsync(r => r.Responses.AnyAsync(x => x.OpinionId == id, Desk.Cancel)));
    }

    [Fact]
    public async Task Answer_NamesTheParagraphThatCarriesTheChange_OfALaterVersionOnly()
    {
        var id = await portal.OpinionAsync("15-006");
        using var office = await portal.SignInAsync("thu-ky");
        var page = await office.OpenAsync(Ledger.AnswerPage(id));
        Assert.Contains("Tiếp thu nhưng văn bản chưa đổi", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lời của đoạn không đổi.", page.Words, StringComparison.Ordinal);
        var form = page.Form("Input.Text");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SubmitAsync(form, ("Input.ChangedParagraph", "999"))).Status);
        var first = await portal.ReadAsync(r => r.Opinions.Where(o => o.Id == id).Select(o => o.DraftVersionId).SingleAsync(Desk.Cancel));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SubmitAsync(form, ("Input.ChangedVersionId", $"{first}"))).Status);

        var saved = await office.SubmitAsync(form, "Lưu", ("Input.ChangedParagraph", "13"));
        Assert.Contains("văn bản đã đổi", saved.Words, StringComparison.Ordinal);
        var stored = await portal.ResponseAsync(id);
        Assert.Equal(13, await portal.ReadAsync(r => r.Paragraphs.Where(p => p.Id == stored.ChangedParagraphId).Select(p => p.Number).SingleAsync(Desk.Cancel)));
        Assert.Single(stored.Revisions);
    }

    [Fact]
    public async Task Answer_ProposesTheParagraph_OffersEarlierAnswers_AndFillsTheFormWithoutScript()
    {
        var place = await portal.PlacesAsync();
        var text = await portal.ReadAsync(r => r.Opinions.Where(o => o.Number == "YK-12/XX-14-001").Select(o => o.Text).SingleAsync(Desk.Cancel));
        var id = await portal.AddOpinionAsync(place, text + " Xin nêu rõ.");
        using var office = await portal.SignInAsync("thu-ky");
        var page = await office.OpenAsync(Ledger.AnswerPage(id));
        var use = page.Document.QuerySelector("a[href*='?dung=']")!.GetAttribute("href")!;
        Assert.Contains($"{await portal.OpinionAsync("14-001")}", use, StringComparison.Ordinal);
        var filled = (await office.OpenAsync(use)).Form("Input.Text");
        Assert.StartsWith("Tiếp thu, ghi thống nhất đơn vị tính", filled.QuerySelector("textarea")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("Accepted", filled.QuerySelector("input[name='Input.Disposition'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Answer_OfTheSecondPerson_FindsWhatIsStored_BesideWhatWasTyped()
    {
        var id = await portal.AddOpinionAsync(await portal.AddOtherSessionAsync(), "Hai người trả lời.");
        using var one = await portal.SignInAsync("thu-ky");
        using var two = await portal.SignInAsync("thu-ky");
        var (first, second) = ((await one.OpenAsync(Ledger.AnswerPage(id))).Form("Input.Text"), (await two.OpenAsync(Ledger.AnswerPage(id))).Form("Input.Text"));
        await one.SubmitAsync(first, ("Input.Disposition", "Accepted"), ("Input.Text", "Của người thứ nhất."));

        // The same form sent again is done already.
        Assert.Equal(HttpStatusCode.OK, (await one.SubmitAsync(first, ("Input.Disposition", "Accepted"), ("Input.Text", "Của người thứ nhất."))).Status);
        var stale = await two.SubmitAsync(second, ("Input.Disposition", "Kept"), ("Input.Text", "Của người thứ hai."));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Của người thứ nhất.", stale.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Của người thứ hai.", stale.Form("Input.Text").QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, (await two.SubmitAsync(stale.Form("Input.Text"))).Status);
        var stored = await portal.ResponseAsync(id);
        Assert.Equal(("Của người thứ hai.", "Của người thứ nhất."), (stored.Text, Assert.Single(stored.Revisions).Text));
    }

    [Fact]
    public async Task Answer_ToWordsThatChanged_IsAskedAgain_AndMarkedWhereTheyChangedLater()
    {
        var place = await portal.AddOtherSessionAsync();
        var id = await portal.AddOpinionAsync(place, "Lời thứ nhất.");
        using var office = await portal.SignInAsync("thu-ky");
        var form = (await office.OpenAsync(Ledger.AnswerPage(id))).Form("Input.Text");
        await RewordAsync(id, "Lời thứ hai.");

        var asked = await office.SubmitAsync(form, ("Input.Disposition", "Accepted"), ("Input.Text", "Tiếp thu lời đã đọc."));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Lời thứ hai.", asked.Words, StringComparison.Ordinal);
        Assert.Equal("Tiếp thu lời đã đọc.", asked.Form("Input.Text").QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, (await office.SubmitAsync(asked.Form("Input.Text"))).Status);
        Assert.DoesNotContain("sửa lời sau khi trả lời", (await office.OpenAsync(Ledger.AnswerPage(id))).Words, StringComparison.Ordinal);

        await RewordAsync(id, "Lời thứ ba.");
        Assert.Contains("sửa lời sau khi trả lời", (await office.OpenAsync(Ledger.AnswerPage(id))).Words, StringComparison.Ordinal);
        Assert.Contains("sửa lời sau khi trả lời", (await office.OpenAsync($"/van-phong/hoi-nghi/{place.SessionId}/tiep-thu")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_IsAnsweredAtItsLead_AndWithdrawnNotAtAll()
    {
        using var office = await portal.SignInAsync("thu-ky");
        var behind = await office.OpenAsync(Ledger.AnswerPage(await portal.OpinionAsync("15-003")));
        Assert.Equal(Ledger.AnswerPage(await portal.OpinionAsync("15-001")), behind.Path);
        var id = await portal.AddOpinionAsync(await portal.AddOtherSessionAsync(), "Đã rút.");
        await using (var records = portal.Databases.NewRecords())
        {
            (await records.Opinions.SingleAsync(o => o.Id == id, Desk.Cancel)).Withdraw(DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Desk.Cancel);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Ledger.AnswerPage(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Ledger.AnswerPage(Guid.NewGuid()))).Status);
    }

    [Fact]
    public async Task Reason_ForAChangeWithoutAnOpinion_IsRecorded_ChangedByOneAtATime_AndSilencesTheAlarm()
    {
        using var office = await portal.SignInAsync("thu-ky");
        var draft = await portal.ReadAsync(r => r.Drafts.Where(d => d.Versions.Count > 1).Select(d => d.Id).FirstAsync(Desk.Cancel));
        var here = $"/van-phong/du-thao/{draft}/thay-doi-khong-y-kien";
        var page = await office.OpenAsync(here);
        Assert.Contains("hoặc mất việc", page.Document.QuerySelector("article[data-state=late] ins")!.TextContent, StringComparison.Ordinal);
        var form = page.FormWithButton("Lưu lý do");
        Assert.Equal(["Nhập lý do thay đổi"], (await office.SubmitAsync(form, ("Input.Text", " "))).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SubmitAsync(form, ("Input.ParagraphId", $"{Guid.NewGuid()}"), ("Input.Text", "Lén."))).Status);
        var saved = await office.SubmitAsync(form, ("Input.Text", "Cập nhật theo số liệu mới."));
        Assert.Empty(saved.Document.QuerySelectorAll("article[data-state=late]"));
        Assert.Equal(HttpStatusCode.Conflict, (await office.SubmitAsync(form, ("Input.Text", "Người khác ghi."))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"{here}?ban=9")).Status);
        var place = await portal.PlacesAsync();
        Assert.Contains("0 chỗ đổi không có ý kiến hay lý do", (await office.OpenAsync($"{place.Session}/tiep-thu")).Words, StringComparison.Ordinal);
    }

    private async Task RewordAsync(Guid id, string text)
    {
        await using var records = portal.Databases.NewRecords();
        (await records.Opinions.SingleAsync(o => o.Id == id, Desk.Cancel)).Change(new(OpinionKind.Amend, OpinionChannel.Plenary, text), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await records.SaveChangesAsync(Desk.Cancel);
    }
}
