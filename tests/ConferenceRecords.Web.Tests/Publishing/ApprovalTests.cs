using System.Net;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

public sealed class ApprovalTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approve_BySecondPerson_IsPublicSoonAndDeliveredOnce()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        using var reader = portal.Visit();
        var address = await portal.WaitingAsync(secretary, session, "Đoạn mở đầu.\nGiao Văn phòng theo dõi.");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/ket-luan/{session.Slug}")).Status);

        var review = await approver.OpenAsync(address);
        Assert.Contains("Thư ký Minh Họa", review.Words, StringComparison.Ordinal);
        Assert.Contains("Giao Văn phòng theo dõi.", review.Words, StringComparison.Ordinal);
        Assert.Contains("Nội dung duy nhất", (await approver.OpenAsync(address + "/xem-truoc")).Words, StringComparison.Ordinal);
        var answer = await approver.ApproveAsync(review);

        Assert.Contains("Đã công bố", answer.Words, StringComparison.Ordinal);
        Assert.Contains(answer.Document.QuerySelectorAll("a"), a => a.TextContent.EndsWith($"/ket-luan/{session.Slug}", StringComparison.Ordinal));
        Assert.True(await Desk.SoonAsync(async () => (await reader.GetAsync($"/ket-luan/{session.Slug}")).Words.Contains("Giao Văn phòng theo dõi.", StringComparison.Ordinal)));
        await using var records = portal.Databases.NewRecords();
        Assert.True(await Desk.SoonAsync(() => records.Outbox.AnyAsync(m => m.SessionId == session.Id && m.DeliveredAt != null, Cancel)));
        await using var publication = portal.Databases.NewPublication();
        Assert.Equal((1, 1), (await portal.EditionsAsync(session), await publication.Editions.CountAsync(e => e.SessionId == session.Id, Cancel)));
    }

    [Fact]
    public async Task Approve_ByAuthorWithBothRoles_IsRefusedOnPageAndByPostAndBySql()
    {
        var session = await portal.NewSessionAsync();
        await using (var records = portal.Databases.NewRecords())
        {
            var user = await records.Users.SingleAsync(u => u.UserName == "dai-bieu-1", Cancel);
            user.Roles = [PortalRole.Secretariat, PortalRole.Approver];
            await records.SaveChangesAsync(Cancel);
        }
        using var both = await portal.SignInAsync("dai-bieu-1");
        using var secretary = await portal.SignInAsync("thu-ky");
        await both.WriteAsync(session, "Đoạn một.");
        await secretary.HandInAsync(session);
        var conclusion = await portal.ConclusionAsync(session);
        var address = $"/van-phong/duyet/{conclusion.Id}";

        var page = await both.OpenAsync(address);
        Assert.Contains("Đồng chí đã soạn bản này", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main button"), b => b.TextContent.Contains("Duyệt", StringComparison.Ordinal));
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var fingerprint = (await approver.OpenAsync(address)).Document.QuerySelector("[name='Input.Fingerprint']")!.GetAttribute("value")!;
        await both.OpenAsync(address + "/xem-truoc");
        var forged = await both.PostAsync(address + "?handler=Approve", "/tai-khoan", ("Input.Fingerprint", fingerprint), ("Input.Seen", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Contains("không được tự duyệt", forged.Words, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Submitted, (await portal.ConclusionAsync(session)).State);
        Assert.Equal(0, await portal.EditionsAsync(session));
        await using var sql = NpgsqlDataSource.Create(portal.Databases.For("cr_office"));
        await using var command = sql.CreateCommand("UPDATE records.conclusions SET state = 'Approved', approved_by_id = author_ids[1] WHERE id = $1");
        command.Parameters.AddWithValue(conclusion.Id);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
        Assert.Equal("ck_conclusions_two_persons", refusal.ConstraintName);
    }

    [Theory]
    [InlineData("thu-ky")]
    [InlineData("dai-bieu-2")]
    public async Task Approve_WithoutTheRole_IsNotFound(string person)
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var other = await portal.SignInAsync(person);
        var address = await portal.WaitingAsync(secretary, session);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(address + "?handler=Approve", "/tai-khoan", ("Input.Seen", "true"))).Status);
        Assert.Equal(ReleaseState.Submitted, (await portal.ConclusionAsync(session)).State);
    }

    [Fact]
    public async Task Approve_Unknown_IsNotFound()
    {
        using var approver = await portal.SignInAsync("nguoi-duyet");
        Assert.Equal(HttpStatusCode.NotFound, (await approver.GetAsync($"/van-phong/duyet/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await approver.GetAsync($"/van-phong/duyet/{Guid.CreateVersion7()}/xem-truoc")).Status);
    }

    [Fact]
    public async Task Approve_WithoutTick_AsksForIt()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));

        var answer = await approver.SubmitAsync(review.Form("Input.Fingerprint"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Single(answer.Errors, e => e.StartsWith("Đánh dấu", StringComparison.Ordinal));
        Assert.Equal(0, await portal.EditionsAsync(session));
    }

    [Fact]
    public async Task Approve_WithoutThePreviewOfExactlyThisText_IsRefused()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var address = await portal.WaitingAsync(secretary, session);
        await approver.OpenAsync(address + "/xem-truoc");
        await using (var records = portal.Databases.NewRecords())
        {
            records.Add(new Domain.Indicators.Indicator(Guid.CreateVersion7(), session.Id, 1, new("Tăng trưởng", 6.56m, "%", "năm 2021")));
            await records.SaveChangesAsync(Cancel);
        }
        var review = await approver.OpenAsync(address);

        var answer = await approver.SubmitAsync(review.Form("Input.Fingerprint"), ("Input.Seen", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Single(answer.Errors, e => e.StartsWith("Mở “Xem trước”", StringComparison.Ordinal));
        Assert.Equal(0, await portal.EditionsAsync(session));
        Assert.Equal(HttpStatusCode.OK, (await approver.ApproveAsync(answer)).Status);
        Assert.Equal(1, await portal.EditionsAsync(session));
    }

    [Fact]
    public async Task Approve_Repeated_IsOneEditionAndTheSameAnswer()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));

        var answers = await Task.WhenAll(approver.ApproveAsync(review), approver.ApproveAsync(review), approver.ApproveAsync(review));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, review.Path), (a.Status, a.Path)));
        Assert.Equal(1, await portal.EditionsAsync(session));
        Assert.Equal(1, (await portal.ConclusionAsync(session)).EditionCount);
    }

    [Fact]
    public async Task Approve_AfterAnIndicatorChanged_IsAConflictAndPublishesNothing()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));
        await using (var records = portal.Databases.NewRecords())
        {
            records.Add(new Domain.Indicators.Indicator(Guid.CreateVersion7(), session.Id, 1, new("Tăng trưởng", 6.56m, "%", "năm 2021")));
            await records.SaveChangesAsync(Cancel);
        }

        var answer = await approver.ApproveAsync(review);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Nội dung đã thay đổi", answer.Words, StringComparison.Ordinal);
        Assert.Contains("6,56", answer.Words, StringComparison.Ordinal);
        Assert.Equal((0, ReleaseState.Submitted), (await portal.EditionsAsync(session), (await portal.ConclusionAsync(session)).State));
        Assert.Equal(HttpStatusCode.OK, (await approver.ApproveAsync(answer)).Status);
        Assert.Equal(1, await portal.EditionsAsync(session));
    }

    [Fact]
    public async Task Return_WithoutReason_KeepsTheConclusionWaiting()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));

        var refused = await approver.SubmitAsync(review.Form("Input.Reason"), ("Input.Reason", "  "));
        var tooLong = new string('x', 2001);
        var kept = await approver.SubmitAsync(review.Form("Input.Reason"), ("Input.Reason", tooLong));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Nhập lý do trả lại"), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal(tooLong, kept.Document.QuerySelector("#Input_Reason")!.TextContent.Trim());
        Assert.Equal(ReleaseState.Submitted, (await portal.ConclusionAsync(session)).State);
    }

    [Fact]
    public async Task Return_WithReason_ShowsItToTheAuthorAndOpensTheText()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));

        await approver.SubmitAsync(review.Form("Input.Reason"), ("Input.Reason", "Thiếu số liệu thu ngân sách"));

        Assert.Contains("Thiếu số liệu thu ngân sách", (await secretary.OpenAsync(session.Office("ket-luan"))).Words, StringComparison.Ordinal);
        Assert.Contains("Đã lưu kết luận", (await secretary.WriteAsync(session, "Đoạn một, đã bổ sung số liệu.")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_OfTheSecondEdition_ShowsExactlyWhatChanges()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var address = await portal.WaitingAsync(secretary, session, "Đoạn một.\nĐoạn hai.\nĐoạn ba.");
        await approver.ApproveAsync(await approver.OpenAsync(address));
        await portal.WaitingAsync(secretary, session, "Đoạn một.\nĐoạn hai, đã đính chính.\nĐoạn ba.");

        var review = await approver.OpenAsync(address);

        Assert.Equal(["hai."], review.Document.QuerySelectorAll("main del").Select(e => e.TextContent));
        Assert.Equal(["hai, đã đính chính."], review.Document.QuerySelectorAll("main ins").Select(e => e.TextContent));
        await approver.ApproveAsync(review);
        Assert.Equal(2, await portal.EditionsAsync(session));
    }

    [Fact]
    public async Task Submit_Twice_AnswersLikeTheFirst()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        var form = (await secretary.OpenAsync(session.Office("cong-bo/ket-luan"))).FormWithButton("Trình duyệt");

        Assert.Equal(HttpStatusCode.OK, (await secretary.SubmitAsync(form)).Status);
        Assert.Equal(HttpStatusCode.OK, (await secretary.SubmitAsync(form)).Status);
    }
}
