using System.Net;
using AngleSharp.Html.Dom;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.Groups;

public sealed class AnnouncedTests(Portal portal) : IClassFixture<Portal>
{
    private static IHtmlFormElement Choose(Answer page, OpinionChannel channel, TurnUnit unit)
    {
        var form = page.Form("cach-tinh");
        var list = form.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Single(s => s.Options[0].Value.StartsWith(channel.ToString(), StringComparison.Ordinal));
        list.Value = list.Options.Single(o => o.Value.EndsWith("." + unit, StringComparison.Ordinal)).Value;
        return form;
    }

    private static string Verdict(Answer page, string line) =>
        page.Document.QuerySelectorAll("tr").Single(r => r.QuerySelector("td")?.TextContent.Trim() == line).QuerySelector(".tag")!.TextContent.Trim();

    [Fact]
    public async Task Rules_ChangeTheCount_WhichTurnsRedEverywhere_AndGreenAgain()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var page = await secretary.OpenAsync(place.Session + "/so-lieu");
        Assert.Equal(("Khớp", "Khớp"), (Verdict(page, "Số nội dung"), Verdict(page, "Tổng các nhóm")));
        Assert.Contains("14 + 5 + 2 = 21", page.Words, StringComparison.Ordinal);

        await secretary.SubmitAsync(Choose(page, OpinionChannel.Written, TurnUnit.Opinion));
        var all = await secretary.SubmitAsync(Choose(await secretary.OpenAsync(place.Session + "/so-lieu"), OpinionChannel.Ballot, TurnUnit.Opinion));
        Assert.Equal("Khớp", Verdict(all, "Số lượt ý kiến"));
        Assert.Contains("Số liệu khớp", (await secretary.OpenAsync(place.Session)).Words, StringComparison.Ordinal);

        var without = await secretary.SubmitAsync(Choose(all, OpinionChannel.Group, TurnUnit.None));
        Assert.Equal("Không khớp", Verdict(without, "Số lượt ý kiến"));
        Assert.Contains("Văn bản nêu trên 50 lượt ý kiến, đã ghi", (await secretary.OpenAsync(place.Session)).Document.QuerySelector(".notice.warning")!.TextContent, StringComparison.Ordinal);
        var tasks = await secretary.OpenAsync(place.Session + "/cong-bo/ket-luan");
        Assert.Contains("chênh lệch không chặn việc trình duyệt", tasks.Words, StringComparison.Ordinal);
        Assert.NotNull(tasks.Document.QuerySelector(".tasks li[data-state=late] a[href$=so-lieu]"));
        Assert.Equal(3, await portal.ReadAsync(r => r.CountingRules.CountAsync(c => c.SessionId == place.SessionId, Desk.Cancel)));
    }

    [Fact]
    public async Task Rules_ChangedBySomebodyElse_AreShownFirst()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.AddOtherSessionAsync();
        var mine = await secretary.OpenAsync(place.Session + "/so-lieu");
        await secretary.SubmitAsync(Choose(await secretary.OpenAsync(place.Session + "/so-lieu"), OpinionChannel.Plenary, TurnUnit.Speaker));
        var conflict = await secretary.SubmitAsync(Choose(mine, OpinionChannel.Plenary, TurnUnit.None));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        await secretary.SubmitAsync(conflict.Form("cach-tinh"));
        Assert.Equal(TurnUnit.None, await portal.ReadAsync(r => r.CountingRules.Where(c => c.SessionId == place.SessionId).Select(c => c.Unit).SingleAsync(Desk.Cancel)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.PostAsync(place.Session + "/so-lieu", place.Session + "/so-lieu", ("cach-tinh", "Plenary.None.7"))).Status);
    }
}
