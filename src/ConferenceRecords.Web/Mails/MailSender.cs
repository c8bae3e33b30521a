using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace ConferenceRecords.Web.Mails;

/// <summary>
/// Sends what waits in the outbox, one mail a transaction: its row is locked while it is sent, and other processes pass it over. A process that dies between the server's yes and the
/// mark sends it again, with the same Message-Id.
/// </summary>
internal sealed class MailSender(RecordsContext records, MailSettings settings, TimeProvider clock, ILogger log)
{
    /// <summary>Attempts in about a day.</summary>
    public const int MostAttempts = 18;

    private const int AtOnce = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30), LongestPause = TimeSpan.FromHours(2);

    /// <summary>Sends every mail that is due.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await records.Mails.AnyAsync(m => m.SentAt == null && m.GivenUpAt == null && m.NotBefore <= now, cancel)) return 0;
        using var client = new SmtpClient { Timeout = (int)Longest.TotalMilliseconds, CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.SocketOptions, cancel);
            if (settings.UserName is { } name) await client.AuthenticateAsync(name, settings.Password ?? "", cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && MailProblem.Of(fault) is not null)
        {
            await DeferAsync(MailProblem.Of(fault)!, cancel);
            return 0;
        }
        var sent = 0;
        while (await SendOneAsync(client, cancel) is { } isSent) sent += isSent ? 1 : 0;
        if (client.IsConnected) await client.DisconnectAsync(quit: true, cancel);
        return sent;
    }

    /// <summary>Sends the next mail. True when the server took it, false when not; null when none is due or the connection is gone.</summary>
    private async Task<bool?> SendOneAsync(SmtpClient client, CancellationToken cancel)
    {
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        if ((await DueAsync(1, cancel)) is not [var mail]) return null;
        var problem = await TrySendAsync(client, mail, cancel);
        if (problem is null) (mail.SentAt, mail.Attempts, mail.Problem) = (clock.GetUtcNow(), mail.Attempts + 1, null);
        else Fail(mail, problem);
        await records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        records.ChangeTracker.Clear();
        return client.IsConnected ? problem is null : null;
    }

    private async Task<string?> TrySendAsync(SmtpClient client, Mail mail, CancellationToken cancel)
    {
        if (await records.MailUsers().SingleOrDefaultAsync(u => u.Id == mail.UserId, cancel) is not { } user || !MailboxAddress.TryParse(user.Email!, out var address)) return MailProblem.NoAddress;
        if (await MailText.OfAsync(records, mail, user, clock.GetUtcNow(), cancel) is not { } text) return MailProblem.Nothing;
        try
        {
            using var message = Message(mail, user, address, text);
            await client.SendAsync(message, cancel);
            return null;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // Also what nobody foresaw: thrown further, one mail that can't be written would keep every other one from being sent.
            return MailProblem.Of(fault) ?? MailProblem.Fault;
        }
    }

    private MimeMessage Message(Mail mail, PortalUser user, MailboxAddress address, MailText text)
    {
        var message = new MimeMessage
        {
            Subject = text.Subject, Date = clock.GetUtcNow(), MessageId = $"{mail.Id:N}@{settings.Address.Host}",
            Body = new TextPart("plain") { Text = text.Body(user, settings) },
        };
        message.From.Add(settings.Sender);
        message.To.Add(new MailboxAddress(user.DisplayName, address.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>The server can't be reached or lets nobody in: that is true for every mail that waits.</summary>
    private async Task DeferAsync(string problem, CancellationToken cancel)
    {
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        foreach (var mail in await DueAsync(AtOnce, cancel)) Fail(mail, problem);
        await records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        records.ChangeTracker.Clear();
    }

    private Task<List<Mail>> DueAsync(int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return records.Mails.FromSql(
            $"SELECT * FROM jobs.mails WHERE sent_at IS NULL AND given_up_at IS NULL AND not_before <= {now} ORDER BY not_before, id LIMIT {most} FOR UPDATE SKIP LOCKED").ToListAsync(cancel);
    }

    /// <summary>Minutes between attempts double up to two hours. The log says the code, never the address.</summary>
    private void Fail(Mail mail, string problem)
    {
        var now = clock.GetUtcNow();
        (mail.Attempts, mail.Problem) = (mail.Attempts + 1, problem);
        if (MailProblem.IsFinal(problem) || mail.Attempts >= MostAttempts) mail.GivenUpAt = now;
        else mail.NotBefore = now + TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, mail.Attempts - 1)));
        log.Log(problem == MailProblem.Nothing ? LogLevel.Information : LogLevel.Warning, "Mail {Id} was not sent at attempt {Attempt}: {Problem}", mail.Id, mail.Attempts, problem);
    }
}
