using System.Net;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>Private notes: nobody but their writer ever sees them, and each becomes an opinion once at most.</summary>
public sealed class NoteTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_Note_ShownToItsWriterAlone()
    {
        var draft = await portal.SendDraftAsync();
        using var writer = await portal.SignInAsync("dai-bieu-1");
        var text = await writer.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");
        var note = await KeepAsync(writer, draft.Id, "Câu này tôi còn phân vân");

        Assert.Contains("Câu này tôi còn phân vân", (await writer.OpenAsync($"/dai-bieu/du-thao/{draft.Id}")).Document.QuerySelector("#doan-2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Câu này tôi còn phân vân", (await writer.OpenAsync("/dai-bieu/ghi-chu")).Words, StringComparison.Ordinal);
        Assert.Contains("1 ghi chú riêng, chưa gửi", (await writer.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("phân vân", text.Words, StringComparison.Ordinal);

        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.DoesNotContain("phân vân", (await secretary.OpenAsync($"/van-phong/du-thao/{draft.Id}")).Text, StringComparison.Ordinal);
        using var other = await portal.SignInAsync("dai-bieu-2");
        foreach (var address in new[] { $"/dai-bieu/du-thao/{draft.Id}", $"/dai-bieu/du-thao/{draft.Id}/in?y-kien=true", "/dai-bieu/ghi-chu" })
            Assert.DoesNotContain("phân vân", (await other.OpenAsync(address)).Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"/dai-bieu/ghi-chu/{note}", $"/dai-bieu/ghi-chu/gui?ghi-chu={note}" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        foreach (var address in new[] { $"/dai-bieu/ghi-chu/{note}", $"/dai-bieu/ghi-chu/gui?ghi-chu={note}", $"/dai-bieu/ghi-chu?handler=Remove&id={note}" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(address, "/dai-bieu", ("Input.Text", "Của người khác"), ($"Kinds[{note}]", "Agree"))).Status);
        Assert.Empty(await portal.OpinionsOnAsync(draft));
    }

    [Fact]
    public async Task Edit_Remove_Undo_KeepsTheNote()
    {
        var draft = await portal.SendDraftAsync();
        using var writer = await portal.SignInAsync("dai-bieu-1");
        var note = await KeepAsync(writer, draft.Id, "Bản đầu");

        var form = (await writer.OpenAsync($"/dai-bieu/ghi-chu/{note}")).Form("Input.Text");
        await writer.SubmitAsync(form, ("Input.Text", "Bản hai"));
        var stale = await writer.SubmitAsync(form, ("Input.Text", "Bản ba"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Bản hai", stale.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);

        var removed = await writer.PostAsync($"/dai-bieu/ghi-chu?handler=Remove&id={note}", "/dai-bieu");
        Assert.DoesNotContain(note.ToString(), (await writer.OpenAsync("/dai-bieu/ghi-chu")).Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        await writer.SubmitAsync(removed.FormWithButton("Hoàn tác"));
        Assert.Contains("Bản hai", (await writer.OpenAsync("/dai-bieu/ghi-chu")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SeveralAtOnceAndAgain_EachIsOneOpinion()
    {
        var (first, second) = (await portal.SendDraftAsync(item: 5), await portal.SendDraftAsync(item: 6));
        using var writer = await portal.SignInAsync("dai-bieu-1");
        Guid[] notes = [await KeepAsync(writer, first.Id, "Ghi chú một"), await KeepAsync(writer, first.Id, "Ghi chú hai"), await KeepAsync(writer, second.Id, "Ghi chú ba")];
        var address = $"/dai-bieu/ghi-chu/gui?{string.Join('&', notes.Select(n => $"ghi-chu={n}"))}";
        var page = await writer.OpenAsync(address);
        Assert.Contains("Gửi 3 ý kiến", page.Words, StringComparison.Ordinal);

        var missing = await writer.SubmitAsync(page.FormWithButton("Gửi 3 ý kiến"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("Chọn loại ý kiến", missing.Words, StringComparison.Ordinal);

        (string, string)[] kinds = [.. notes.Select(n => ($"Kinds[{n}]", "Amend"))];
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => writer.SubmitAsync(page.FormWithButton("Gửi 3 ý kiến"), kinds)));

        var sent = (await portal.OpinionsOnAsync(first)).Concat(await portal.OpinionsOnAsync(second)).ToList();
        Assert.Equal(notes.Order(), sent.Select(o => o.Id).Order());
        Assert.Equal(3, sent.Select(o => o.Number).Distinct().Count());
        Assert.All(answers, answer => Assert.Contains("Văn phòng đã nhận 3 ý kiến", answer.Words, StringComparison.Ordinal));
        Assert.All(sent, o => Assert.Contains(o.Number, answers[0].Words, StringComparison.Ordinal));
        Assert.DoesNotContain("Ghi chú một", (await writer.OpenAsync("/dai-bieu/ghi-chu")).Words, StringComparison.Ordinal);

        // No number was lost to the ones that came too late.
        Assert.Equal(2, (await portal.OpinionsOnAsync(first)).Select(o => o.Number[^3..]).Select(int.Parse).Order().ToList() is [var a, var b] ? b - a + 1 : 0);
    }

    [Fact]
    public async Task Send_AfterTheDeadline_NoteIsKept()
    {
        var draft = await portal.SendDraftAsync();
        using var writer = await portal.SignInAsync("dai-bieu-1");
        var note = await KeepAsync(writer, draft.Id, "Chưa kịp gửi");
        var page = await writer.OpenAsync($"/dai-bieu/ghi-chu/gui?ghi-chu={note}");
        await portal.CloseAsync(draft.Id);

        var answer = await writer.SubmitAsync(page.FormWithButton("Gửi 1 ý kiến"), ($"Kinds[{note}]", "Amend"));

        Assert.Contains("Ghi chú này không gửi được nữa", answer.Words, StringComparison.Ordinal);
        Assert.Empty(await portal.OpinionsOnAsync(draft));
        Assert.Contains("Chưa kịp gửi", (await writer.OpenAsync("/dai-bieu/ghi-chu")).Words, StringComparison.Ordinal);
    }

    private async Task<Guid> KeepAsync(Visitor writer, Guid draftId, string text)
    {
        var page = await writer.OpenAsync($"/dai-bieu/du-thao/{draftId}/gop-y?doan=2&ban=1");
        var key = Guid.Parse(page.Document.QuerySelector("[name='Input.Id']")!.GetAttribute("value")!);
        await writer.SubmitAsync(page.Form("Input.Text"), "Lưu ghi chú riêng", ("Input.Text", text));
        await using var records = portal.Databases.NewRecords();
        Assert.Equal(text, (await records.DraftNotes.SingleAsync(n => n.Id == key, Cancel)).Text);
        return key;
    }
}
