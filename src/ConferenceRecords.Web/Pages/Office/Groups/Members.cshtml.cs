using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>Who is in which discussion group: everybody who is invited on one screen, those without a group first.</summary>
public sealed class MembersModel(RecordsContext records) : SessionPage(records)
{
    /// <summary>Most moves that fit the address which undoes them.</summary>
    private const int MostUndone = 120;

    public IReadOnlyList<GroupLine> Groups { get; private set; } = [];

    /// <summary>Each person with the choice that the form shows.</summary>
    public IReadOnlyList<(DelegateLine Person, GroupMove Move)> Rows { get; private set; } = [];

    /// <summary>People dealt over the groups but not saved; null when nobody pressed that button.</summary>
    public int? Dealt { get; private set; }

    /// <summary>Those whom somebody else moved since the form was opened, with the group they are in now.</summary>
    public IReadOnlyList<(string Person, string? Group)> Moved { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync([], cancel);

    public async Task<IActionResult> OnPostDealAsync([FromForm(Name = "chon")] List<string> choices, CancellationToken cancel)
    {
        if (!await LoadAsync(choices, cancel)) return this.Refused();
        if (Groups.Count == 0) return Page();
        var dealt = GroupMove.Deal([.. Rows.Select(r => r.Move)], [.. Groups.Select(g => g.Id)]);
        Dealt = Rows.Count(r => r.Move.To is null);
        Rows = [.. Rows.Zip(dealt, (row, move) => (row.Person, move))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "chon")] List<string> choices, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        if (!await LoadAsync(choices, cancel)) return this.Refused();
        var moves = Rows.Select(r => r.Move).Where(m => m.Changes).ToList();
        if (Moved.Count > 0)
        {
            ModelState.AddModelError("", this.Text()["Người khác vừa chia lại {0} đại biểu mà đồng chí cũng chia. Lựa chọn của đồng chí vẫn còn trong danh sách; bấm lưu lần nữa để giữ.", Moved.Count]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        await MoveAsync(moves, cancel);
        await transaction.CommitAsync(cancel);
        var undo = moves.Count is > 0 and <= MostUndone ? Url.Page("Members", "Undo", new { id = Session.Id, viec = GroupMove.Write(moves) }) : null;
        this.Say(moves.Count == 0 ? this.Text()["Danh sách không có thay đổi."] : this.Text()["Đã chia {0} đại biểu.", moves.Count], undo);
        return RedirectToPage("Members", new { id = Session.Id });
    }

    public async Task<IActionResult> OnPostUndoAsync([FromQuery(Name = "viec")] string? moves, CancellationToken cancel)
    {
        if (GroupMove.ReadAll(moves) is not { } done || done.DistinctBy(m => m.DelegateId).Count() != done.Count) return NotFound();
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        await LoadAsync([], cancel);
        var now = Rows.ToDictionary(r => r.Person.Id, r => r.Move.From);

        // Whoever was moved once more since then stays there.
        var back = done.Where(m => now.TryGetValue(m.DelegateId, out var group) && group == m.To && (m.From is null || Groups.Any(g => g.Id == m.From)))
            .Select(m => new GroupMove(m.DelegateId, m.To, m.From)).ToList();
        await MoveAsync(back, cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã trả {0} đại biểu về tổ cũ.", back.Count]);
        return RedirectToPage("Members", new { id = Session.Id });
    }

    private async Task MoveAsync(IReadOnlyList<GroupMove> moves, CancellationToken cancel)
    {
        var targets = moves.ToDictionary(m => m.DelegateId, m => m.To);
        foreach (var invitation in await Records.Invitations.Where(i => i.SessionId == Session.Id && targets.Keys.Contains(i.DelegateId)).ToListAsync(cancel))
            invitation.Join(targets[invitation.DelegateId]);
        await Records.SaveChangesAsync(cancel);
    }

    /// <summary>Reads the people and lays the choices of the form over them; false when one of the choices is none of this session's.</summary>
    private async Task<bool> LoadAsync(IReadOnlyList<string> choices, CancellationToken cancel)
    {
        Groups = [.. (await Records.GroupLinesAsync(Session.Id, cancel)).Where(g => g.RemovedAt is null)];
        var names = Groups.ToDictionary(g => g.Id, g => g.Name);
        var read = choices.Select(GroupMove.Read).ToList();
        var chosen = read.OfType<GroupMove>().GroupBy(m => m.DelegateId).ToDictionary(g => g.Key, g => g.First());
        var unknown = read.Exists(m => m is null || (m.To is { } to && !names.ContainsKey(to)));
        if (unknown) ModelState.AddModelError("", this.Text()["Có tổ đã bị giải thể hoặc lựa chọn không hợp lệ. Hãy xem lại danh sách rồi lưu lần nữa."]);

        // A group may come back while the page is made.
        var people = (await Records.MemberLinesAsync(Session.Id, cancel)).ConvertAll(p => p.GroupId is { } now && !names.ContainsKey(now) ? p with { GroupId = null } : p);
        Moved =
        [
            .. people.Where(p => chosen.GetValueOrDefault(p.Person.Id) is { Changes: true } mine && mine.From != p.GroupId && mine.To != p.GroupId)
                .Select(p => (p.Person.NameAndPlace, p.GroupId is { } now ? names[now] : null)),
        ];
        var order = Groups.Index().ToDictionary(g => g.Item.Id, g => g.Index);
        Rows = [.. people.OrderBy(p => p.GroupId is { } now ? order[now] : -1).Select(p => (p.Person, new GroupMove(p.Person.Id, p.GroupId, Chosen(p))))];
        return !unknown;

        Guid? Chosen(MemberLine line) =>
            chosen.GetValueOrDefault(line.Person.Id) is { Changes: true } mine && (mine.To is null || names.ContainsKey(mine.To.Value)) ? mine.To : line.GroupId;
    }
}
