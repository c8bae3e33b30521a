using System.Net;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>What a delegate does with opinions that he sent: changes, withdraws, takes the withdrawal back.</summary>
public sealed class OwnOpinionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Edit_Own_KeepsNumberAndChannel()
    {
        var (visitor, id, number) = await SendAsync("Bản đầu");
        using (visitor)
        {
            var page = await visitor.OpenAsync($"/dai-bieu/y-kien/{id}/sua");
            Assert.Equal("Bản đầu", page.Document.QuerySelector("textarea")!.TextContent.Trim());

            var done = await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Add"), ("Input.Text", "Bản sửa"));

            Assert.Contains($"Đã lưu ý kiến {number}", done.Words, StringComparison.Ordinal);
            var stored = await portal.OpinionAsync(number);
            Assert.Equal(("Bản sửa", OpinionKind.Add, OpinionChannel.Portal), (stored.Text, stored.Kind, stored.Channel));
        }
    }

    [Fact]
    public async Task Edit_StoredMeanwhile_ShowsBothAndThenOverwrites()
    {
        var (visitor, id, number) = await SendAsync("Bản đầu");
        using (visitor)
        {
            var page = await visitor.OpenAsync($"/dai-bieu/y-kien/{id}/sua");
            await ChangeAsync(id, o => o.Change(new(o.Kind, o.Channel, "Sửa ở cửa sổ khác"), Guid.CreateVersion7(), DateTimeOffset.UtcNow));

            var stale = await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Amend"), ("Input.Text", "Sửa ở cửa sổ này"));

            Assert.Equal(HttpStatusCode.Conflict, stale.Status);
            Assert.Contains("Sửa ở cửa sổ khác", stale.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Sửa ở cửa sổ này", stale.Document.QuerySelector("textarea")!.TextContent.Trim());
            Assert.Equal("Sửa ở cửa sổ khác", (await portal.OpinionAsync(number)).Text);
            await visitor.SubmitAsync(stale.Form("Input.Text"));
            Assert.Equal("Sửa ở cửa sổ này", (await portal.OpinionAsync(number)).Text);
        }
    }

    [Fact]
    public async Task Withdraw_ThenUndo_RowStays()
    {
        var (visitor, _, number) = await SendAsync("Sẽ rút");
        using (visitor)
        {
            var list = await visitor.OpenAsync("/dai-bieu/y-kien");

            var withdrawn = await visitor.SubmitAsync(list.FormWithButton($"Rút ý kiến {number}"));
            Assert.Contains($"Đã rút ý kiến {number}", withdrawn.Words, StringComparison.Ordinal);
            Assert.NotNull((await portal.OpinionAsync(number)).WithdrawnAt);

            var restored = await visitor.SubmitAsync(withdrawn.FormWithButton("Hoàn tác"));
            Assert.Contains($"Đã khôi phục ý kiến {number}", restored.Words, StringComparison.Ordinal);
            Assert.Null((await portal.OpinionAsync(number)).WithdrawnAt);
        }
    }

    [Fact]
    public async Task Edit_Withdrawn_RefusedWithTheTextKept()
    {
        var (visitor, id, number) = await SendAsync("Bản đầu");
        using (visitor)
        {
            var page = await visitor.OpenAsync($"/dai-bieu/y-kien/{id}/sua");
            await ChangeAsync(id, o => o.Withdraw(Papers.Now));

            var answer = await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Amend"), ("Input.Text", "Gõ sau khi rút"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal("Gõ sau khi rút", answer.Document.QuerySelector("textarea[readonly]")!.TextContent.Trim());
            Assert.Equal("Bản đầu", (await portal.OpinionAsync(number)).Text);
        }
    }

    [Fact]
    public async Task AfterTheDeadline_NothingChanges()
    {
        var (visitor, id, number) = await SendAsync("Bản đầu");
        using (visitor)
        {
            var page = await visitor.OpenAsync($"/dai-bieu/y-kien/{id}/sua");
            var list = await visitor.OpenAsync("/dai-bieu/y-kien");
            await portal.CloseAsync(await DraftOfAsync(id));

            var edited = await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Amend"), ("Input.Text", "Gõ xong thì hết giờ"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, edited.Status);
            Assert.Equal("Gõ xong thì hết giờ", edited.Document.QuerySelector("textarea[readonly]")!.TextContent.Trim());
            var withdrawn = await visitor.SubmitAsync(list.FormWithButton($"Rút ý kiến {number}"));
            Assert.StartsWith("Đã hết hạn góp ý", Assert.Single(withdrawn.Errors), StringComparison.Ordinal);

            var stored = await portal.OpinionAsync(number);
            Assert.Equal(("Bản đầu", null), (stored.Text, stored.WithdrawnAt));
            Assert.DoesNotContain((await visitor.OpenAsync("/dai-bieu/y-kien")).Document.QuerySelectorAll("button"), b => b.GetAttribute("aria-label") == $"Rút ý kiến {number}");
        }
    }

    [Fact]
    public async Task Answered_TheWordsStayThoseThatWereAnswered()
    {
        var (visitor, id, number) = await SendAsync("Bản được trả lời");
        using (visitor)
        {
            var page = await visitor.OpenAsync($"/dai-bieu/y-kien/{id}/sua");
            var list = await visitor.OpenAsync("/dai-bieu/y-kien");
            await using (var records = portal.Databases.NewRecords())
            {
                var response = new Response(id);
                response.Give(new(Disposition.Accepted, "Tiếp thu"), Guid.CreateVersion7(), true, Papers.Now);
                records.Add(response);
                await records.SaveChangesAsync(TestContext.Current.CancellationToken);
            }

            var edited = await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Amend"), ("Input.Text", "Gõ sau khi có trả lời"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, edited.Status);
            Assert.StartsWith($"Ý kiến {number} đã có người trả lời", Assert.Single(edited.Errors), StringComparison.Ordinal);
            Assert.Equal("Gõ sau khi có trả lời", edited.Document.QuerySelector("textarea[readonly]")!.TextContent.Trim());
            var withdrawn = await visitor.SubmitAsync(list.FormWithButton($"Rút ý kiến {number}"));
            Assert.StartsWith($"Ý kiến {number} đã có người trả lời", Assert.Single(withdrawn.Errors), StringComparison.Ordinal);

            var stored = await portal.OpinionAsync(number);
            Assert.Equal(("Bản được trả lời", null), (stored.Text, stored.WithdrawnAt));
            Assert.Contains($"Ý kiến {number} đã có người trả lời", (await visitor.OpenAsync($"/dai-bieu/y-kien/{id}/sua")).Words, StringComparison.Ordinal);
        }
    }

    private async Task<(Visitor Visitor, Guid Id, string Number)> SendAsync(string text)
    {
        var draft = await portal.SendDraftAsync();
        var visitor = await portal.SignInAsync("dai-bieu-1");
        var receipt = await visitor.SendOpinionAsync(draft.Id, text);
        return (visitor, receipt.Key(), receipt.Number());
    }

    private async Task ChangeAsync(Guid id, Action<Opinion> change)
    {
        await using var records = portal.Databases.NewRecords();
        change(await records.Opinions.SingleAsync(o => o.Id == id));
        await records.SaveChangesAsync();
    }

    private async Task<Guid> DraftOfAsync(Guid opinionId)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Opinions.Where(o => o.Id == opinionId).Join(records.DraftVersions, o => o.DraftVersionId, v => v.Id, (_, v) => v.DraftId).SingleAsync();
    }
}
