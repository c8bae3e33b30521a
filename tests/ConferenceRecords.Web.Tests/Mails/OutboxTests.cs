using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Mails;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;

namespace ConferenceRecords.Web.Tests.Mails;

/// <summary>Mails that a real server takes, refuses or never sees; each test has databases of its own.</summary>
public sealed class OutboxTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly TestDatabases databases = new(postgres);
    private readonly PostBox box = new();
    private Mailing mailing = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await databases.InitializeAsync();
        mailing = new(databases, box.Port);
        await mailing.AddressAsync("dai-bieu-1", "dai-bieu-1@example.vn");
    }

    public async ValueTask DisposeAsync()
    {
        await box.DisposeAsync();
        await databases.DisposeAsync();
    }

    [Fact]
    public async Task Reminders_ComeThreeDaysAndOneDayBefore_EachOnce_WithTwoProcesses()
    {
        mailing.Clock.Set(25, 9);
        await mailing.SendDraftAsync(At(3, 17));
        foreach (var (day, hour, minute, month, expected) in new[]
        {
            (29, 23, 59, 11, 0), (30, 6, 59, 11, 0), (30, 7, 0, 11, 1), (30, 18, 0, 11, 1), (1, 12, 0, 12, 1), (2, 6, 59, 12, 1), (2, 7, 0, 12, 2), (3, 9, 0, 12, 2), (3, 17, 1, 12, 2), (4, 9, 0, 12, 2),
        })
        {
            mailing.Clock.Set(day, hour, minute, month);
            await mailing.LookAsync();
            Assert.Equal(expected, box.Mails.Count);
        }
        Assert.Equal(["Nhắc hạn góp ý: còn 3 ngày", "Nhắc hạn góp ý: hạn ngày mai"], box.Mails.Select(m => m.Subject));
        Assert.All(box.Mails, mail =>
        {
            Assert.Equal("dai-bieu-1@example.vn", mail.To.Mailboxes.Single().Address);
            Assert.Contains("hạn 17:00 thứ Sáu 03/12/2021", mail.TextBody, StringComparison.Ordinal);
            SaysNothing(mail);
        });
    }

    [Fact]
    public async Task Reminders_OfTasks_ComeThreeDaysAndOneDayBefore_AndOnceAfter_WithoutAWordOfThem()
    {
        await mailing.AddressAsync("co-quan", "co-quan@example.vn");
        await mailing.ReadAsync(async r =>
        {
            var (session, agency) = (await r.Sessions.Select(s => s.Id).FirstAsync(Cancel), await r.Users.Where(u => u.UserName == "co-quan").Select(u => u.AgencyId).SingleAsync(Cancel));
            r.Add(new Domain.FollowUp.FollowUpTask(Guid.CreateVersion7(), session, 99, null, new(Mailing.Words, agency, Product: Mailing.Title), new(2021, 12, 3)));
            return await r.SaveChangesAsync(Cancel);
        });
        foreach (var (day, hour, month, expected) in new[] { (29, 9, 11, 0), (30, 9, 11, 1), (1, 9, 12, 1), (2, 9, 12, 2), (3, 9, 12, 2), (4, 6, 12, 2), (4, 9, 12, 3), (5, 9, 12, 3) })
        {
            mailing.Clock.Set(day, hour, 0, month);
            await mailing.LookAsync();
            Assert.Equal(expected, box.Mails.Count);
        }
        Assert.Equal(["Nhắc hạn nhiệm vụ: còn 3 ngày", "Nhắc hạn nhiệm vụ: hạn ngày mai", "Nhiệm vụ quá hạn"], box.Mails.Select(m => m.Subject));
        Assert.All(box.Mails, SaysNothing);
    }

    [Fact]
    public async Task Reminders_OfAMovedDeadline_ComeAnew_AndTheOldOneIsNotSent()
    {
        mailing.Clock.Set(25, 9);
        var draft = await mailing.SendDraftAsync(At(3, 17));
        mailing.Clock.Set(30, 7);
        await using (var records = mailing.NewRecords()) await records.RemindAsync(mailing.Writer(records), mailing.Clock.GetUtcNow(), Cancel);
        await MoveAsync(draft, At(10, 17));
        await mailing.LookAsync();
        Assert.Empty(box.Mails);
        Assert.Equal((MailProblem.Nothing, true), (await mailing.MailsAsync()).Select(m => (m.Problem, m.GivenUpAt is not null)).Single());
        mailing.Clock.Set(7, 8, month: 12);
        await mailing.LookAsync();
        Assert.Contains("thứ Sáu 10/12/2021", Assert.Single(box.Mails).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_PassOverWhoSentAnOpinion_AndARecalledDraft()
    {
        mailing.Clock.Set(25, 9);
        await mailing.AddressAsync("dai-bieu-2", "dai-bieu-2@example.vn");
        var (said, recalled) = (await mailing.SendDraftAsync(At(3, 17)), await mailing.SendDraftAsync(At(3, 17)));
        await SayAsync(said, "dai-bieu-1");
        await using (var records = mailing.NewRecords())
        {
            (await records.Drafts.SingleAsync(d => d.Id == recalled, Cancel)).Recall();
            await records.SaveChangesAsync(Cancel);
        }
        mailing.Clock.Set(30, 8);
        await mailing.LookAsync();
        Assert.Equal("dai-bieu-2@example.vn", Assert.Single(box.Mails).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Reminders_OfWhatWasSentOnThatDayItself_AreNone()
    {
        mailing.Clock.Set(30, 10);
        await mailing.SendDraftAsync(At(3, 17));
        await mailing.LookAsync();
        Assert.Empty(box.Mails);
        mailing.Clock.Set(2, 8, month: 12);
        await mailing.LookAsync();
        Assert.Single(box.Mails);
    }

    [Fact]
    public async Task Server_ThatIsAway_IsTriedAgain_AndGivenUpAfterADay()
    {
        var away = PostBox.FreePort();
        var down = new Mailing(databases, away);
        down.Clock.Set(25, 9);
        var draft = await down.SendDraftAsync(null);
        await WriteAsync(down, draft);
        await down.LookAsync();
        var mail = (await down.MailsAsync()).Single();
        Assert.Equal((1, MailProblem.Server, down.Clock.Now.AddMinutes(1)), (mail.Attempts, mail.Problem, mail.NotBefore));
        await down.LookAsync();
        Assert.Equal(1, (await down.MailsAsync()).Single().Attempts);

        await using (var back = new PostBox(away))
        {
            down.Clock.Now = mail.NotBefore;
            await down.LookAsync();
            Assert.Single(back.Mails);
        }
        await WriteAsync(down, await down.SendDraftAsync(null));
        var begun = down.Clock.Now;
        for (var attempt = 0; attempt < MailSender.MostAttempts; attempt++)
        {
            await down.LookAsync();
            down.Clock.Now = (await down.MailsAsync()).Max(m => m.NotBefore);
        }
        Assert.Equal(MailSender.MostAttempts, (await down.MailsAsync()).Single(m => m.GivenUpAt is not null).Attempts);
        Assert.InRange(down.Clock.Now - begun, TimeSpan.FromHours(20), TimeSpan.FromHours(28));
        Assert.All(down.Log, line => Assert.DoesNotContain("@", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recipient_WhomTheServerDoesNotKnow_IsGivenUp_AndTheNextOneIsServed()
    {
        mailing.Clock.Set(25, 9);
        await mailing.AddressAsync("dai-bieu-1", "khong-co@example.vn");
        await mailing.AddressAsync("dai-bieu-2", "dai-bieu-2@example.vn");
        await WriteAsync(mailing, await mailing.SendDraftAsync(null));
        await mailing.LookAsync();
        Assert.Single(box.Mails);
        var refused = (await mailing.MailsAsync()).Single(m => m.SentAt is null);
        Assert.Equal((MailProblem.Recipient, true, 1), (refused.Problem, refused.GivenUpAt is not null, refused.Attempts));
        Assert.Contains(mailing.Log, line => line.Contains("recipient", StringComparison.Ordinal));
        Assert.All(mailing.Log, line => Assert.DoesNotContain("example", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MailSecurity.Tls, true, MailProblem.Certificate)]
    [InlineData(MailSecurity.StartTls, false, MailProblem.NoTls)]
    public async Task Connection_ThatCantBeTrusted_SendsNothing(MailSecurity security, bool isTls, string problem)
    {
        await using var other = new PostBox(isTls: isTls);
        var strict = new Mailing(databases, other.Port, security);
        await WriteAsync(strict, await strict.SendDraftAsync(null));
        await strict.LookAsync();
        Assert.Empty(other.Mails);
        Assert.Equal(problem, (await strict.MailsAsync()).Single().Problem);
    }

    [Fact]
    public async Task Mail_ThatCantBeWritten_IsCountedAndPutOff_AndHoldsNoOtherUp()
    {
        mailing.Clock.Set(25, 9);
        await mailing.AddressAsync("dai-bieu-2", "dai-bieu-2@example.vn");
        await WriteAsync(mailing, await mailing.SendDraftAsync(null));
        await using var records = mailing.NewRecords();

        // An address without a host gives no Message-Id: any fault that no code names.
        await new MailSender(records, mailing.Settings with { Address = new("/", UriKind.Relative) }, mailing.Clock, new ListLog(mailing.Log)).SendDueAsync(Cancel);

        Assert.Equal([(1, MailProblem.Fault), (1, MailProblem.Fault)], (await mailing.MailsAsync()).Select(m => (m.Attempts, m.Problem)));
        mailing.Clock.Now += TimeSpan.FromMinutes(1);
        await mailing.LookAsync();
        Assert.Equal(2, box.Mails.Count);
    }

    [Fact]
    public async Task Mail_OfADraftThatWasRecalledInTime_GoesOnceItIsSentAnew()
    {
        mailing.Clock.Set(25, 9);
        var draft = await mailing.SendDraftAsync(null);
        await WriteAsync(mailing, draft);
        await ChangeAsync(d => d.Recall());
        await mailing.LookAsync();
        Assert.Empty(box.Mails);

        await ChangeAsync(d => d.Send(mailing.Clock.Now, null));
        await WriteAsync(mailing, draft);
        await mailing.LookAsync();
        await WriteAsync(mailing, draft);
        await mailing.LookAsync();
        Assert.Single(box.Mails);

        async Task ChangeAsync(Action<Draft> act)
        {
            await using var records = mailing.NewRecords();
            act(await records.Drafts.SingleAsync(d => d.Id == draft, Cancel));
            await records.SaveChangesAsync(Cancel);
        }
    }

    [Fact]
    public async Task Mail_ToSomebodyWhoWantsNone_IsNotWritten_AndOneWhoStoppedGetsNone()
    {
        await mailing.AddressAsync("dai-bieu-1", "dai-bieu-1@example.vn", wantsMail: false);
        await WriteAsync(mailing, await mailing.SendDraftAsync(null));
        Assert.Empty(await mailing.MailsAsync());
        await mailing.AddressAsync("dai-bieu-1", "dai-bieu-1@example.vn");
        await WriteAsync(mailing, await mailing.SendDraftAsync(null));
        await mailing.AddressAsync("dai-bieu-1", "dai-bieu-1@example.vn", wantsMail: false);
        await mailing.LookAsync();
        Assert.Empty(box.Mails);
        Assert.Equal(MailProblem.NoAddress, (await mailing.MailsAsync()).Single().Problem);
    }

    [Fact]
    public async Task Agency_GetsOneMailAnHour_AndReminders_WithoutAWordOfTheOpinions()
    {
        mailing.Clock.Set(25, 9, 10);
        await mailing.AddressAsync("co-quan", "co-quan@example.vn");
        var agency = await mailing.ReadAsync(r => r.Users.Where(u => u.UserName == "co-quan").Select(u => u.AgencyId!.Value).SingleAsync(Cancel));
        var before = await mailing.ReadAsync(r => r.OpenAssignments().CountAsync(a => a.AgencyId == agency, Cancel));
        var draft = await mailing.SendDraftAsync(null);
        foreach (var minute in new[] { 10, 20, 58 })
        {
            mailing.Clock.Set(25, 9, minute);
            await AssignAsync(await SayAsync(draft, "dai-bieu-1"), agency, new(2021, 12, 3));
        }
        await mailing.LookAsync();
        Assert.Empty(box.Mails);
        mailing.Clock.Set(25, 10);
        await mailing.LookAsync();
        var told = Assert.Single(box.Mails);
        Assert.Contains($"Có {before + 3} ý kiến góp ý", told.TextBody, StringComparison.Ordinal);
        SaysNothing(told);
        mailing.Clock.Set(25, 10, 30);
        await AssignAsync(await SayAsync(draft, "dai-bieu-1"), agency, new(2021, 12, 3));
        mailing.Clock.Set(25, 11);
        await mailing.LookAsync();
        Assert.Equal(2, box.Mails.Count);
        mailing.Clock.Set(30, 8);
        await mailing.LookAsync();
        mailing.Clock.Set(2, 8, month: 12);
        await mailing.LookAsync();
        Assert.Equal(["Nhắc hạn trả lời: còn 3 ngày", "Nhắc hạn trả lời: hạn ngày mai"], box.Mails.Skip(2).Where(m => m.TextBody!.Contains("thứ Sáu 03/12/2021", StringComparison.Ordinal)).Select(m => m.Subject));
        Assert.All(box.Mails, SaysNothing);
    }

    [Fact]
    public async Task Delegate_IsToldOfAnswers_OnceADay()
    {
        mailing.Clock.Set(25, 9);
        var draft = await mailing.SendDraftAsync(null);
        var (first, second) = (await SayAsync(draft, "dai-bieu-1"), await SayAsync(draft, "dai-bieu-1"));
        await using (var records = mailing.NewRecords())
        {
            await AnswerAsync(records, first, second);
            await mailing.Writer(records).AnsweredAsync([first], Cancel);
            await mailing.Writer(records).AnsweredAsync([second, first], Cancel);
        }
        await mailing.LookAsync();
        Assert.Empty(box.Mails);
        mailing.Clock.Set(25, 17);
        await mailing.LookAsync();
        var mail = Assert.Single(box.Mails);
        Assert.Contains("https://hoso.example.vn/dai-bieu/y-kien", mail.TextBody, StringComparison.Ordinal);
        SaysNothing(mail);
    }

    [Fact]
    public async Task Delegate_IsToldOfNoAnswer_ThatWasSentBackMeanwhile()
    {
        mailing.Clock.Set(25, 9);
        await mailing.AddressAsync("dai-bieu-khach", "dai-bieu-khach@example.vn");
        var opinion = await SayAsync(await mailing.SendDraftAsync(null), "dai-bieu-khach");
        await using (var records = mailing.NewRecords())
        {
            await AnswerAsync(records, opinion);
            await mailing.Writer(records).AnsweredAsync([opinion], Cancel);
            (await records.Responses.SingleAsync(r => r.OpinionId == opinion, Cancel)).Return("Nêu rõ hơn.", await mailing.UserAsync("thu-ky"), mailing.Clock.Now);
            await records.SaveChangesAsync(Cancel);
        }
        mailing.Clock.Set(25, 17);
        await mailing.LookAsync();
        Assert.Empty(box.Mails);
        Assert.Equal(MailProblem.Nothing, (await mailing.MailsAsync()).Single().Problem);
    }

    private async Task AnswerAsync(RecordsContext records, params Guid[] opinions)
    {
        foreach (var opinion in opinions)
        {
            var response = new Response(opinion);
            response.Give(new(Disposition.Accepted, null), await mailing.UserAsync("thu-ky"), isOffice: true, mailing.Clock.Now);
            records.Add(response);
        }
        await records.SaveChangesAsync(Cancel);
    }

    private static DateTimeOffset At(int day, int hour) => new DateTimeOffset(2021, 12, day, hour, 0, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    /// <summary>Plain text with a way to stop it, and no word of a record.</summary>
    private static void SaysNothing(MimeMessage mail)
    {
        Assert.Null(mail.HtmlBody);
        Assert.Empty(mail.Attachments);
        Assert.Contains("/tai-khoan", mail.TextBody, StringComparison.Ordinal);
        foreach (var secret in new[] { Mailing.Title, Mailing.Words, "Ý kiến kín", "YK-" })
        {
            Assert.DoesNotContain(secret, mail.TextBody, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, mail.Subject, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task WriteAsync(Mailing mailing, Guid draft)
    {
        await using var records = mailing.NewRecords();
        await mailing.Writer(records).DraftSentAsync(draft, Cancel);
        await mailing.Writer(records).DraftSentAsync(draft, Cancel);
    }

    private async Task MoveAsync(Guid draftId, DateTimeOffset until)
    {
        await using var records = mailing.NewRecords();
        (await records.Drafts.SingleAsync(d => d.Id == draftId, Cancel)).Send(mailing.Clock.GetUtcNow(), until);
        await records.SaveChangesAsync(Cancel);
    }

    private async Task<Guid> SayAsync(Guid draftId, string userName)
    {
        await using var records = mailing.NewRecords();
        var userId = await records.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync(Cancel);
        var (person, draft) = (await records.Delegates.SingleAsync(d => d.UserId == userId, Cancel), await records.Drafts.Include(d => d.Versions).SingleAsync(d => d.Id == draftId, Cancel));
        var session = await records.AgendaItems.Where(i => i.Id == draft.ItemId).Select(i => i.SessionId).SingleAsync(Cancel);
        var opinion = new Opinion(
            Guid.CreateVersion7(), session, draft.ItemId, $"YK-12/XX-88-{Guid.NewGuid():N}"[..20], new(person.Id), new(OpinionKind.Add, OpinionChannel.Portal, "Ý kiến kín"), userId, mailing.Clock.GetUtcNow(),
            draft.Versions[0].Id);
        records.Add(opinion);
        await records.SaveChangesAsync(Cancel);
        return opinion.Id;
    }

    private async Task AssignAsync(Guid opinionId, Guid agencyId, DateOnly due)
    {
        await using var records = mailing.NewRecords();
        var response = new Response(opinionId);
        response.Assign(agencyId, due, mailing.Clock.GetUtcNow());
        records.Add(response);
        await records.SaveChangesAsync(Cancel);
        await mailing.Writer(records).AssignedAsync([agencyId], Cancel);
    }
}
