using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Admin;

/// <summary>How mail is set up, what waits and what went wrong; no secret, no address but the portal's own, and no word of a record.</summary>
public sealed class MailsModel(RecordsContext records, MailSetup setup, MailWriter writer, TimeProvider clock) : PageModel
{
    private const int Most = 50;

    public MailSettings? Settings => setup.Settings;

    /// <summary>Key of the test mail of this form.</summary>
    public Guid Key { get; } = Guid.CreateVersion7();

    public int Waiting { get; private set; }

    public int Sent { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Mails whose reason went: the draft was recalled, the opinion sent.</summary>
    public int Obsolete { get; private set; }

    /// <summary>What went wrong last, if nothing was sent since.</summary>
    public string? LastProblem { get; private set; }

    public IReadOnlyList<Line> Recent { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostTestAsync([FromForm] Guid key, CancellationToken cancel)
    {
        var userId = User.UserId();
        if (setup.Settings is null || key == Guid.Empty) return NotFound();
        if (!await records.MailUsers().AnyAsync(u => u.Id == userId, cancel))
        {
            ModelState.AddModelError("", this.Text()["Tài khoản của đồng chí chưa có địa chỉ thư hoặc không nhận thư. Hãy đặt ở trang Tài khoản rồi thử lại."]);
            await LoadAsync(cancel);
            return this.Refused();
        }
        await writer.TestAsync(key, userId, cancel);
        records.Note("mail.tested", nameof(PortalUser), userId);
        await records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã xếp thư thử vào hàng chờ gửi."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var count = await FailedOnes().ExecuteUpdateAsync(
            set => set.SetProperty(m => m.GivenUpAt, (DateTimeOffset?)null).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NotBefore, now).SetProperty(m => m.Problem, (string?)null), cancel);
        records.Note("mail.retried", nameof(PortalUser), User.UserId());
        await records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã xếp lại {0} thư vào hàng chờ gửi.", count]);
        return RedirectToPage();
    }

    private IQueryable<Mail> FailedOnes() => records.Mails.Where(m => m.GivenUpAt != null && m.Problem != MailProblem.Nothing);

    private async Task LoadAsync(CancellationToken cancel)
    {
        if (setup.Settings is null) return;
        Waiting = await records.Mails.CountAsync(m => m.SentAt == null && m.GivenUpAt == null, cancel);
        Sent = await records.Mails.CountAsync(m => m.SentAt != null, cancel);
        Failed = await FailedOnes().CountAsync(cancel);
        Obsolete = await records.Mails.CountAsync(m => m.GivenUpAt != null && m.Problem == MailProblem.Nothing, cancel);
        Recent = await (
            from m in records.Mails.AsNoTracking()
            join u in records.Users on m.UserId equals u.Id
            orderby m.CreatedAt descending, m.Id
            select new Line(m.Kind, u.UserName!, m.CreatedAt, m.NotBefore, m.SentAt, m.GivenUpAt, m.Problem)).Take(Most).ToListAsync(cancel);
        var last = await records.Mails.Where(m => m.Problem != null && m.Problem != MailProblem.Nothing).OrderByDescending(m => m.NotBefore).Select(m => new { m.Problem, m.NotBefore }).FirstOrDefaultAsync(cancel);
        if (last is not null && !await records.Mails.AnyAsync(m => m.SentAt > last.NotBefore, cancel)) LastProblem = last.Problem;
    }

    public sealed record Line(MailKind Kind, string UserName, DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? SentAt, DateTimeOffset? GivenUpAt, string? Problem);
}
