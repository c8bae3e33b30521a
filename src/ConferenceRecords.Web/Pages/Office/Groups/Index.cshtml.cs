using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>The discussion groups of a session with their counts, and the form that adds one.</summary>
public sealed class IndexModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public GroupInput Input { get; set; } = new(Guid.CreateVersion7(), null, null, null);

    public IReadOnlyList<GroupLine> Groups { get; private set; } = [];

    public IEnumerable<GroupLine> Standing => Groups.Where(g => g.RemovedAt is null);

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    public IReadOnlyList<MemberLine> People { get; private set; } = [];

    public int WithoutGroup => People.Count(p => p.GroupId is null);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // While one looks whether a name is free, nobody else takes it.
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        await LoadAsync(cancel);
        if (!this.Check(Input, People, Groups)) return this.Refused();
        var name = VietnameseText.CleanLine(Input.Name!);
        if (Groups.Any(g => g.Id == Input.Id && (g.Name, g.LeaderId, g.SecretaryId) == (name, Input.LeaderId, Input.SecretaryId))) return Done(name);
        if (await Records.DiscussionGroups.AnyAsync(g => g.Id == Input.Id, cancel)) return this.KeyTaken(id => Input = Input with { Id = id });
        var group = new DiscussionGroup(Input.Id, Session.Id, name);
        group.Appoint(Input.LeaderId, Input.SecretaryId);
        Records.Add(group);
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await transaction.CommitAsync(cancel);
        return Done(name);
    }

    private RedirectToPageResult Done(string name)
    {
        this.Say(this.Text()["Đã lưu {0}.", name]);
        return RedirectToPage(new { id = Session.Id });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        (Groups, People) = (await Records.GroupLinesAsync(Session.Id, cancel), await Records.MemberLinesAsync(Session.Id, cancel));
        Delegates = this.Choices(People, Input.Id);
    }
}
