using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Mails;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Admin;

/// <summary>All accounts, and what each role may do.</summary>
public sealed class IndexModel(RecordsContext records, MailSetup mail, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Line> Accounts { get; private set; } = [];

    public IReadOnlyList<Emergency> Emergencies { get; private set; } = [];

    public bool SendsMail => mail.Settings is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Emergencies = await Emergency.WaitingAsync(records, User.UserId(), cancel);
        var now = clock.GetUtcNow();
        Accounts = await records.Users.AsNoTracking().OrderBy(u => u.UserName)
            .Select(u => new Line(u.Id, u.UserName!, u.DisplayName, u.Roles, u.LastSignInAt, u.IsDisabled, u.LockoutEnd > now, u.IsDemonstration)).ToListAsync(cancel);
    }

    public sealed record Line(
        Guid Id, string UserName, string DisplayName, IReadOnlyList<PortalRole> Roles, DateTimeOffset? LastSignInAt, bool IsDisabled, bool IsLockedOut, bool IsDemonstration);
}
