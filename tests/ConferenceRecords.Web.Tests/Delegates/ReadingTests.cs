using System.Net;
using System.Text.Json;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>Reading a draft: what the Office learns of it, what only the delegate knows, and what the script sends.</summary>
public sealed class ReadingTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_Draft_OfficeLearnsThatAndWhenButNotHowFar()
    {
        var draft = await portal.SendDraftAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Contains("Đã mở 0/", (await secretary.OpenAsync($"/van-phong/du-thao/{draft.Id}")).Words, StringComparison.Ordinal);
        using var visitor = await portal.SignInAsync("dai-bieu-1");

        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");
        await visitor.PostAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y?handler=Stop&ban=1&doan=3", "/dai-bieu");

        var reading = await ReadingAsync(draft.Versions[0].Id);
        Assert.Equal(3, reading!.Place);
        Assert.Contains($"Văn phòng biết đồng chí đã mở bản này lúc {VietnamTime.Moment(reading.FirstOpenedAt)}; không biết đồng chí đọc đến đâu.", page.Words, StringComparison.Ordinal);
        var receipts = (await secretary.OpenAsync($"/van-phong/du-thao/{draft.Id}")).Document.QuerySelector("details.card")!.TextContent;
        Assert.Contains("Đã mở 1/", receipts, StringComparison.Ordinal);
        Assert.Contains($"Bản 1 lúc {VietnamTime.Moment(reading.FirstOpenedAt)}", receipts, StringComparison.Ordinal);
        Assert.DoesNotContain("đoạn", receipts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ThenCome_BackToTheParagraph()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");

        Assert.Equal(HttpStatusCode.NoContent, (await visitor.PostAsync($"/dai-bieu/du-thao/{draft.Id}?ban=1&handler=stop", "/dai-bieu", ("doan", "2"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/dai-bieu/du-thao/{draft.Id}?ban=1&handler=stop", "/dai-bieu", ("doan", "4"))).Status);

        // On another device.
        using var tablet = await portal.SignInAsync("dai-bieu-1");
        Assert.Equal("#doan-2", (await tablet.OpenAsync($"/dai-bieu/du-thao/{draft.Id}")).Document.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Đọc tiếp từ đoạn 2").GetAttribute("href"));
        var inbox = await tablet.OpenAsync("/dai-bieu");
        Assert.Contains("Đang đọc (đến đoạn 2/3)", inbox.Words, StringComparison.Ordinal);
        Assert.EndsWith($"{draft.Id}#doan-2", inbox.Document.QuerySelectorAll("a").Single(a => a.GetAttribute("aria-label") == $"Đọc tiếp từ đoạn 2: {draft.Title}").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prefetch_OrScript_IsNoReading()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        using var prefetch = new HttpRequestMessage(HttpMethod.Get, new Uri($"/dai-bieu/du-thao/{draft.Id}", UriKind.Relative));
        prefetch.Headers.Add("Sec-Purpose", "prefetch");
        await visitor.SendAsync(prefetch);

        Assert.Null(await ReadingAsync(draft.Versions[0].Id));
        Assert.Contains("Chưa mở", (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AskedForAsJson_GivesTheText_AndIsNoted()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/dai-bieu/du-thao/{draft.Id}", UriKind.Relative));
        request.Headers.Add("Accept", "application/json");

        await visitor.SendAsync(request);

        var version = draft.Versions[0].Id.ToString();
        await using var records = new RecordsContext(ContextOptions.Records(portal.Databases.For("cr_auditor")), new Actor(), TimeProvider.System);
        Assert.True(await records.Set<AuditEntry>().AnyAsync(e => e.Action == "draft.read" && e.ObjectId == version, Cancel));
    }

    [Fact]
    public async Task NewVersion_AfterReading_SaysSoWithTheChanges()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");
        await portal.AddVersionAsync(draft.Id);

        Assert.Contains("Có bản 2 từ lần đọc trước", (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
        Assert.Contains("Đã có bản 2", (await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}?ban=1")).Words, StringComparison.Ordinal);
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");
        Assert.Contains("Đây là bản 2; lần trước đồng chí đọc bản 1", page.Words, StringComparison.Ordinal);
        Assert.Equal($"/dai-bieu/du-thao/{draft.Id}/so-sanh?tu=1&den=2", page.Document.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Xem 2 đoạn thay đổi").GetAttribute("href"));
    }

    [Fact]
    public async Task SendInPlace_SameKeyAgain_StoredOnceAndAnsweredAlike()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var key = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(visitor, draft.Id, ("Input.Id", key.ToString()), ("doan", "2"), ("Input.Kind", "Amend"), ("Input.Text", "Sửa câu này"), ("Input.IsPrivate", "false"))));

        var stored = Assert.Single(await portal.OpinionsOnAsync(draft));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        using var json = JsonDocument.Parse(answers[0].Text);
        Assert.Equal((key, 2), (json.RootElement.GetProperty("id").GetGuid(), json.RootElement.GetProperty("paragraph").GetInt32()));
        Assert.Equal($"Đã gửi Văn phòng lúc {VietnamTime.Moment(stored.RecordedAt)}, số {stored.Number}", json.RootElement.GetProperty("state").GetString());

        var other = await PostAsync(visitor, draft.Id, ("Input.Id", key.ToString()), ("doan", "3"), ("Input.Kind", "Amend"), ("Input.Text", "Chỗ khác"), ("Input.IsPrivate", "false"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        var empty = await PostAsync(visitor, draft.Id, ("Input.Id", Guid.CreateVersion7().ToString()), ("doan", "3"), ("Input.Kind", "Amend"), ("Input.Text", ""), ("Input.IsPrivate", "false"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        using var refused = JsonDocument.Parse(empty.Text);
        Assert.Equal("Nhập nội dung đề nghị", refused.RootElement.GetProperty("errors").GetProperty("Input.Text")[0].GetString());
        Assert.Single(await portal.OpinionsOnAsync(draft));
    }

    [Fact]
    public async Task Scan_WithoutText_SaysSoAndTakesOpinionsOnTheWhole()
    {
        var draft = await portal.SendDraftAsync(send: false);
        await using (var records = portal.Databases.NewRecords())
        {
            var stored = await records.Drafts.Include(d => d.Versions).SingleAsync(d => d.Id == draft.Id, Cancel);
            var content = "%PDF-1.4 minh họa"u8.ToArray();
            var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
            records.Add(new StoredFile { Sha256 = sha256, Content = content, StoredAt = Papers.Now });
            records.Add(stored.AddVersion(Guid.CreateVersion7(), [], null, Guid.CreateVersion7(), Papers.Now, new(sha256, "ban-chup.pdf", OriginalKind.Pdf)));
            stored.Send(Papers.Now, null);
            await records.SaveChangesAsync(Cancel);
        }
        using var visitor = await portal.SignInAsync("dai-bieu-1");

        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");
        Assert.Contains("không có chữ, chỉ xem được tệp gốc", page.Words, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == $"/dai-bieu/du-thao/{draft.Id}/tep?ban=2");
        await visitor.SendOpinionAsync(draft.Id, "Về cả dự thảo", "?ban=2");
        Assert.Null(Assert.Single(await portal.OpinionsOnAsync(draft)).ParagraphId);
        Assert.Contains("Chỉ xem được tệp gốc", (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_SessionWithOwnWords_HasContentsNumbersAndThem()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        await visitor.SendOpinionAsync(draft.Id, "Ý kiến để in");
        await using var records = portal.Databases.NewRecords();
        var session = await records.AgendaItems.Where(i => i.Id == draft.ItemId).Select(i => i.SessionId).SingleAsync(Cancel);

        var plain = await visitor.OpenAsync($"/dai-bieu/hoi-nghi/{session}/in");
        var own = await visitor.OpenAsync($"/dai-bieu/hoi-nghi/{session}/in?y-kien=true");

        Assert.DoesNotContain("Ý kiến để in", plain.Words, StringComparison.Ordinal);
        Assert.Contains("Ý kiến để in", own.Words, StringComparison.Ordinal);
        Assert.All(plain.Document.QuerySelectorAll("#muc-luc ~ ol a"), link => Assert.NotNull(plain.Document.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(plain.Document.QuerySelectorAll("[id]").Length, plain.Document.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    private static Task<Answer> PostAsync(Visitor visitor, Guid draftId, params (string Name, string Value)[] fields) => visitor.PostAsync($"/dai-bieu/du-thao/{draftId}?ban=1", "/dai-bieu", fields);

    private async Task<Reading?> ReadingAsync(Guid versionId)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Readings.SingleOrDefaultAsync(r => r.VersionId == versionId, Cancel);
    }
}
