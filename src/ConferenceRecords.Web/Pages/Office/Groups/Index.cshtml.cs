using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.Opinions;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>The discussion groups of a session, and the form that adds one or, with <c>?sua=</c>, names leader and secretary of one anew.</summary>
public sealed class IndexModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public GroupInput Input { get; set; } = null!;

    [BindProperty(Name = "sua", SupportsGet = true)] public Guid? EditedId { get; set; }

    public IReadOnlyList<GroupLine> Groups { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    public GroupLine? Edited => Groups.FirstOrDefault(g => g.Id == EditedId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (EditedId is not null && Edited is null) return NotFound();
        Input = new(Edited?.Id ?? Guid.CreateVersion7(), Edited?.Name, Edited?.LeaderId, Edited?.SecretaryId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (EditedId is not null && Edited is null) return NotFound();
        if (Edited is not null) Input = Input with { Name = Edited.Name };
        this.Validate(Input, new GroupInput.Validator());
        Check(Input.LeaderId, nameof(Input.LeaderId));
        Check(Input.SecretaryId, nameof(Input.SecretaryId));
        if (!ModelState.IsValid) return this.Refused();
        var name = VietnameseText.CleanLine(Input.Name!);
        if (Edited is not null)
        {
            (await Records.DiscussionGroups.SingleAsync(g => g.Id == Edited.Id, cancel)).Appoint(Input.LeaderId, Input.SecretaryId);
        }
        else if (Groups.FirstOrDefault(g => g.Id == Input.Id) is { } stored && (stored.Name, stored.LeaderId, stored.SecretaryId) == (name, Input.LeaderId, Input.SecretaryId))
        {
            return Done(name);
        }
        else if (await Records.DiscussionGroups.AnyAsync(g => g.Id == Input.Id, cancel))
        {
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        else if (Groups.Any(g => VietnameseText.AccentedKey(g.Name) == VietnameseText.AccentedKey(name)))
        {
            ModelState.AddModelError("Input.Name", this.Text()["Đã có tổ mang tên này. Nhập tên khác"]);
            return this.Refused();
        }
        else
        {
            var group = new DiscussionGroup(Input.Id, Session.Id, name);
            group.Appoint(Input.LeaderId, Input.SecretaryId);
            Records.Add(group);
        }
        return await this.SaveAsync(Records, cancel) == SaveResult.Saved ? Done(name) : this.Refused();
    }

    private void Check(Guid? delegateId, string field)
    {
        if (delegateId is { } id && Delegates.All(d => d.Value != id.ToString()))
            ModelState.AddModelError($"Input.{field}", this.Text()["Người này không được mời dự hội nghị. Chọn lại"]);
    }

    private RedirectToPageResult Done(string name)
    {
        this.Say(this.Text()["Đã lưu {0}.", name]);
        return RedirectToPage(new { id = Session.Id, sua = (Guid?)null });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Delegates = DelegateChoices.Of(await Records.InvitedDelegatesAsync(Session.Id, cancel));
        var groups = await (
            from g in Records.DiscussionGroups.AsNoTracking()
            join l in Records.Delegates on g.LeaderId equals l.Id into leaders
            from l in leaders.DefaultIfEmpty()
            join s in Records.Delegates on g.SecretaryId equals s.Id into secretaries
            from s in secretaries.DefaultIfEmpty()
            where g.SessionId == Session.Id
            select new GroupLine(g.Id, g.Name, g.LeaderId, l.FullName, g.SecretaryId, s.FullName)).ToListAsync(cancel);
        Groups = [.. groups.OrderBy(g => g.Name, VietnameseOrder.Comparer)];
    }

    public sealed record GroupLine(Guid Id, string Name, Guid? LeaderId, string? Leader, Guid? SecretaryId, string? Secretary);

    public sealed record GroupInput(Guid Id, string? Name, Guid? LeaderId, Guid? SecretaryId)
    {
        public sealed class Validator : AbstractValidator<GroupInput>
        {
            public Validator() => RuleFor(x => x.Name).Text(100, "Nhập tên tổ, ví dụ Tổ 1", "Tên tổ dài quá 100 ký tự. Hãy rút gọn");
        }
    }
}
