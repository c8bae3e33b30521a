using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Xunit;

namespace ConferenceRecords.Web.Tests.Capture;

public sealed class LiveRowsTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Rows_AfterACursor_AreThoseRecordedSince_EachOnce()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var page = $"{place.Session}/y-kien";
        var cursor = await secretary.CursorAsync(page);
        var reads = await portal.AuditedAsync("opinions.read");
        Assert.Equal(HttpStatusCode.NoContent, (await secretary.AskAsync(page, $"handler=rows&sau={cursor}")).Status);
        Assert.Equal(reads, await portal.AuditedAsync("opinions.read"));

        foreach (var text in (string[])["Một.", "Hai <b>đậm</b>."]) await secretary.SendAsync(page, Desk.Opinion(place, text));
        var (_, news) = await secretary.AskAsync(page, $"handler=rows&sau={cursor}");
        Assert.Equal(["Một.", "Hai <b>đậm</b>."], news.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("text").GetString()));
        Assert.Equal(place.ItemId, news.GetProperty("rows")[0].GetProperty("item").GetGuid());
        Assert.Equal(reads + 1, await portal.AuditedAsync("opinions.read"));

        cursor = news.GetProperty("cursor").GetString()!;
        Assert.Equal(HttpStatusCode.NoContent, (await secretary.AskAsync(page, $"handler=rows&sau={cursor}")).Status);
        await secretary.SendAsync(page, Desk.Opinion(place, "Ba."));
        var (_, last) = await secretary.AskAsync(page, $"handler=rows&sau={cursor}");
        Assert.Equal("Ba.", Assert.Single(last.GetProperty("rows").EnumerateArray()).GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x.y")]
    [InlineData("99999999999999999999")]
    [InlineData("-5.abc")]
    public async Task Rows_AfterSomethingElse_AreNoError(string cursor)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (status, _) = await secretary.AskAsync($"{(await portal.PlacesAsync()).Session}/y-kien", $"handler=rows&sau={cursor}");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Paragraphs_OfAContent_AreThoseOfItsDrafts()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, other) = (await portal.PlacesAsync(), await portal.AddOtherSessionAsync());
        var (_, own) = await secretary.AskAsync($"{place.Session}/y-kien", $"handler=paragraphs&noi-dung={place.ItemId}");
        Assert.StartsWith("Đoạn 1", own[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var (_, foreign) = await secretary.AskAsync($"{place.Session}/y-kien", $"handler=paragraphs&noi-dung={other.ItemId}");
        Assert.Equal(0, foreign.GetArrayLength());
    }
}
