using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Mails;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;
using Xunit;

namespace ConferenceRecords.Web.Tests.Mails;

/// <summary>The outbox on databases of its own, with a clock that is set and processes that are called.</summary>
internal sealed class Mailing(TestDatabases databases, int port, MailSecurity security = MailSecurity.None)
{
    public const string Title = "Dự thảo có tên không ai được biết", Words = "Chữ của dự thảo không ra khỏi cổng";

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public SetClock Clock { get; } = new();

    public List<string> Log { get; } = [];

    public MailSettings Settings { get; } = new("127.0.0.1", port, security, null, null, new MailboxAddress(null, "ho-so@example.vn"), new("https://hoso.example.vn/"));

    public RecordsContext NewRecords() => new(ContextOptions.Records(databases.For("cr_office")), new Actor(), Clock);

    public MailWriter Writer(RecordsContext records) => new(records, new(Settings), Clock);

    public async Task<T> ReadAsync<T>(Func<RecordsContext, Task<T>> read)
    {
        await using var records = NewRecords();
        return await read(records);
    }

    /// <summary>One look of two processes at once: each reminds, then sends.</summary>
    public async Task LookAsync()
    {
        async Task OneAsync()
        {
            await using var records = NewRecords();
            await records.RemindAsync(Writer(records), Clock.GetUtcNow(), Cancel);
            await new MailSender(records, Settings, Clock, new ListLog(Log)).SendDueAsync(Cancel);
        }
        await Task.WhenAll(OneAsync(), OneAsync());
    }

    public async Task AddressAsync(string userName, string? email, bool wantsMail = true)
    {
        await using var records = NewRecords();
        await records.Users.Where(u => u.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, email).SetProperty(u => u.WantsMail, wantsMail), Cancel);
    }

    public Task<Guid> UserAsync(string userName) => ReadAsync(r => r.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync(Cancel));

    public Task<List<Mail>> MailsAsync() => ReadAsync(r => r.Mails.AsNoTracking().OrderBy(m => m.CreatedAt).ToListAsync(Cancel));

    /// <summary>A draft under a content of Conference 12, sent at the clock's time.</summary>
    public async Task<Guid> SendDraftAsync(DateTimeOffset? until)
    {
        await using var records = NewRecords();
        var (item, author) = (await records.Drafts.Select(d => d.ItemId).FirstAsync(Cancel), await records.Users.Select(u => u.Id).FirstAsync(Cancel));
        var draft = new Draft(Guid.CreateVersion7(), item, Title);
        draft.AddVersion(Guid.CreateVersion7(), [new(ParagraphKind.Body, Words)], null, author, Clock.GetUtcNow());
        draft.Send(Clock.GetUtcNow(), until);
        records.Add(draft);
        await records.SaveChangesAsync(Cancel);
        return draft.Id;
    }
}

/// <summary>A clock that stands where it is put.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2021, 11, 25, 2, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>An hour of a day in Vietnam.</summary>
    public void Set(int day, int hour, int minute = 0, int month = 11) => Now = new DateTimeOffset(2021, month, day, hour, minute, 0, TimeSpan.FromHours(7)).ToUniversalTime();
}

/// <summary>Keeps what would be logged.</summary>
internal sealed class ListLog(List<string> lines) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines) lines.Add($"{formatter(state, exception)} {exception}");
    }
}
