using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Delegates;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Searching;

/// <summary>Search in the records: each finds what he may see, as it stands now, and nothing else.</summary>
public sealed class RecordSearchTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task AnOpinion_IsFoundByItsDelegateAndTheOffice_AndByNobodyElse()
    {
        var draft = await portal.SendDraftAsync();
        using var own = await portal.SignInAsync("dai-bieu-1");
        var opinion = (await own.SendOpinionAsync(draft.Id, "Đề nghị thêm capybara vào mục tiêu")).Key();

        Assert.Equal([$"/dai-bieu/y-kien/{opinion}"], await LinksAsync(own, "/dai-bieu/tim-kiem?q=capybara"));
        using var office = await portal.SignInAsync("thu-ky");
        Assert.Equal([$"/van-phong/y-kien/{opinion}"], await LinksAsync(office, "/van-phong/tim-kiem?q=CAPYBARA"));
        foreach (var other in (string[])["dai-bieu-2", "dai-bieu-khach"])
        {
            using var visitor = await portal.SignInAsync(other);
            Assert.Empty(await LinksAsync(visitor, "/dai-bieu/tim-kiem?q=capybara"));
        }
        Assert.Empty(await LinksAsync(own, "/tim-kiem?q=capybara"));
    }

    [Fact]
    public async Task AnOpinion_IsFoundAsItStandsNow()
    {
        var draft = await portal.SendDraftAsync();
        using var own = await portal.SignInAsync("dai-bieu-1");
        var id = (await own.SendOpinionAsync(draft.Id, "Chữ trước: pangolin")).Key();
        await using (var records = portal.Databases.NewRecords())
        {
            var opinion = await records.Opinions.SingleAsync(o => o.Id == id, TestContext.Current.CancellationToken);
            opinion.Change(new(opinion.Kind, opinion.Channel, "Chữ sau: okapi"), opinion.RecordedById, Papers.Now);
            await records.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Empty(await LinksAsync(own, "/dai-bieu/tim-kiem?q=pangolin"));
        Assert.Equal([$"/dai-bieu/y-kien/{id}"], await LinksAsync(own, "/dai-bieu/tim-kiem?q=okapi"));
        await using (var records = portal.Databases.NewRecords())
        {
            (await records.Opinions.SingleAsync(o => o.Id == id, TestContext.Current.CancellationToken)).Withdraw(Papers.Now);
            await records.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Empty(await LinksAsync(own, "/dai-bieu/tim-kiem?q=okapi"));
    }

    [Fact]
    public async Task APaper_IsFoundByThoseWhoMayReadIt_OnceItIsSent_InItsNewestVersion()
    {
        var draft = await portal.SendDraftAsync(versions: 2, send: false);
        var address = $"/dai-bieu/du-thao/{draft.Id}#doan-2";
        using var invited = await portal.SignInAsync("dai-bieu-1");
        using var stranger = await portal.SignInAsync("dai-bieu-khach");
        var query = "/dai-bieu/tim-kiem?q=" + Uri.EscapeDataString("\"đoạn hai của bản 2\"");
        Assert.DoesNotContain(address, await LinksAsync(invited, query));

        await portal.ChangeDraftAsync(draft.Id, d => d.Send(Papers.Now, null));
        Assert.Contains(address, await LinksAsync(invited, query));
        Assert.Empty(await LinksAsync(stranger, query));
        Assert.DoesNotContain(address, await LinksAsync(invited, "/dai-bieu/tim-kiem?q=" + Uri.EscapeDataString("\"đoạn hai của bản 1\"")));
    }

    [Fact]
    public async Task AContent_IsFoundByTheOffice_AndByDelegatesOnlyAsApproved()
    {
        using var office = await portal.SignInAsync("thu-ky");
        Assert.NotEmpty(await LinksAsync(office, "/van-phong/tim-kiem?loai=Item&q=" + Uri.EscapeDataString("chuyển đổi số")));
        using var stranger = await portal.SignInAsync("dai-bieu-khach");
        Assert.Empty(await LinksAsync(stranger, "/dai-bieu/tim-kiem?q=" + Uri.EscapeDataString("chuyển đổi số")));
    }

    [Fact]
    public async Task TheOffice_SeesOpinions_AndThatIsNoted_WithoutAWord()
    {
        var draft = await portal.SendDraftAsync();
        using var own = await portal.SignInAsync("dai-bieu-1");
        await own.SendOpinionAsync(draft.Id, "Ý kiến về tarsier");
        using var office = await portal.SignInAsync("thu-ky");
        var before = await ReadsAsync();
        Assert.Single(await LinksAsync(office, "/van-phong/tim-kiem?q=tarsier"));
        Assert.Equal(before + 1, await ReadsAsync());
        Assert.Empty(await LinksAsync(office, "/van-phong/tim-kiem?q=khongcogi"));
        Assert.Equal(before + 1, await ReadsAsync());
        Assert.Equal(0L, await ScalarAsync("SELECT count(*) FROM audit.entries e WHERE e::text ~* 'tarsier|khongcogi'"));
    }

    private static async Task<List<string>> LinksAsync(Visitor visitor, string path) =>
        [.. (await visitor.OpenAsync(path)).Document.QuerySelectorAll("main .rows a.row-title").Select(a => a.GetAttribute("href")!)];

    private Task<long> ReadsAsync() => ScalarAsync("SELECT count(*) FROM audit.entries WHERE action = 'opinions.read' AND object_type = 'Session'");

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.Databases.For("cr_auditor"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
