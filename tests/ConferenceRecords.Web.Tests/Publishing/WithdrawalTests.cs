using System.Net;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

/// <summary>Whatever became of an edition: every address it ever had tells the truth about it.</summary>
public sealed class WithdrawalTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private const string Reason = "Nhầm số liệu thu ngân sách; bản đúng sẽ công bố sau.";

    private readonly Visitor reader = portal.Visit();

    private Session session = null!;
    private Visitor secretary = null!, approver = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every address of the newest edition of a conclusion.</summary>
    private string[] Newest => [$"/ket-luan/{session.Slug}", $"/hoi-nghi/{session.Slug}", $"/chi-tieu/{session.Slug}"];

    public async ValueTask InitializeAsync()
    {
        session = await portal.NewSessionAsync();
        secretary = await portal.SignInAsync("thu-ky");
        approver = await portal.SignInAsync("nguoi-duyet");
    }

    [Fact]
    public async Task EveryAddress_OfAConclusionCorrectedWithdrawnAndPublishedAgain_TellsTheTruth()
    {
        await PublishAsync("Lời của bản một.");
        await PublishAsync("Lời của bản hai.");

        // Corrected: the newest says what it replaces, the first one that it was replaced, and both are readable.
        var corrected = await reader.OpenAsync(Newest[0]);
        Assert.Contains("Đính chính", corrected.Words, StringComparison.Ordinal);
        Assert.NotNull(corrected.Document.QuerySelector($"a[href='{Earlier(1)}']"));
        var first = await reader.OpenAsync(Earlier(1));
        Assert.Contains("Lời của bản một.", first.Words, StringComparison.Ordinal);
        Assert.Contains("Đây là bản công bố cũ", first.Words, StringComparison.Ordinal);
        Assert.NotNull(first.Document.QuerySelector($".notice a[href='{Newest[0]}']"));
        string[] forPrograms = [Newest[0] + ".json", Newest[1] + ".json", Earlier(1) + ".json", Earlier(2) + ".json"];
        string[] forPeople = [.. Newest, Earlier(1), Earlier(2), Earlier(1) + "/tep/ket-luan.docx", Earlier(2) + "/tep/ket-luan.docx"];
        Assert.All(await StatusesAsync([.. forPeople, .. forPrograms]), status => Assert.Equal(HttpStatusCode.OK, status));

        await WithdrawAsync();

        // Withdrawn: each address says so with the reason, and nothing of the text.
        foreach (var address in forPrograms)
        {
            await SoonAsync(address, HttpStatusCode.Gone);
            Assert.DoesNotContain("Lời của bản", (await reader.GetAsync(address)).Text, StringComparison.Ordinal);
        }
        foreach (var address in forPeople)
        {
            await SoonAsync(address, HttpStatusCode.Gone);
            var gone = await reader.GetAsync(address);
            Assert.Contains(Reason, gone.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Lời của bản", gone.Words, StringComparison.Ordinal);
            Assert.NotNull(gone.Document.QuerySelector("main input[name=q]"));
            Assert.DoesNotContain("Bản thay thế", gone.Words, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Earlier(3))).Status);
        foreach (var list in (string[])["/ket-luan", "/hoi-nghi", "/chi-tieu"])
            Assert.DoesNotContain(session.Slug, (await reader.OpenAsync(list)).Text, StringComparison.Ordinal);

        await PublishAsync("Lời của bản ba.");

        // Published again: the withdrawn ones stay withdrawn, and lead to what holds today.
        Assert.All(await StatusesAsync([.. Newest, Earlier(3)]), status => Assert.Equal(HttpStatusCode.OK, status));
        foreach (var number in (int[])[1, 2])
        {
            var gone = await reader.GetAsync(Earlier(number));
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.Contains(Reason, gone.Words, StringComparison.Ordinal);
            Assert.NotNull(gone.Document.QuerySelector($"main a[href='{Newest[0]}']"));
        }
        var again = await reader.OpenAsync(Newest[0]);
        Assert.Contains("Công bố lại", again.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Đính chính", again.Words, StringComparison.Ordinal);
        Assert.Equal(2, again.Document.QuerySelectorAll("main .tag[data-state=late]").Length);
    }

    [Fact]
    public async Task Withdraw_WithoutReasonOrWithAnotherName_ChangesNothing()
    {
        await PublishAsync("Lời của bản một.");
        var page = await approver.OpenAsync($"/van-phong/duyet/{(await portal.ConclusionAsync(session)).Id}/thu-hoi");

        var refused = await approver.SubmitAsync(page.Form("Input.Reason"), ("Input.Reason", " "), ("Input.Typed", "Hội nghị khác"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, refused.Errors.Count);
        Assert.Equal("Hội nghị khác", refused.Document.QuerySelector("#Input_Typed")!.GetAttribute("value"));
        Assert.Equal(0, (await portal.ConclusionAsync(session)).WithdrawnThrough);
    }

    [Fact]
    public async Task Withdraw_ByTheOffice_IsNotFound()
    {
        await PublishAsync("Lời của bản một.");
        var address = $"/van-phong/duyet/{(await portal.ConclusionAsync(session)).Id}/thu-hoi";

        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync(address, "/tai-khoan", ("Input.Reason", Reason), ("Input.Typed", session.Title))).Status);
        Assert.Equal(0, (await portal.ConclusionAsync(session)).WithdrawnThrough);
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        secretary.Dispose();
        approver.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Earlier(int number) => $"/ket-luan/{session.Slug}/ban/{number}";

    private async Task PublishAsync(string body)
    {
        await approver.ApproveAsync(await approver.OpenAsync(await portal.WaitingAsync(secretary, session, body)));
        Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync(Newest[0])).Words.Contains(body, StringComparison.Ordinal)));
    }

    private async Task WithdrawAsync()
    {
        var page = await approver.OpenAsync($"/van-phong/duyet/{(await portal.ConclusionAsync(session)).Id}/thu-hoi");
        var done = await approver.SubmitAsync(page.Form("Input.Reason"), ("Input.Reason", Reason), ("Input.Typed", session.Title.ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        await using var records = portal.Databases.NewRecords();
        Assert.True(await Desk.SoonAsync(() => records.Outbox.AnyAsync(m => m.SessionId == session.Id && m.IsWithdrawal && m.DeliveredAt != null, Cancel)));
    }

    private async Task SoonAsync(string address, HttpStatusCode status) => Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync(address)).Status == status), address);

    private async Task<List<HttpStatusCode>> StatusesAsync(string[] addresses)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var address in addresses) statuses.Add((await reader.GetAsync(address)).Status);
        return statuses;
    }
}
