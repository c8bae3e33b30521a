using System.Globalization;
using System.Net;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Public;

/// <summary>The page of the search over editions of several sessions: order, facets, symbols, proposals, and what is no longer public.</summary>
public sealed class SearchPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private readonly Visitor visitor = portal.Visit();

    public async ValueTask InitializeAsync()
    {
        await using var publication = portal.Databases.NewPublication();
        if (await publication.Editions.AnyAsync(e => e.Slug == "thu-tim-41")) return;
        var seeded = await portal.Databases.SeededAsync();
        SessionBundle Session(int ordinal, int edition, string term, int start, string? symbol, params string[] paragraphs) => seeded with
        {
            SessionId = new Guid(ordinal, 1, 1, new byte[8]), Slug = $"thu-tim-{ordinal}", Edition = edition, Indicators = [], Categories = [],
            PublishedAt = DateTimeOffset.UtcNow.AddMinutes(ordinal * 10 + edition),
            Session = seeded.Session with { Title = $"Hội nghị thử {ordinal}", TermLabel = term, TermStart = start, TermEnd = start + 5, Ordinal = ordinal },
            Conclusion = seeded.Conclusion with { Title = $"Kết luận thử {ordinal}", Symbol = symbol, Directives = [], Paragraphs = paragraphs },
        };
        await portal.Databases.PublishAsync(
            Session(41, 1, "XXI", 2025, "07-KL/TU", "Bí thư giao việc quokka.", "Người bị thu hồi đất được đền bù.", "Quả măng cụt của bí thư và bị thu."),
            Session(42, 1, "XXI", 2025, null, "Chữ cũ wombat không còn."),
            Session(42, 2, "XXI", 2025, null, "Chữ mới echidna thay chữ cũ."),
            Session(43, 1, "XXI", 2025, "08-KL/TU", "Thằn lằn axolotl đã thu hồi."),
            new PapersBundle(new Guid(41, 1, 1, new byte[8]), "thu-tim-41", 1, DateTimeOffset.UtcNow, Session(41, 1, "XXI", 2025, null).Session,
                [new(1, "Nội dung", "Tài liệu", 1, [new(1, ParagraphKind.Body, "Đoạn quokka của tài liệu.")], IsIllustrative: false)]));
        await using var connection = new NpgsqlConnection(portal.Databases.PublicationOwner);
        await connection.OpenAsync();
        await using var withdraw = new NpgsqlCommand(
            "INSERT INTO publication.withdrawals (id, session_id, slug, kind, through, withdrawn_at, reason) VALUES ($1, $2, 'thu-tim-43', 'Conclusion', 1, now(), 'Thử') ON CONFLICT DO NOTHING", connection)
        {
            Parameters = { new() { Value = Guid.CreateVersion7() }, new() { Value = new Guid(43, 1, 1, new byte[8]) } },
        };
        await withdraw.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task Search_AllWritingsOfAWord_FindTheSame()
    {
        var sets = new List<HashSet<string>>();
        foreach (var typed in (string[])["uy ban", "uỷ ban", "Ủy ban", "ỦY BAN"]) sets.Add([.. Links(await SearchAsync($"?q={Uri.EscapeDataString(typed)}&dau=khong"))]);
        Assert.NotEmpty(sets[0]);
        Assert.All(sets, set => Assert.Equal(sets[0], set));
    }

    [Fact]
    public async Task Search_WithMarks_ShowsThoseFirst_AndLeadsToTheOthers()
    {
        var page = await SearchAsync("?q=" + Uri.EscapeDataString("bị thu"));
        // In the order of the page; "bí thư" only on demand.
        Assert.Equal(["/ket-luan/thu-tim-41#doan-2", "/ket-luan/thu-tim-41#doan-3"], Links(page));
        var more = page.Document.QuerySelector("main a[href*='dau=khong']")!;
        Assert.Matches(@"^Xem thêm kết quả không phân biệt dấu \([1-9]\d*\)$", more.TextContent);
        var all = await visitor.OpenAsync(more.GetAttribute("href")!);
        Assert.Equal(Links(page), Links(all).Take(2));
        Assert.Contains("/ket-luan/thu-tim-41#doan-1", Links(all));
    }

    [Theory]
    [InlineData("wombat")]
    [InlineData("axolotl")]
    public async Task Search_ForWordsOfAnEarlierOrWithdrawnEdition_FindsNothingAndProposesNothing(string typed)
    {
        var page = await SearchAsync("?q=" + typed);
        Assert.Empty(Links(page));
        Assert.Contains($"Không tìm thấy “{typed}”", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Có phải đồng chí tìm", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Có phải đồng chí tìm", (await SearchAsync("?q=" + typed.Remove(2, 1))).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("07-KL/TU", "/ket-luan/thu-tim-41")]
    [InlineData("số 7 - kl/tu", "/ket-luan/thu-tim-41")]
    [InlineData("41/XXI", "/hoi-nghi/thu-tim-41")]
    [InlineData("hội nghị 41", "/hoi-nghi/thu-tim-41")]
    [InlineData("hoi nghi lan thu 41", "/hoi-nghi/thu-tim-41")]
    [InlineData("Hội nghị lần thứ bốn mươi mốt khóa XXI", "/hoi-nghi/thu-tim-41")]
    public async Task Search_ForASymbolOrNumber_LeadsToTheThing(string typed, string address) =>
        Assert.Equal(address, (await SearchAsync("?q=" + Uri.EscapeDataString(typed))).Document.QuerySelector("main .cards a")!.GetAttribute("href"));

    [Fact]
    public async Task Search_ForASymbolThatWasWithdrawn_LeadsNowhere() =>
        Assert.Null((await SearchAsync("?q=08-KL%2FTU")).Document.QuerySelector("main .cards a"));

    [Fact]
    public async Task Facets_AreLinksWithCounts_AndNarrow()
    {
        var page = await SearchAsync("?q=quokka");
        Assert.Equal(2, Links(page).Count);
        var facet = page.Document.QuerySelectorAll("main nav li").Single(li => li.QuerySelector("a")!.TextContent == "Tài liệu");
        Assert.Contains("(1)", facet.TextContent, StringComparison.Ordinal);
        var narrowed = await visitor.OpenAsync(facet.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(["/tai-lieu/thu-tim-41/1#doan-1"], Links(narrowed));
        // The way back stands where the choice was made.
        var chosen = narrowed.Document.QuerySelector("main nav a[aria-current=true]")!;
        Assert.Equal(2, Links(await visitor.OpenAsync(chosen.GetAttribute("href")!)).Count);
        Assert.Equal(2, Links(await SearchAsync("?q=quokka&khoa=xxi-2025&hoi-nghi=thu-tim-41")).Count);
        var none = await SearchAsync("?q=quokka&khoa=xx-2020");
        Assert.Contains("Bỏ mọi bộ lọc", none.Words, StringComparison.Ordinal);
        Assert.Empty(Links(none));
    }

    [Theory]
    [InlineData("quokak", "quokka")]
    [InlineData("qoukka", "quokka")]
    [InlineData("chuyên dổi sôs", "chuyên dổi số")]
    public async Task Search_ForAMistypedWord_ProposesOneThatFinds(string typed, string meant)
    {
        var page = await SearchAsync("?q=" + Uri.EscapeDataString(typed));
        var proposal = page.Document.QuerySelectorAll("main p a").Single(a => a.ParentElement!.TextContent.StartsWith("Có phải đồng chí tìm", StringComparison.Ordinal));
        Assert.Equal(meant, proposal.TextContent);
        Assert.NotEmpty(Links(await visitor.OpenAsync(proposal.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Search_ForAPhraseInQuotes_FindsThePhraseAlone()
    {
        Assert.Contains("/ket-luan/thu-tim-41#doan-2", Links(await SearchAsync("?q=" + Uri.EscapeDataString("đất người"))));
        Assert.Empty(Links(await SearchAsync("?q=" + Uri.EscapeDataString("\"đất người\""))));
        Assert.Contains("/ket-luan/thu-tim-41#doan-2", Links(await SearchAsync("?q=" + Uri.EscapeDataString("\"thu hồi đất\""))));
    }

    [Fact]
    public async Task Search_ThatFindsMuch_GoesOnPageByPage_AndCountsHonestly()
    {
        var seeded = await portal.Databases.SeededAsync();
        await portal.Databases.PublishAsync(seeded with
        {
            SessionId = Guid.CreateVersion7(), Slug = "thu-tim-nhieu", Conclusion = seeded.Conclusion with { Symbol = null, Paragraphs = [.. Enumerable.Range(1, 230).Select(n => string.Create(CultureInfo.InvariantCulture, $"Đoạn numbat thứ {n}."))] },
        });
        var page = await SearchAsync("?q=numbat");
        Assert.Contains("Tìm thấy hơn 100 đoạn", page.Words, StringComparison.Ordinal);
        Assert.Equal("/ket-luan/thu-tim-nhieu#doan-1", Links(page)[0]);
        var second = await visitor.OpenAsync(page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal("/ket-luan/thu-tim-nhieu#doan-21", Links(second)[0]);
        Assert.Equal(20, Links(await SearchAsync("?q=numbat&trang=99999")).Count);
    }

    [Fact]
    public async Task Search_WithNothingButATerm_ShowsItsSessions() =>
        Assert.Contains("/hoi-nghi/thu-tim-41", (await SearchAsync("?khoa=xxi-2025")).Document.QuerySelectorAll("main .cards a").Select(a => a.GetAttribute("href")));

    [Fact]
    public async Task Search_InEnglish_SpeaksEnglish()
    {
        var page = await visitor.GetAsync("/en/tim-kiem?q=quokka");
        Assert.Contains("Narrow the results", page.Document.QuerySelector("main nav")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("main nav a"), a => Assert.StartsWith("/en/tim-kiem?", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    private static List<string> Links(Answer page) => [.. page.Document.QuerySelectorAll("main .rows a.row-title").Select(a => a.GetAttribute("href")!)];

    private async Task<Answer> SearchAsync(string query)
    {
        var answer = await visitor.GetAsync("/tim-kiem" + query);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }
}
