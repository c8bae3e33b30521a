using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Invitations;

/// <summary>Who is invited to a session. An invitation is the right to read its drafts; it is withdrawn, never deleted.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public IReadOnlyList<DelegateLine> Invited { get; private set; } = [];

    public IReadOnlyList<DelegateLine> Others { get; private set; } = [];

    public IReadOnlySet<Guid> Chosen { get; private set; } = new HashSet<Guid>();

    /// <summary>The list, with nobody ticked, or everybody, or every member of the committee: nothing is sent before the button is pressed.</summary>
    public async Task OnGetAsync([FromQuery(Name = "chon")] string? chosen, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Chosen = Others.Where(p => chosen == "tat-ca" || (chosen == "uy-vien" && p.IsMember)).Select(p => p.Id).ToHashSet();
    }

    public async Task<IActionResult> OnPostInviteAsync([FromForm(Name = "dai-bieu")] List<Guid> delegates, CancellationToken cancel)
    {
        Chosen = delegates.ToHashSet();
        if (Chosen.Count == 0) return await RefusedAsync(this.Text()["Chọn ít nhất một người để mời"], cancel);
        if (await Records.Delegates.CountAsync(d => d.RemovedAt == null && Chosen.Contains(d.Id), cancel) != Chosen.Count)
            return await RefusedAsync(this.Text()["Có người không còn trong danh bạ. Hãy chọn lại"], cancel);

        var earlier = await Records.Invitations.Where(i => i.SessionId == Session.Id && Chosen.Contains(i.DelegateId)).ToDictionaryAsync(i => i.DelegateId, cancel);
        foreach (var delegateId in Chosen)
        {
            if (earlier.TryGetValue(delegateId, out var invitation)) invitation.Renew(clock.GetUtcNow());
            else Records.Add(new Invitation(Guid.CreateVersion7(), Session.Id, delegateId, clock.GetUtcNow()));
        }
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return await RefusedAsync(null, cancel);
        this.Say(this.Text()["Đã mời {0} người.", Chosen.Count]);
        return RedirectToPage(new { id = Session.Id });
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm(Name = "dai-bieu")] Guid delegateId, CancellationToken cancel)
    {
        if (await FindAsync(delegateId, cancel) is not { } invitation) return NotFound();
        invitation.Revoke(clock.GetUtcNow());
        await Records.SaveChangesAsync(cancel);
        this.Say(
            this.Text()["Đã thôi mời {0}. Người này không còn đọc được tài liệu của hội nghị.", await NameAsync(delegateId, cancel)],
            Url.Page(null, "Renew", new { id = Session.Id, daiBieu = delegateId }));
        return RedirectToPage(new { id = Session.Id });
    }

    public async Task<IActionResult> OnPostRenewAsync([FromQuery(Name = "daiBieu")] Guid delegateId, CancellationToken cancel)
    {
        if (await FindAsync(delegateId, cancel) is not { } invitation) return NotFound();
        invitation.Renew(clock.GetUtcNow());
        await Records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã mời lại {0}.", await NameAsync(delegateId, cancel)]);
        return RedirectToPage(new { id = Session.Id });
    }

    private Task<Invitation?> FindAsync(Guid delegateId, CancellationToken cancel) =>
        Records.Invitations.SingleOrDefaultAsync(i => i.SessionId == Session.Id && i.DelegateId == delegateId, cancel);

    private Task<string> NameAsync(Guid delegateId, CancellationToken cancel) => Records.Delegates.Where(d => d.Id == delegateId).Select(d => d.FullName).SingleAsync(cancel);

    private async Task<IActionResult> RefusedAsync(string? message, CancellationToken cancel)
    {
        if (message is not null) ModelState.AddModelError("", message);
        Records.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        (Invited, Others) = (await Records.InvitedDelegatesAsync(Session.Id, cancel), await Records.NotInvitedAsync(Session.Id, cancel));
}
