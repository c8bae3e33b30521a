using System.Net;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.Groups;

public sealed class MergeTests(Portal portal) : IClassFixture<Portal>
{
    private const string Long = "Đề nghị bổ sung các giải pháp để hỗ trợ doanh nghiệp nhỏ và vừa tiếp cận vốn vay, tăng 6,5%.";
    private const string Short = "Cần bổ sung giải pháp hỗ trợ doanh nghiệp nhỏ và vừa tiếp cận vốn vay, tăng 6,5%.";

    private async Task<(Places Place, Opinion[] Opinions)> SpokenAsync(params string[] texts)
    {
        var place = await portal.AddOtherSessionAsync();
        await using var records = portal.Databases.NewRecords();
        DiscussionGroup[] groups = [new(Guid.CreateVersion7(), place.SessionId, "Tổ 1"), new(Guid.CreateVersion7(), place.SessionId, "Tổ 3")];
        records.AddRange(groups);
        Opinion[] opinions =
        [
            .. texts.Index().Select(t => new Opinion(
                Guid.CreateVersion7(), place.SessionId, place.ItemId, $"YK-0/XX-01-{t.Index + 1:000}", new(null, $"Người Nói {t.Index + 1}"), new(OpinionKind.Amend, OpinionChannel.Group, t.Item),
                Guid.CreateVersion7(), DateTimeOffset.UtcNow, groupId: groups[t.Index % 2].Id)),
        ];
        records.AddRange(opinions);
        await records.SaveChangesAsync(Desk.Cancel);
        return (place, opinions);
    }

    private Task<Guid?[]> LeadsAsync(Places place) =>
        portal.ReadAsync(r => r.Opinions.Where(o => o.SessionId == place.SessionId).OrderBy(o => o.Number).Select(o => o.MergedIntoId).ToArrayAsync(Desk.Cancel));

