using System.Net;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

/// <summary>The summary of the demonstration's opinions: in the Office's words, and without a name that nobody allowed.</summary>
public sealed class SummaryTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Summary_FromTheLedgerToThePublic_NamesOnlyWhoAllowedIt()
    {
        await using var records = portal.Databases.NewRecords();
        var session = await records.Sessions.SingleAsync(s => s.Slug == "ban-chap-hanh-khoa-xx-lan-12", Cancel);
        var names = await records.Delegates.Select(d => d.FullName).ToListAsync(Cancel);
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        using var reader = portal.Visit();

        // One click; what stands in the ledger does not go out by itself.
        var filled = await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("tong-hop-y-kien"))).FormWithButton("Lấy từ sổ đã xác nhận"));
        Assert.Equal(HttpStatusCode.OK, filled.Status);
        var lines = (await StoredAsync(session)).Lines;
        Assert.True(lines.Count > 1);
        var early = await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("cong-bo/tong-hop-y-kien"))).FormWithButton("Trình duyệt"));
        Assert.Equal("Còn dòng chưa viết lời. Hãy viết lời hoặc bỏ các dòng đó rồi trình lại.", Assert.Single(early.Errors));
        foreach (var other in lines.Skip(2))
            await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("tong-hop-y-kien"))).FormWithButton($"Bỏ dòng {other.Position}"));

        // A name needs the full name of a person who allowed it.
        var page = await secretary.OpenAsync(session.Office($"tong-hop-y-kien/{lines[0].Id}"));
        (string, string)[] words = [("Input.Text", "Đề nghị nêu rõ nguồn vốn."), ("Input.Answer", "Đã bổ sung."), ("Input.Speakers", "Đồng chí Người Phát Biểu")];
        var refused = await secretary.SubmitAsync(page.Form("Input.Text"), [.. words, ("Input.AllowedBy", "Văn")]);
        Assert.StartsWith("Nhập đủ họ và tên người cho phép", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Đồng chí Người Phát Biểu", refused.Document.QuerySelector("#Input_Speakers")!.GetAttribute("value"));
        Assert.Null((await StoredAsync(session)).Lines[0].Speakers);
        await secretary.SubmitAsync(refused.Form("Input.Text"), ("Input.AllowedBy", "Trần Thị Cho Phép"));
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office($"tong-hop-y-kien/{lines[1].Id}"))).Form("Input.Text"), ("Input.Text", "Nhất trí với dự thảo."), ("Input.Answer", ""));
        var allowed = (await StoredAsync(session)).Lines.Single(l => l.Id == lines[0].Id);
        Assert.Equal("Trần Thị Cho Phép", allowed.AllowedBy);
        Assert.Equal("thu-ky", await records.Users.Where(u => u.Id == allowed.AllowedRecordedById).Select(u => u.UserName).SingleAsync(Cancel));

        await PublishAsync(secretary, approver, session);
        var address = $"/tong-hop-y-kien/{session.Slug}";
        Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync(address)).Status == HttpStatusCode.OK));
        var summary = await reader.OpenAsync(address);
        Assert.Equal(2, summary.Document.QuerySelectorAll("main .paragraph").Length);
        Assert.Contains("Đồng chí Người Phát Biểu", summary.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Trần Thị Cho Phép", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(names, name => summary.Words.Contains(name, StringComparison.Ordinal));

        // Taken back: the next edition is without the name. The earlier one stays what it was.
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office($"tong-hop-y-kien/{lines[0].Id}"))).Form("Input.Text"), ("Input.Speakers", ""), ("Input.AllowedBy", ""));
        await PublishAsync(secretary, approver, session);
        Assert.True(await Desk.SoonAsync(async () => !(await reader.OpenAsync(address)).Words.Contains("Người Phát Biểu", StringComparison.Ordinal)));
        Assert.Contains("Đính chính", (await reader.OpenAsync(address)).Words, StringComparison.Ordinal);
        Assert.Contains("Người Phát Biểu", (await reader.OpenAsync(address + "/ban/1")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_WithNumbersAndSlipsInTheWords_PointAtThem()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Liên hệ 0912 345 678 hoặc minh.hoa@example.vn.\nĐoạn  hai cách , ra “lẻ.");

        var page = await secretary.OpenAsync(session.Office("cong-bo/ket-luan"));

        var signs = page.Document.QuerySelectorAll(".tasks details li").Select(l => l.TextContent).ToList();
        Assert.Equal(2, signs.Count);
        Assert.Contains(signs, s => s.StartsWith("Đoạn 2", StringComparison.Ordinal));
        Assert.Contains(signs, s => s.StartsWith("Đoạn 1", StringComparison.Ordinal));
    }

    private async Task PublishAsync(Visitor secretary, Visitor approver, Session session)
    {
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("cong-bo/tong-hop-y-kien"))).FormWithButton("Trình duyệt"));
        Assert.Equal(HttpStatusCode.OK, (await approver.ApproveAsync(await approver.OpenAsync($"/van-phong/duyet/{(await StoredAsync(session)).Id}"))).Status);
    }

    private async Task<OpinionSummary> StoredAsync(Session session)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.OpinionSummaries.AsNoTracking().Include(s => s.Lines.OrderBy(l => l.Position)).SingleAsync(s => s.SessionId == session.Id, Cancel);
    }
}
