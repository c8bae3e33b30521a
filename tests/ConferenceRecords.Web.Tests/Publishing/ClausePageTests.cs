using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

/// <summary>From a pasted closing speech to directives: looked at, confirmed, tied to their sentences.</summary>
public sealed class ClausePageTests(Portal portal) : IClassFixture<Portal>
{
    private const string Speech =
        "Hội nghị thống nhất cao.\nTừ nay đến hết năm 2021, yêu cầu các cấp uỷ trực thuộc rà soát kế hoạch; tăng cường kiểm tra.\nGiao Sở Tài chính chủ trì, phối hợp với Sở KH&ĐT cân đối nguồn trước ngày 15/12/2021.";

    [Fact]
    public async Task Speech_InAnOldEncoding_IsConverted_LookedAt_AndSavedOnlyThen()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("ket-luan/dan"))).Form("Input.Text"), "Xem các ý", ("Input.Text", "§ång chÝ BÝ th­ yªu cÇu c¸c c¬ quan sím hoµn thiÖn v¨n b¶n. Héi nghÞ nhÊt trÝ."));
        Assert.Contains("TCVN3", page.Words, StringComparison.Ordinal);
        Assert.Contains("Đồng chí Bí thư yêu cầu các cơ quan sớm hoàn thiện văn bản.", page.Words, StringComparison.Ordinal);
        Assert.False(await portal.ReadAsync(r => r.Conclusions.AnyAsync(c => c.SessionId == session.Id)));
        var saved = await secretary.SubmitAsync(page.Form("Input.Text"), "Lưu làm kết luận");
        Assert.Equal(session.Office("ket-luan/phan-y"), saved.Path);
        Assert.Equal("Đồng chí Bí thư yêu cầu các cơ quan sớm hoàn thiện văn bản. Hội nghị nhất trí.", (await portal.ConclusionAsync(session)).Body);
    }

    [Fact]
    public async Task Speech_WithAStamp_IsRefused()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync(session.Office("ket-luan/dan"))).Form("Input.Text");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SubmitAsync(form, "Xem các ý", ("Input.Text", "TỐI MẬT\nGiao các cơ quan thực hiện."))).Status);
    }

    [Fact]
    public async Task TickedClauses_BecomeDirectives_WithWhatTheyPropose_OnceForARepeatedSave()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, Speech);
        Assert.Contains("Các cấp ủy trực thuộc", (await secretary.OpenAsync(session.Office("ket-luan/phan-y"))).Words, StringComparison.Ordinal);
        var form = (await secretary.OpenAsync(session.Office("ket-luan/phan-y/giao?y=2.2&y=3.1&y=9.9"))).Form("Input.Version");
        Assert.Empty((await portal.ConclusionAsync(session)).Directives);
        var refused = await secretary.SubmitAsync(form, ("Input.Rows[0].Text", ""), ("Input.Rows[1].DueOn", "31/02/2021"));
        Assert.Equal(["Nhập nội dung chỉ đạo", "Không có ngày này trong lịch. Hãy kiểm tra lại ngày và tháng"], refused.Errors);
        form = refused.Form("Input.Version");
        await secretary.SubmitAsync(form, ("Input.Rows[0].Text", "Tăng cường kiểm tra"), ("Input.Rows[1].DueOn", "14/12/2021"));
        await secretary.SubmitAsync(form, ("Input.Rows[0].Text", "Tăng cường kiểm tra"), ("Input.Rows[1].DueOn", "14/12/2021"));
        var directives = (await portal.ConclusionAsync(session)).Directives.OrderBy(d => d.Number).ToList();
        Assert.Equal(
            [
                ("Các cấp ủy trực thuộc", "Tăng cường kiểm tra", "Từ nay đến hết năm 2021", (DateOnly?)new DateOnly(2021, 12, 31), 2, 2, "tăng cường kiểm tra."),
                ("Sở Tài chính", "Chủ trì, phối hợp với Sở KH&ĐT cân đối nguồn trước ngày 15/12/2021", "trước ngày 15/12/2021", new DateOnly(2021, 12, 14), 3, 1, Speech.Split('\n')[2]),
            ],
            directives.Select(d => (d.Addressee!, d.Text, d.DeadlineNote!, d.DueOn, d.ParagraphNumber!.Value, d.SentenceNumber!.Value, d.Quote!)));
        Assert.Equal(await portal.ReadAsync(r => r.Agencies.Where(a => a.ShortName == "Sở KH&ĐT").Select(a => a.Id).ToListAsync()), directives[1].CooperatingAgencyIds);

        // The extract of a unit holds what is said to it, and what is said to nobody stands apart.
        await secretary.AddDirectiveAsync(session, "Việc không nêu đơn vị");
        var extracts = (await secretary.OpenAsync(session.Office("ket-luan/trich"))).Document.QuerySelectorAll("main .rows li > div").Select(row => (row.Children[0].TextContent, row.Children[1].TextContent)).ToList();
        Assert.Contains(("Sở Tài chính", "1 chỉ đạo"), extracts);
        Assert.Contains(("Chưa nêu đơn vị thực hiện", "1 chỉ đạo"), extracts);
    }

    [Fact]
    public async Task Directive_WhoseSentenceChanged_IsShown_UntilItIsTiedAgain()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, Speech);
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("ket-luan/phan-y/giao?y=3.1"))).Form("Input.Version"));
        await secretary.WriteAsync(session, Speech.Replace("15/12/2021", "20/12/2021", StringComparison.Ordinal));
        var id = Assert.Single((await portal.ConclusionAsync(session)).Directives).Id;
        var page = await secretary.OpenAsync(session.Office($"ket-luan/chi-dao/{id}"));
        Assert.Contains("Câu nguồn đã đổi", page.Words, StringComparison.Ordinal);

        // Another fact is corrected: the words that were read stay, and the change stays in sight.
        await secretary.SubmitAsync(page.Form("Input.Text"), ("Input.Addressee", "Sở Tài chính tỉnh"));
        page = await secretary.OpenAsync(session.Office($"ket-luan/chi-dao/{id}"));
        Assert.Contains("Câu nguồn đã đổi", page.Words, StringComparison.Ordinal);
        await secretary.SubmitAsync(page.Form("Input.Text"), ("Input.Retie", "true"));
        Assert.DoesNotContain("Câu nguồn đã đổi", (await secretary.OpenAsync(session.Office("ket-luan/phan-y"))).Words, StringComparison.Ordinal);
        Assert.Contains("20/12/2021", (await portal.ConclusionAsync(session)).Directives[0].Quote, StringComparison.Ordinal);
    }
}