    [Fact]
    public async Task Proposal_IsMergedBehindTheLongest_ShownEverywhere_AndParted()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, opinions) = await SpokenAsync(Short, Long, "Đề nghị tăng 7,5%.", Short.Replace("6,5", "7,5", StringComparison.Ordinal));
        var page = await secretary.OpenAsync($"{place.Session}/to/gop-y-kien");
        var form = Assert.Single(page.Document.QuerySelectorAll("form.card"));
        Assert.Contains(form.QuerySelectorAll("mark"), mark => mark.TextContent.Contains("doanh nghiệp nhỏ", StringComparison.Ordinal));
        Assert.Equal([null, null, null, null], await LeadsAsync(place));
        var reads = await portal.AuditedAsync("opinions.read");

        var sent = page.Form("dung-chung");
        var merged = await secretary.SubmitAsync(sent, "Gộp");
        Assert.Equal([opinions[1].Id, null, null, null], await LeadsAsync(place));
        Assert.Empty(merged.Document.QuerySelectorAll("form.card"));
        Assert.True(await portal.AuditedAsync("opinions.read") > reads);

        // The same form once more changes nothing and is no error.
        Assert.Contains("Đã gộp 2 ý kiến", (await secretary.SubmitAsync(sent, "Gộp")).Words, StringComparison.Ordinal);
        Assert.Contains("Cùng ý kiến: Người Nói 1 (Tổ 1)", (await secretary.OpenAsync($"/van-phong/noi-dung/{place.ItemId}")).Words, StringComparison.Ordinal);
        Assert.Contains("Cùng ý kiến: Người Nói 2 (Tổ 3)", (await secretary.OpenAsync($"/van-phong/y-kien/{opinions[0].Id}")).Words, StringComparison.Ordinal);

        Assert.Contains("gộp vào YK-0/XX-01-002", (await secretary.OpenAsync($"{place.Session}/y-kien")).Words, StringComparison.Ordinal);

        await secretary.SubmitAsync(merged.Form("tach"), "Tách ra YK-0/XX-01-001");
        Assert.Equal([null, null, null, null], await LeadsAsync(place));
    }

    [Fact]
    public async Task NotTheSame_StaysAwayOnThisPage_AndComesBackOnTheNextVisit()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, _) = await SpokenAsync(Short, Long);
        var page = await secretary.OpenAsync($"{place.Session}/to/gop-y-kien");
        var away = await secretary.OpenAsync(page.Document.QuerySelector("form.card a[href*=khac]")!.GetAttribute("href")!);
        Assert.Empty(away.Document.QuerySelectorAll("form.card"));
        Assert.Contains("Đã bỏ qua 1 gợi ý trên trang đang mở", away.Words, StringComparison.Ordinal);
        Assert.Single((await secretary.OpenAsync($"{place.Session}/to/gop-y-kien")).Document.QuerySelectorAll("form.card"));
    }

    [Fact]
    public async Task Merge_OfWhatSomebodyElseChanged_IsRefused_AndShowsItAnew()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, opinions) = await SpokenAsync(Short, Long);
        var form = (await secretary.OpenAsync($"{place.Session}/to/gop-y-kien")).Form("dung-chung");
        await using (var records = portal.Databases.NewRecords())
        {
            (await records.Opinions.SingleAsync(o => o.Id == opinions[1].Id, Desk.Cancel)).Change(new(OpinionKind.Amend, OpinionChannel.Group, "Lời khác hẳn."), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Desk.Cancel);
        }
        var reads = await portal.AuditedAsync("opinions.read");
        var stale = await secretary.SubmitAsync(form, "Gộp");
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal([null, null], await LeadsAsync(place));

        // What is refused is undone; that the person read the opinions once more is not.
        Assert.Equal(reads + 1, await portal.AuditedAsync("opinions.read"));
    }

    [Fact]
    public async Task RefusedActOnAContent_ShowsItsOpinions_AndNotesTheReading()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, _) = await SpokenAsync(Short);
        var content = $"/van-phong/noi-dung/{place.ItemId}";
        Assert.Equal(HttpStatusCode.OK, (await secretary.PostAsync($"{content}?handler=Postpone", place.Session)).Status);
        var reads = await portal.AuditedAsync("opinions.read");
        var refused = await secretary.PostAsync($"{content}?handler=Postpone", place.Session);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Short, refused.Words, StringComparison.Ordinal);
        Assert.Equal(reads + 1, await portal.AuditedAsync("opinions.read"));
    }

    [Fact]
    public async Task Merge_ByHand_MovesThoseBehind_TwoAtOnceLeaveNoChain()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, opinions) = await SpokenAsync("Ý kiến thứ nhất.", "Ý kiến thứ hai dài hơn.", "Ý kiến thứ ba dài hơn cả hai ý kiến kia.", "Ý kiến thứ tư.");
        var address = $"{place.Session}/to/gop-y-kien?noi-dung={place.ItemId}";
        async Task<string> MarkAsync(int index) => (await secretary.OpenAsync(address)).Document.QuerySelectorAll("input[type=checkbox]").Select(b => b.GetAttribute("value")!).Single(v => v.StartsWith(opinions[index].Id.ToString("N"), StringComparison.Ordinal));
        await secretary.PostAsync(address, address, ("y-kien", await MarkAsync(0)), ("y-kien", await MarkAsync(1)));
        var (second, third, fourth) = (await MarkAsync(1), await MarkAsync(2), await MarkAsync(3));
        Assert.Equal([opinions[1].Id, null, null, null], await LeadsAsync(place));

        // Two people put the same opinions behind different leads at the same moment: one is first, the other one is told.
        var answers = await Task.WhenAll(
            secretary.PostAsync(address, address, ("y-kien", second), ("y-kien", third), ("dung-chung", opinions[2].Id.ToString())),
            secretary.PostAsync(address, address, ("y-kien", second), ("y-kien", third), ("y-kien", fourth), ("dung-chung", opinions[1].Id.ToString())));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.OK);
        var leads = await LeadsAsync(place);
        Assert.All(leads.Index().Where(l => l.Item is not null), l => Assert.Null(leads[Array.FindIndex(opinions, o => o.Id == l.Item)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.PostAsync(address, address, ("y-kien", fourth))).Status);
        var (other, foreign) = await SpokenAsync("Của hội nghị khác.", "Cũng của hội nghị khác.");
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync(address, address, ("y-kien", $"{foreign[0].Id:N}.1"), ("y-kien", fourth))).Status);
        Assert.Equal([null, null], await LeadsAsync(other));
    }

    [Fact]
    public async Task WithdrawnLead_StandsForNobody_UntilItIsRestored()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, opinions) = await SpokenAsync(Short, Long);
        await secretary.SubmitAsync((await secretary.OpenAsync($"{place.Session}/to/gop-y-kien")).Form("dung-chung"), "Gộp");
        var withdrawn = await secretary.SubmitAsync((await secretary.OpenAsync($"/van-phong/y-kien/{opinions[1].Id}")).FormWithButton("Rút ý kiến"));
        Assert.Contains(Short, (await secretary.OpenAsync($"/van-phong/noi-dung/{place.ItemId}")).Words, StringComparison.Ordinal);
        await secretary.SubmitAsync(withdrawn.FormWithButton("Khôi phục ý kiến"));
        Assert.DoesNotContain(Short, (await secretary.OpenAsync($"/van-phong/noi-dung/{place.ItemId}")).Words, StringComparison.Ordinal);
    }
}
