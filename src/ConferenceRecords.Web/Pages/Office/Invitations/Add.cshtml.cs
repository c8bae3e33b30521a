using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Invitations;

/// <summary>A person who is not in the directory yet: entered and invited in one act. Who may be the same person is shown first.</summary>
public sealed class AddModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public DelegateInput Input { get; set; } = null!;

    /// <summary>Those of the directory who may be the same person.</summary>
    public IReadOnlyList<DelegateLine> Same { get; private set; } = [];

    public void OnGet() => Input = new(Guid.CreateVersion7(), null, null, null, true, false);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Validate(Input, new DelegateInput.Validator())) return this.Refused();
        var (name, position, unit) = (VietnameseText.CleanLine(Input.FullName!), TextRules.ToLine(Input.Position), TextRules.ToLine(Input.Unit));
        if (await Records.Delegates.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Input.Id, cancel) is { } stored)
        {
            if ((stored.FullName, stored.Position, stored.Unit) == (name, position, unit)) return Done(name);
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        Same = Input.AddAnyway ? [] : await Records.SamePersonAsync(name, unit, cancel);
        if (Same.Count > 0)
        {
            ModelState.AddModelError("Input.FullName", this.Text()["Danh bạ đã có người cùng tên. Kiểm tra danh sách ở dưới trước khi thêm"]);
            return this.Refused();
        }
        if (!this.Try(() => Records.AddRange(
                new Domain.People.Delegate(Input.Id, name, position, unit, Input.IsMember), new Invitation(Guid.CreateVersion7(), Session.Id, Input.Id, clock.GetUtcNow()))))
        {
            return this.Refused();
        }
        return await this.SaveAsync(Records, cancel) == SaveResult.Saved ? Done(name) : this.Refused();
    }

    private RedirectToPageResult Done(string name)
    {
        this.Say(this.Text()["Đã thêm {0} vào danh bạ và mời dự hội nghị.", name]);
        return RedirectToPage("Index", new { id = Session.Id });
    }

    public sealed record DelegateInput(Guid Id, string? FullName, string? Position, string? Unit, bool IsMember, bool AddAnyway)
    {
        public sealed class Validator : AbstractValidator<DelegateInput>
        {
            public Validator()
            {
                RuleFor(x => x.FullName).Text(200, "Nhập họ và tên", "Họ và tên dài quá 200 ký tự");
                RuleFor(x => x.Position).OptionalText(300, "Chức vụ dài quá 300 ký tự. Hãy rút gọn");
                RuleFor(x => x.Unit).OptionalText(300, "Tên đơn vị dài quá 300 ký tự. Hãy rút gọn");
            }
        }
    }
}
