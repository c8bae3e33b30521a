using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>One discussion group: its name, leader and secretary; its dissolution, which keeps its opinions and can be undone.</summary>
public sealed class EditModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public GroupInput Input { get; set; } = null!;

    public GroupLine Group { get; private set; } = null!;

    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    /// <summary>What somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    private IReadOnlyList<GroupLine> All { get; set; } = [];

    private IReadOnlyList<MemberLine> People { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid groupId, CancellationToken cancel)
    {
        if (!await LoadAsync(groupId, cancel)) return NotFound();
        Input = new(groupId, Group.Name, Group.LeaderId, Group.SecretaryId, Group.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid groupId, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        if (!await LoadAsync(groupId, cancel)) return NotFound();
        Input = Input with { Id = groupId };
        if (!this.Check(Input, People, All)) return this.Refused();
        var group = await Records.DiscussionGroups.SingleAsync(g => g.Id == groupId, cancel);
        Records.Entry(group).Property(g => g.Version).OriginalValue = Input.Version;
        group.Rename(VietnameseText.CleanLine(Input.Name!));
        group.Appoint(Input.LeaderId, Input.SecretaryId);
        switch (await this.SaveAsync(Records, cancel))
        {
            case SaveResult.Saved:
                await transaction.CommitAsync(cancel);
                this.Say(this.Text()["Đã lưu {0}.", group.Name]);
                return RedirectToPage("Index", new { id = Session.Id });
            case SaveResult.Stale:
                Stored = [(this.Text()["Tên tổ"], Group.Name), (this.Text()["Tổ trưởng"], Group.Leader), (this.Text()["Thư ký tổ"], Group.Secretary)];
                Input = Input with { Version = Group.Version };
                ModelState.Remove("Input.Version");
                break;
        }
        return this.Refused();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid groupId, CancellationToken cancel)
    {
        // Nobody puts people into it meanwhile.
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        if (await FindAsync(groupId, cancel) is not { } group) return NotFound();
        group.Remove(clock.GetUtcNow());
        await Records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã giải thể {0}. Ý kiến của tổ vẫn giữ nguyên.", group.Name], Url.Page("Edit", "Restore", new { id = Session.Id, groupId }));
        return RedirectToPage("Index", new { id = Session.Id });
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid groupId, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        if (await FindAsync(groupId, cancel) is not { } group) return NotFound();
        var names = await Records.DiscussionGroups.Where(g => g.SessionId == Session.Id && g.Id != groupId && g.RemovedAt == null).Select(g => g.Name).ToListAsync(cancel);
        if (names.Exists(name => VietnameseText.AccentedKey(name) == VietnameseText.AccentedKey(group.Name)))
        {
            this.Warn(this.Text()["Chưa lập lại được {0}: đã có tổ khác mang tên này. Hãy đổi tên tổ kia trước.", group.Name]);
            return RedirectToPage("Index", new { id = Session.Id });
        }
        group.Restore();
        await Records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã lập lại {0} với các thành viên cũ.", group.Name]);
        return RedirectToPage("Index", new { id = Session.Id });
    }

    private Task<DiscussionGroup?> FindAsync(Guid groupId, CancellationToken cancel) =>
        Records.DiscussionGroups.SingleOrDefaultAsync(g => g.Id == groupId && g.SessionId == Session.Id, cancel);

    private async Task<bool> LoadAsync(Guid groupId, CancellationToken cancel)
    {
        All = await Records.GroupLinesAsync(Session.Id, cancel);
        if (All.FirstOrDefault(g => g.Id == groupId && g.RemovedAt is null) is not { } group) return false;
        (Group, People) = (group, await Records.MemberLinesAsync(Session.Id, cancel));
        Members = [.. People.Where(p => p.GroupId == groupId)];
        Delegates = this.Choices(People, groupId);
        return true;
    }
}
