using System.Net;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>Where an opinion went, as its delegate sees it: an answer only once the Office confirmed it, and nobody else's name.</summary>
public sealed class OpinionStoryTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_BeforeTheOfficeConfirms_IsNotThere()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var id = (await visitor.SendOpinionAsync(draft.Id, "Đề nghị nêu rõ nguồn vốn")).Key();
        await visitor.OpenAsync("/dai-bieu/y-kien");
        var answerer = Guid.CreateVersion7();
        var agency = await ChangeAsync(id, (response, agencyId) => response.Assign(agencyId, new DateOnly(2026, 12, 20), Papers.Now));
        Assert.Contains($"Đã giao {agency} trả lời", await StoryAsync(visitor, id), StringComparison.Ordinal);
        var edit = await visitor.OpenAsync($"/dai-bieu/y-kien/{id}/sua");

        await ChangeAsync(id, (response, _) => response.Give(new(Disposition.PartlyAccepted, "Bổ sung nguồn vốn ngân sách"), answerer, false, Papers.Now));
        var waiting = await StoryAsync(visitor, id);
        Assert.Contains("Chưa có trả lời", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Bổ sung nguồn vốn ngân sách", waiting, StringComparison.Ordinal);

        // Whoever answered answered these words: they stay, and what was typed meanwhile is given back.
        var late = await visitor.SubmitAsync(edit.Form("Input.Text"), ("Input.Text", "Đề nghị bỏ hẳn mục này"));
        Assert.Contains("đã có người trả lời", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("Đề nghị bỏ hẳn mục này", late.Words, StringComparison.Ordinal);
        await using (var records = portal.Databases.NewRecords()) Assert.Equal("Đề nghị nêu rõ nguồn vốn", await records.Opinions.Where(o => o.Id == id).Select(o => o.Text).SingleAsync(Cancel));
        Assert.DoesNotContain((await visitor.OpenAsync("/dai-bieu/y-kien?trang-thai=Answered")).Document.QuerySelectorAll("article"), a => a.TextContent.Contains("nêu rõ nguồn vốn", StringComparison.Ordinal));
        Assert.DoesNotContain("đã có trả lời", (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);

        await ChangeAsync(id, (response, _) => response.Confirm(answerer, Papers.Now));
        var answered = await StoryAsync(visitor, id);
        Assert.Contains("Đã trả lời: Tiếp thu một phần", answered, StringComparison.Ordinal);
        Assert.Contains("Bổ sung nguồn vốn ngân sách", answered, StringComparison.Ordinal);
        Assert.Contains("1 ý kiến đã có trả lời", (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
        Assert.Contains("Đã trả lời: Tiếp thu một phần", (await visitor.OpenAsync("/dai-bieu/y-kien?trang-thai=Answered")).Words, StringComparison.Ordinal);

        // Seen, on whatever device.
        using var tablet = await portal.SignInAsync("dai-bieu-1");
        Assert.DoesNotContain("đã có trả lời", (await tablet.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
        using var other = await portal.SignInAsync("dai-bieu-2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/dai-bieu/y-kien/{id}")).Status);
    }

    [Fact]
    public async Task Merged_AnswerOfTheLead_IsShownWithItsNumberAndNoName()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var mine = (await visitor.SendOpinionAsync(draft.Id, "Đề nghị kéo dài thời hạn")).Key();
        using var other = await portal.SignInAsync("dai-bieu-2");
        var theirs = (await other.SendOpinionAsync(draft.Id, "Kéo dài thời hạn thực hiện")).Key();
        string number, name;
        await using (var records = portal.Databases.NewRecords())
        {
            var lead = await records.Opinions.SingleAsync(o => o.Id == theirs, Cancel);
            (await records.Opinions.SingleAsync(o => o.Id == mine, Cancel)).MergeInto(lead);
            var response = new Response(theirs);
            response.Give(new(Disposition.Kept, "Thời hạn theo quy định của cấp trên"), Guid.CreateVersion7(), true, Papers.Now);
            records.Add(response);
            await records.SaveChangesAsync(Cancel);
            (number, name) = (lead.Number, await records.Delegates.Where(d => d.Id == lead.DelegateId).Select(d => d.FullName).SingleAsync(Cancel));
        }

        var page = await visitor.OpenAsync($"/dai-bieu/y-kien/{mine}");

        Assert.Contains($"Gộp với ý kiến {number}", page.Words, StringComparison.Ordinal);
        Assert.Contains("Đã trả lời: Giữ nguyên", page.Words, StringComparison.Ordinal);
        Assert.Contains("Thời hạn theo quy định của cấp trên", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kéo dài thời hạn thực hiện", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/dai-bieu/y-kien/{theirs}")).Status);
    }

    [Fact]
    public async Task NewVersion_OfTheParagraph_ShowsTheDifference()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var id = (await visitor.SendOpinionAsync(draft.Id, "Sửa số của bản")).Key();
        await portal.AddVersionAsync(draft.Id);

        var page = await visitor.OpenAsync($"/dai-bieu/y-kien/{id}");

        Assert.Contains("Đoạn này đã thay đổi trong bản 2", page.Words, StringComparison.Ordinal);
        Assert.Contains("1", page.Document.QuerySelector("main del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2", page.Document.QuerySelector("main ins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ByStage_OnPages()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-2");
        for (var i = 0; i < 21; i++) await visitor.SendOpinionAsync(draft.Id, $"Ý kiến thứ {i}");

        var first = await visitor.OpenAsync("/dai-bieu/y-kien?trang-thai=Waiting");
        var second = await visitor.OpenAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(20, first.Document.QuerySelectorAll("article.opinion").Length);
        Assert.NotEmpty(second.Document.QuerySelectorAll("article.opinion"));
        Assert.Contains("Không có ý kiến ở trạng thái này", (await visitor.OpenAsync("/dai-bieu/y-kien?trang-thai=Withdrawn")).Words, StringComparison.Ordinal);
    }

    private static async Task<string> StoryAsync(Visitor visitor, Guid id) => (await visitor.OpenAsync($"/dai-bieu/y-kien/{id}")).Words;

    private async Task<string> ChangeAsync(Guid id, Action<Response, Guid> change)
    {
        await using var records = portal.Databases.NewRecords();
        var response = await records.Responses.SingleOrDefaultAsync(r => r.OpinionId == id, Cancel);
        if (response is null) records.Add(response = new(id));
        var agency = await records.Agencies.OrderBy(a => a.Name).FirstAsync(Cancel);
        change(response, agency.Id);
        await records.SaveChangesAsync(Cancel);
        return agency.Name;
    }
}
