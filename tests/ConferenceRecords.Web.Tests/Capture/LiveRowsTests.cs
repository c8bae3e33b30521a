using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Capture;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Capture;

public sealed partial class LiveRowsTests(Portal portal) : IClassFixture<Portal>
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

    [Fact]
    public async Task Question_InALargeSession_LooksAtItsLastRowsByTheIndex()
    {
        await using var owner = new NpgsqlConnection(portal.Databases.RecordsOwner);
        await owner.OpenAsync(Office.Office.Cancel);
        await using var fill = new NpgsqlCommand(
            """
            INSERT INTO records.opinions SELECT (jsonb_populate_record(o, jsonb_build_object(
                'id', gen_random_uuid(), 'number', 'Z-' || n, 'recorded_at', o.recorded_at - n * interval '1 second', 'spoken_at', o.recorded_at - n * interval '1 second'))).*
            FROM records.opinions o, generate_series(1, 20000) n WHERE o.id = (SELECT id FROM records.opinions LIMIT 1);
            ANALYZE records.opinions;
            """, owner);
        await fill.ExecuteNonQueryAsync(Office.Office.Cancel);
        var session = (await portal.PlacesAsync()).SessionId;
        var question = await portal.ReadAsync(async r =>
        {
            var newest = await r.Opinions.Where(o => o.SessionId == session).MaxAsync(o => o.RecordedAt, Office.Office.Cancel);
            return LiveRows.Since(r.Opinions.Where(o => o.SessionId == session), newest.AddSeconds(-5)).ToQueryString();
        });
        var sql = Parameter().Matches(question).Aggregate(question, (text, p) => text.Replace(p.Groups[1].Value, $"'{p.Groups[2].Value}'", StringComparison.Ordinal));
        await using var explain = new NpgsqlCommand("EXPLAIN " + string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))), owner);
        var plan = new StringBuilder();
        await using (var reader = await explain.ExecuteReaderAsync(Office.Office.Cancel))
        {
            while (await reader.ReadAsync(Office.Office.Cancel)) plan.AppendLine(reader.GetString(0));
        }
        Assert.Contains("Index Only Scan using ix_opinions_session_id_recorded_at_id", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_OfAnOpenPage_ProlongsNoSignIn()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = $"{(await portal.PlacesAsync()).Session}/y-kien";
        Assert.Contains((await secretary.OpenAsync(page)).Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("ho-so=", StringComparison.Ordinal));
        var cookie = secretary.Cookies.Single(c => c.Name == "ho-so").Value;
        await secretary.AskAsync(page, $"handler=rows&sau={await secretary.CursorAsync(page)}");
        var before = secretary.Cookies.Single(c => c.Name == "ho-so").Value;
        await secretary.AskAsync(page, "handler=rows");
        await secretary.AskAsync(page, "handler=token");
        Assert.NotEqual(cookie, before);
        Assert.Equal(before, secretary.Cookies.Single(c => c.Name == "ho-so").Value);
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

    /// <summary>A parameter of a query with its value, as EF writes them above it.</summary>
    [GeneratedRegex(@"^-- (@\w+)='([^']*)'", RegexOptions.Multiline)]
    private static partial Regex Parameter();
}
