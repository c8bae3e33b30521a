using System.Net;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Mails;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Mails;

/// <summary>From a page of the office to the letter box, with the portal's own service.</summary>
public sealed class MailPageTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly PostBox box = new();
    private Portal portal = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new(postgres)
        {
            Settings =
            [
                "--Mail:Host=127.0.0.1", $"--Mail:Port={box.Port}", "--Mail:Security=None", "--Mail:UserName=", "--Mail:From=ho-so@example.vn", "--Portal:Address=https://hoso.example.vn",
            ],
        };
        await portal.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await box.DisposeAsync();
    }

    [Fact]
    public async Task SentDraft_AndItsNewVersion_AreTold_ToWhoSetAnAddress_WithoutAWordOfThem()
    {
        using var delegatePerson = await portal.SignInAsync("dai-bieu-1");
        var account = await delegatePerson.OpenAsync("/tai-khoan");
        var wrong = await delegatePerson.SubmitAsync(account.Form("Mail.Email"), ("Mail.Email", "không phải địa chỉ"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains(wrong.Errors, e => e.StartsWith("Địa chỉ thư chưa đúng", StringComparison.Ordinal));
        var set = await delegatePerson.SubmitAsync(account.Form("Mail.Email"), ("Mail.Email", " dai-bieu-1@example.vn "), ("Mail.WantsMail", "true"));
        Assert.Contains("Cổng gửi thư đến dai-bieu-1@example.vn.", set.Words, StringComparison.Ordinal);

        using var secretary = await portal.SignInAsync("thu-ky");
        var draft = await NewDraftAsync();
        var send = (await secretary.OpenAsync($"/van-phong/du-thao/{draft}/gui")).Form("Input.Date");
        var year = DateTime.UtcNow.Year + 1;
        await secretary.SubmitAsync(send, ("Input.Date", $"03/12/{year}"), ("Input.Hour", "17:00"));
        var mail = (await ReceiveAsync(1))[0];
        Assert.Equal("Có dự thảo mới chờ ý kiến", mail.Subject);
        Assert.Equal(("dai-bieu-1@example.vn", "ho-so@example.vn"), (mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address));
        Assert.Contains("Kính gửi đồng chí", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"03/12/{year}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://hoso.example.vn/dai-bieu", mail.TextBody, StringComparison.Ordinal);

        // A changed deadline is no new draft; a new version is told.
        await secretary.SubmitAsync((await secretary.OpenAsync($"/van-phong/du-thao/{draft}/gui")).Form("Input.Date"), ("Input.Date", $"04/12/{year}"), ("Input.Hour", "17:00"));
        var version = (await secretary.OpenAsync($"/van-phong/du-thao/{draft}/ban-moi")).Form("Input.Text");
        await secretary.SubmitAsync(version, ("Input.Text", "Bản thứ hai cũng kín"), ("Input.IsNotSecret", "true"));
        await secretary.SubmitAsync(version, ("Input.Text", "Bản thứ hai cũng kín"), ("Input.IsNotSecret", "true"));
        var mails = await ReceiveAsync(2);
        Assert.Equal(["Có dự thảo mới chờ ý kiến", "Dự thảo có bản mới"], mails.Select(m => m.Subject));
        foreach (var secret in new[] { "Tên dự thảo kín", "Chữ kín", "Bản thứ hai" }) Assert.All(mails, m => Assert.DoesNotContain(secret, m.ToString(), StringComparison.Ordinal));
        Assert.Equal(2, await portal.ReadAsync(r => r.Mails.CountAsync(Cancel)));
    }

    [Fact]
    public async Task MailPage_ShowsTheSettingsWithoutSecrets_SendsATestMail_AndTriesAgain()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        var refused = await administrator.SubmitAsync((await administrator.OpenAsync("/quan-tri/thu")).FormWithButton("Gửi thư thử"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await administrator.SubmitAsync((await administrator.OpenAsync("/tai-khoan")).Form("Mail.Email"), ("Mail.Email", "quan-tri@example.vn"), ("Mail.WantsMail", "true"));
        var form = (await administrator.OpenAsync("/quan-tri/thu")).FormWithButton("Gửi thư thử");
        await administrator.SubmitAsync(form);
        await administrator.SubmitAsync(form);
        var mail = Assert.Single(await ReceiveAsync(1));
        Assert.Equal(("Thư thử", "quan-tri@example.vn"), (mail.Subject, mail.To.Mailboxes.Single().Address));

        await using (var records = portal.Databases.NewRecords())
        {
            var user = await records.Users.Where(u => u.UserName == "quan-tri").Select(u => u.Id).SingleAsync(Cancel);
            var now = DateTimeOffset.UtcNow;
            records.Add(new Mail { Kind = MailKind.Test, UserId = user, SubjectId = Guid.CreateVersion7(), CreatedAt = now, NotBefore = now, Attempts = 18, Problem = MailProblem.Server, GivenUpAt = now });
            await records.SaveChangesAsync(Cancel);
        }
        var page = await administrator.OpenAsync("/quan-tri/thu");
        Assert.Contains("Không nối được tới máy chủ thư.", page.Words, StringComparison.Ordinal);
        await administrator.SubmitAsync(page.FormWithButton("Gửi lại thư không gửi được"));
        Assert.Equal(2, (await ReceiveAsync(2)).Count);
    }

    [Fact]
    public async Task WithoutAServer_NothingIsWritten_AndTheAdministratorIsTold()
    {
        await using var off = new Portal(postgres);
        await off.InitializeAsync();
        using var administrator = await off.SignInAsync("quan-tri");
        Assert.Contains("Cổng chưa gửi thư", (await administrator.OpenAsync("/quan-tri")).Words, StringComparison.Ordinal);
        var page = await administrator.OpenAsync("/quan-tri/thu");
        Assert.Contains("Cổng chưa gửi thư", page.Words, StringComparison.Ordinal);
        await using var records = off.Databases.NewRecords();
        await records.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, "nguoi@example.vn"), Cancel);
        await new MailWriter(records, new(null), TimeProvider.System).DraftSentAsync(await records.Drafts.Select(d => d.Id).FirstAsync(Cancel), Cancel);
        Assert.Equal(0, await records.Mails.CountAsync(Cancel));
    }

    /// <summary>What has come once a number of mails is there: the service looks every ten seconds.</summary>
    private async Task<IReadOnlyList<MimeKit.MimeMessage>> ReceiveAsync(int count)
    {
        for (var i = 0; i < 600 && box.Mails.Count < count; i++) await Task.Delay(100, Cancel);
        return box.Mails;
    }

    private async Task<Guid> NewDraftAsync()
    {
        var place = await portal.PlacesAsync();
        await using var records = portal.Databases.NewRecords();
        var author = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(Cancel);
        var draft = new Domain.Drafts.Draft(Guid.CreateVersion7(), place.ItemId, "Tên dự thảo kín");
        draft.AddVersion(Guid.CreateVersion7(), [new(Domain.Drafts.ParagraphKind.Body, "Chữ kín")], null, author, DateTimeOffset.UtcNow);
        records.Add(draft);
        await records.SaveChangesAsync(Cancel);
        return draft.Id;
    }
}
