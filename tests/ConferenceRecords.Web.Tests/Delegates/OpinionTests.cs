using System.Net;
using System.Text;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>Sending an opinion: once, with number and receipt, nothing typed lost.</summary>
public sealed class OpinionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Send_OnAParagraph_StoredWithNumberAndReceipt()
    {
        var draft = await portal.SendDraftAsync(versions: 2);
        using var visitor = await portal.SignInAsync("dai-bieu-1");

        // Typed on a keyboard that decomposes its letters.
        var receipt = await visitor.SendOpinionAsync(draft.Id, "  Sửa “tỉnh Thái Nguyên”\r\nvà bổ sung số liệu.  ".Normalize(NormalizationForm.FormD), "?doan=2");

        var stored = Assert.Single(await portal.OpinionsOnAsync(draft));
        Assert.Matches("^YK-12/XX-07-[0-9]{3}$", stored.Number);
        Assert.Equal("Sửa “tỉnh Thái Nguyên”\nvà bổ sung số liệu.", stored.Text);
        Assert.Equal((OpinionKind.Amend, OpinionChannel.Portal, false), (stored.Kind, stored.Channel, stored.IsIllustrative));
        Assert.Equal((draft.Versions[1].Id, draft.Versions[1].Paragraphs[1].Id), (stored.DraftVersionId, stored.ParagraphId));
        await using var records = portal.Databases.NewRecords();
        var speaker = await records.Delegates.SingleAsync(d => d.Id == stored.DelegateId, TestContext.Current.CancellationToken);
        Assert.Equal(stored.RecordedById, speaker.UserId);
        Assert.Contains($"Đã gửi ý kiến {stored.Number} lúc {VietnamTime.Moment(stored.RecordedAt)}", receipt.Words, StringComparison.Ordinal);
        Assert.Contains(stored.Number, (await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}")).Document.QuerySelector("#doan-2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã gửi 1 ý kiến", (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?ban=1", "Nhất trí với dự thảo.")]
    [InlineData("?ban=1&doan=3", "Nhất trí với đoạn này.")]
    public async Task Send_AgreeWithoutText_TextIsFilledIn(string place, string text)
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y{place}");

        await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Agree"));

        Assert.Equal(text, Assert.Single(await portal.OpinionsOnAsync(draft)).Text);
    }

    [Fact]
    public async Task Send_BadInput_SaysWhatToDoAndKeepsTheText()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y?doan=2");
        var form = page.Form("Input.Text");

        var noKind = await visitor.SubmitAsync(form, ("Input.Text", "Đã gõ"));
        Assert.Equal(["Chọn loại ý kiến"], noKind.Errors);
        Assert.Equal("Đã gõ", noKind.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.True(noKind.Form("Input.Text").HasAttribute("data-unsaved"));

        Assert.Equal(["Nhập nội dung đề nghị"], (await visitor.SubmitAsync(form, ("Input.Kind", "Remove"), ("Input.Text", " \n "))).Errors);
        Assert.Contains("Giá trị không hợp lệ. Hãy chọn lại", (await visitor.SubmitAsync(form, ("Input.Kind", "Khác"), ("Input.Text", "Đã gõ"))).Errors);

        Assert.Empty(await portal.OpinionsOnAsync(draft));
    }

    [Fact]
    public async Task Send_WhileTheSameKeyIsStoredElsewhere_AsksAgainAndLeavesNoGapInTheNumbers()
    {
        var (draft, other) = (await portal.SendDraftAsync(item: 9), await portal.SendDraftAsync(item: 10));
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var before = await visitor.SendOpinionAsync(draft.Id, "Ý kiến trước");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y?ban=1");
        var key = Guid.Parse(page.Document.QuerySelector("[name='Input.Id']")!.GetAttribute("value")!);
        await using var records = portal.Databases.NewRecords();
        await using var transaction = await records.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var mine = await portal.OpinionAsync(before.Number());
        var item = await records.AgendaItems.SingleAsync(i => i.Id == other.ItemId, TestContext.Current.CancellationToken);
        records.Add(new Opinion(
            key, item.SessionId, item.Id, $"YK-{Guid.NewGuid():N}", new(mine.DelegateId), new(OpinionKind.Amend, OpinionChannel.Portal, "Cùng khóa"), mine.RecordedById, Papers.Now, other.Versions[0].Id));
        await records.SaveChangesAsync(TestContext.Current.CancellationToken);

        var sending = visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Amend"), ("Input.Text", "Đã gõ"));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        var refused = await sending;

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Đã gõ", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        var after = await visitor.SubmitAsync(refused.Form("Input.Text"));
        Assert.Equal(Sequence(before) + 1, Sequence(after));
        static int Sequence(Answer receipt) => int.Parse(receipt.Number()[^3..], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Send_OneMegabyte_RefusedAndKept()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y");
        var text = string.Concat(Enumerable.Repeat("ý kiến ", (1 << 20) / Encoding.UTF8.GetByteCount("ý kiến ")));

        var answer = await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Add"), ("Input.Text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("Ý kiến dài quá 20.000 ký tự", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(text.Trim(), answer.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await portal.OpinionsOnAsync(draft));
    }

    [Fact]
    public async Task Send_SameFormAgain_StoredOnceAndTakesNoNumber()
    {
        var draft = await portal.SendDraftAsync(item: 4);
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y?doan=2");
        Task<Answer> Send(string text) => visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Clarify"), ("Input.Text", text));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Send("Làm rõ nguồn vốn")));

        var first = Assert.Single(await portal.OpinionsOnAsync(draft));
        Assert.All(answers, answer => Assert.Equal(first.Number, answer.Number()));

        // Back, another text, sent again: not the same opinion, and not lost either.
        var changed = await Send("Làm rõ cả tiến độ");
        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Contains(first.Number, Assert.Single(changed.Errors), StringComparison.Ordinal);
        var second = await visitor.SubmitAsync(changed.Form("Input.Text"));
        Assert.Equal(Sequence(first.Number) + 1, Sequence(second.Number()));
        Assert.Equal(["Làm rõ nguồn vốn", "Làm rõ cả tiến độ"], (await portal.OpinionsOnAsync(draft)).OrderBy(o => o.Number).Select(o => o.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_KeyOfAnotherRecordOrNone_KeepsBoth(bool hasKey)
    {
        var draft = await portal.SendDraftAsync();
        using var other = await portal.SignInAsync("dai-bieu-2");
        var theirs = await other.SendOpinionAsync(draft.Id, "Của người khác");
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y?doan=2");

        var refused = await visitor.SubmitAsync(
            page.Form("Input.Text"), ("Input.Id", hasKey ? theirs.Key().ToString() : "hỏng"), ("Input.Kind", "Amend"), ("Input.Text", "Của tôi"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.DoesNotContain("Của người khác", refused.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync(refused.Form("Input.Text"));
        Assert.Equal(["Của người khác", "Của tôi"], (await portal.OpinionsOnAsync(draft)).OrderBy(o => o.Number).Select(o => o.Text));
    }

    [Fact]
    public async Task Send_AfterTheDeadline_RefusedWithTheTextKept()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y?doan=2");
        await portal.CloseAsync(draft.Id);

        var answer = await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Amend"), ("Input.Text", "Gõ xong thì hết giờ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Gõ xong thì hết giờ", answer.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await portal.OpinionsOnAsync(draft));

        // What was typed can still be kept as a note; nothing can be sent.
        Assert.DoesNotContain(answer.Document.QuerySelectorAll("main button"), b => b.TextContent.Trim() == "Gửi Văn phòng");
        await visitor.SubmitAsync(answer.Form("Input.Text"));
        await using var records = portal.Databases.NewRecords();
        Assert.Equal("Gõ xong thì hết giờ", (await records.DraftNotes.SingleAsync(n => n.VersionId == draft.Versions[0].Id, TestContext.Current.CancellationToken)).Text);
        Assert.Empty(await portal.OpinionsOnAsync(draft));
        Assert.Contains("Đã hết hạn góp ý lúc", (await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y")).Words, StringComparison.Ordinal);
        Assert.All((await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}")).Document.QuerySelectorAll(".paragraph-add"), add => Assert.StartsWith("Ghi chú đoạn", add.GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.Contains("Hết hạn góp ý", (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NewVersionMeanwhile_StaysOnTheTextThatWasRead()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y?doan=2");
        await portal.AddVersionAsync(draft.Id);

        await visitor.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", "Figures"), ("Input.Text", "Số ở bản 1"));

        Assert.Equal(draft.Versions[0].Id, Assert.Single(await portal.OpinionsOnAsync(draft)).DraftVersionId);
        Assert.Contains("Đoạn hai của bản 2", (await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}")).Words, StringComparison.Ordinal);
        var older = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}?ban=1");
        Assert.Contains("Đã có bản 2", older.Words, StringComparison.Ordinal);
        Assert.Contains("Số ở bản 1", older.Document.QuerySelector("#doan-2")!.TextContent, StringComparison.Ordinal);
    }

    private static int Sequence(string number) => int.Parse(number[^3..], System.Globalization.CultureInfo.InvariantCulture);
}
