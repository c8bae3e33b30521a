using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class OpinionTests(Portal portal) : IClassFixture<Portal>
{
    private static (string Name, string Value)[] Fields(string text, Guid? speaker, string name = "", Guid? id = null) =>
    [
        ("Input.Text", text), ("Input.DelegateId", speaker?.ToString() ?? ""), ("Input.SpeakerName", name), ("Input.Kind", "Amend"),
        ("Input.Channel", "Group"), .. id is { } key ? new[] { ("Input.Id", key.ToString()) } : [],
    ];

    [Fact]
    public async Task Record_TakesTheNextNumber_AndARepeatedFormTakesNone()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var page = await secretary.OpenAsync($"{place.Session}/y-kien?noi-dung={place.ItemId}");
        var text = "Đề nghị bổ sung số liệu của từng huyện.";
        var form = page.Form("Input.Text");
        var saved = await secretary.SubmitAsync(form, Fields(text.Normalize(NormalizationForm.FormD), place.Delegates[0]));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var first = await FindAsync(text);
        Assert.Contains($"Đã ghi ý kiến {first.Number}", saved.Words, StringComparison.Ordinal);

        // The form is ready for the next speaker: content and channel kept, the hand in the delegate's field.
        var next = saved.Form("Input.Text");
        Assert.Equal((place.ItemId.ToString(), "Group"), (Selected(next, "#Input_ItemId"), Selected(next, "#Input_Channel")));
        Assert.True(next.QuerySelector("#Input_DelegateId")!.HasAttribute("autofocus"));

        var repeated = await secretary.SubmitAsync(form, Fields(text, place.Delegates[0]));
        Assert.Contains($"Đã ghi ý kiến {first.Number}", repeated.Words, StringComparison.Ordinal);
        await secretary.SubmitAsync(next, Fields("Ý kiến tiếp theo.", place.Delegates[1]));
        Assert.Equal(Sequence(first) + 1, Sequence(await FindAsync("Ý kiến tiếp theo.")));

        // The Back button, then other words under the same key: kept in the form, not dropped and not written over the first.
        var changed = await secretary.SubmitAsync(form, Fields("Lời khác hẳn.", place.Delegates[0]));
        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Equal("Lời khác hẳn.", changed.Document.QuerySelector("#Input_Text")!.TextContent.Trim());
        await secretary.SubmitAsync(changed.Form("Input.Text"));
        Assert.Equal(Sequence(first) + 2, Sequence(await FindAsync("Lời khác hẳn.")));
    }

    [Fact]
    public async Task Record_TwentyAtOnce_GivesTwentyNumbersWithoutAGap()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"{place.Session}/y-kien?noi-dung={Guid.Empty}")).Form("Input.Text");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => secretary.SubmitAsync(form, Fields($"Cùng lúc {n}", place.Delegates[0], id: Guid.CreateVersion7()))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var numbers = await portal.ReadAsync(r => r.Opinions.Where(o => o.Text.StartsWith("Cùng lúc ")).Select(o => o.Number).ToListAsync(Office.Cancel));
        var sequence = numbers.Select(n => int.Parse(n[^3..], System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(sequence[0], 20), sequence);
    }

    [Fact]
    public async Task Record_TheSameFormEightTimesAtOnce_StoresOneAndTakesOneNumber()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"{place.Session}/y-kien?noi-dung={place.ItemId}")).Form("Input.Text");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => secretary.SubmitAsync(form, Fields("Gửi tám lần.", place.Delegates[0]))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var only = await FindAsync("Gửi tám lần.");
        var after = (await secretary.OpenAsync($"{place.Session}/y-kien?noi-dung={place.ItemId}")).Form("Input.Text");
        await secretary.SubmitAsync(after, Fields("Sau tám lần.", place.Delegates[0]));
        Assert.Equal(Sequence(only) + 1, Sequence(await FindAsync("Sau tám lần.")));
    }

    [Fact]
    public async Task Record_WhatIsMissingOrTooLong_IsRefusedAndKept()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"{place.Session}/y-kien?noi-dung={place.ItemId}")).Form("Input.Text");
        var opinions = await portal.CountAsync<Opinion>();
        var megabyte = string.Concat(Enumerable.Repeat("đoạn dài ", 1 << 17));
        foreach (var (fields, error) in new[]
        {
            (Fields("", place.Delegates[0]), "Nhập ý kiến"),
            (Fields(megabyte, place.Delegates[0]), "Ý kiến dài quá 20.000 ký tự"),
            (Fields("Không ai nói.", null), "Chọn đại biểu hoặc ghi tên"),
            (Fields("Hai người nói.", place.Delegates[0], "Người khác"), "Đã chọn đại biểu thì bỏ trống"),
            (Fields("MẬT\nÝ kiến.", place.Delegates[0]), "dấu chỉ độ mật"),
            ([.. Fields("Chưa chọn loại.", place.Delegates[0]).Where(f => f.Name != "Input.Kind"), ("Input.Kind", "")], "Chọn loại ý kiến"),
            ([.. Fields("Kênh của đại biểu.", place.Delegates[0]).Where(f => f.Name != "Input.Channel"), ("Input.Channel", "Portal")], "Chọn kênh"),
            ([.. Fields("Chưa chọn nội dung.", place.Delegates[0]), ("Input.ItemId", "")], "Chọn nội dung"),
        })
        {
            var answer = await secretary.SubmitAsync(form, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(answer.Errors, e => e.Contains(error, StringComparison.Ordinal));
            Assert.Equal(fields[0].Value.Trim(), answer.Document.QuerySelector("#Input_Text")!.TextContent.Trim());
        }
        Assert.Equal(opinions, await portal.CountAsync<Opinion>());
    }

    [Fact]
    public async Task Record_WithPartsOfAnotherSession_IsRefused()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, other) = (await portal.PlacesAsync(), await portal.AddOtherSessionAsync());
        var foreign = await portal.ReadAsync(r => r.Paragraphs.Where(p => p.Text == "Đoạn khác" && r.DraftVersions.Any(v => v.Id == p.VersionId && v.DraftId == other.DraftId)).Select(p => p.Id).SingleAsync(Office.Cancel));
        var form = (await secretary.OpenAsync($"{place.Session}/y-kien?noi-dung={place.ItemId}")).Form("Input.Text");
        var opinions = await portal.CountAsync<Opinion>();
        foreach (var (fields, field) in new[]
        {
            ([.. Fields("Nội dung giả.", place.Delegates[0]), ("Input.ItemId", other.ItemId.ToString())], "Input_ItemId"),
            (Fields("Đại biểu giả.", other.Delegates[0]), "Input_DelegateId"),
            (new[] { ("Input.ParagraphId", foreign.ToString()) }.Concat(Fields("Đoạn giả.", place.Delegates[0])).ToArray(), "Input_ParagraphId"),
        })
        {
            var answer = await secretary.SubmitAsync(form, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.NotNull(answer.Document.QuerySelector($"[data-error-summary] a[href='#{field}']"));
        }
        Assert.Equal(opinions, await portal.CountAsync<Opinion>());
    }

    [Fact]
    public async Task Record_OnAParagraph_IsShownBesideIt()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var draft = await secretary.OpenAsync($"/van-phong/du-thao/{place.DraftId}");
        var add = draft.Document.QuerySelector("#doan-2 .paragraph-add")!.GetAttribute("href")!;
        var saved = await secretary.SubmitAsync((await secretary.OpenAsync(add)).Form("Input.Text"), Fields("Ý kiến ở đoạn hai.", place.Delegates[0]));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var again = await secretary.OpenAsync($"/van-phong/du-thao/{place.DraftId}");
        Assert.Contains("Ý kiến ở đoạn hai.", again.Document.QuerySelector("#doan-2 .paragraph-notes")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_Stale_ShowsBothTexts_AndASecondSaveIsAKnowingOne()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var opinion = await RecordAsync(secretary, "Lời đầu.");
        var (mine, theirs) = ((await secretary.OpenAsync($"/van-phong/y-kien/{opinion.Id}")).Form("Input.Text"), (await secretary.OpenAsync($"/van-phong/y-kien/{opinion.Id}")).Form("Input.Text"));
        await secretary.SubmitAsync(theirs, ("Input.Text", "Lời của người khác."));
        var stale = await secretary.SubmitAsync(mine, ("Input.Text", "Lời của tôi."));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Lời của người khác.", stale.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lời của tôi.", stale.Document.QuerySelector("#Input_Text")!.TextContent.Trim());
        await secretary.SubmitAsync(stale.Form("Input.Text"));
        Assert.Equal("Lời của tôi.", (await ByIdAsync(opinion.Id)).Text);
    }

    [Fact]
    public async Task Withdraw_KeepsRowAndNumber_AndIsUndone()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var opinion = await RecordAsync(secretary, "Sẽ rút.");
        var withdrawn = await secretary.SubmitAsync((await secretary.OpenAsync($"/van-phong/y-kien/{opinion.Id}")).FormWithButton("Rút ý kiến"));
        var row = await ByIdAsync(opinion.Id);
        Assert.Equal((opinion.Number, true), (row.Number, row.WithdrawnAt is not null));
        Assert.DoesNotContain(withdrawn.Document.Forms, f => f.QuerySelector("#Input_Text") is not null);
        await secretary.SubmitAsync(withdrawn.FormWithButton("Hoàn tác"));
        row = await ByIdAsync(opinion.Id);
        Assert.Equal((opinion.Number, "Sẽ rút.", true), (row.Number, row.Text, row.WithdrawnAt is null));
    }

    [Fact]
    public async Task Resolve_AFreeName_NamesTheDelegateAndKeepsTheName()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var opinion = await RecordAsync(secretary, "Người lạ nói.", "Đồng chí Lạ");
        var other = await portal.AddOtherSessionAsync();
        var page = await secretary.OpenAsync($"/van-phong/y-kien/{opinion.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SubmitAsync(page.Form("Input.Text"), ("Input.DelegateId", other.Delegates[0].ToString()))).Status);
        await secretary.SubmitAsync(page.Form("Input.Text"), ("Input.DelegateId", place.Delegates[2].ToString()));
        var row = await ByIdAsync(opinion.Id);
        Assert.Equal((place.Delegates[2], "Đồng chí Lạ"), (row.DelegateId, row.SpeakerName));
    }

    [Fact]
    public async Task Page_OfOpinions_NotesOneRead_AndGoesOnByKey()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, other) = (await portal.PlacesAsync(), await portal.AddOtherSessionAsync());
        var before = await portal.AuditedAsync("opinions.read");
        var page = await secretary.OpenAsync($"{place.Session}/y-kien");
        Assert.Equal(before + 1, await portal.AuditedAsync("opinions.read"));
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(page.Document.QuerySelectorAll(".opinion .meta a[href*='/y-kien/']").Select(a => a.TextContent));
            if (page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href") is not { } next) break;
            page = await secretary.OpenAsync(next);
        }
        Assert.Equal(await portal.ReadAsync(r => r.Opinions.CountAsync(o => o.SessionId == place.SessionId, Office.Cancel)), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        var opinion = await portal.ReadAsync(r => r.Opinions.Where(o => o.SessionId == place.SessionId).Select(o => o.Id).FirstAsync(Office.Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{other.Session}/y-kien?truoc={opinion}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/van-phong/y-kien/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/van-phong/hoi-nghi/{Guid.CreateVersion7()}/y-kien")).Status);
    }

    private static string Selected(IHtmlFormElement form, string list) => ((IHtmlSelectElement)form.QuerySelector(list)!).Value!;

    private static int Sequence(Opinion opinion) => int.Parse(opinion.Number[^3..], System.Globalization.CultureInfo.InvariantCulture);

    private Task<Opinion> FindAsync(string text) => portal.ReadAsync(r => r.Opinions.SingleAsync(o => o.Text == text, Office.Cancel));

    private Task<Opinion> ByIdAsync(Guid id) => portal.ReadAsync(r => r.Opinions.SingleAsync(o => o.Id == id, Office.Cancel));

    private async Task<Opinion> RecordAsync(Visitor secretary, string text, string? name = null)
    {
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"{place.Session}/y-kien?noi-dung={place.ItemId}")).Form("Input.Text");
        await secretary.SubmitAsync(form, Fields(text, name is null ? place.Delegates[0] : null, name ?? ""));
        return await FindAsync(text);
    }
}
