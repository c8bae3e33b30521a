using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.People;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Invitations;

/// <summary>A person who is not in the directory yet: entered and invited in one act. A member holds a post of the session's body and term.</summary>
public sealed class AddModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public PersonInput Input { get; set; } = null!;

    /// <summary>The body and term of the session.</summary>
    public Membership Membership { get; private set; } = null!;

    /// <summary>Those of the directory who may be the same person.</summary>
    public IReadOnlyList<DelegateLine> Same { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Membership = await Records.MembershipOfAsync(Session.Id, cancel);
        Input = new(Guid.CreateVersion7(), null, null, null, Membership.Key, null, false);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Membership = await Records.MembershipOfAsync(Session.Id, cancel);
        var invitation = new Invitation(Guid.CreateVersion7(), Session.Id, Input.Id, clock.GetUtcNow());
        (var result, Same) = await this.EnterPersonAsync(Records, Input, string.IsNullOrEmpty(Input.Membership) ? null : Membership, invitation, cancel);
        if (result == PersonResult.KeyTaken) return this.KeyTaken(id => Input = Input with { Id = id });
        if (result == PersonResult.Refused) return this.Refused();
        this.Say(this.Text()["Đã thêm {0} vào danh bạ và mời dự hội nghị.", Input.Name]);
        return RedirectToPage("Index", new { id = Session.Id });
    }
}
