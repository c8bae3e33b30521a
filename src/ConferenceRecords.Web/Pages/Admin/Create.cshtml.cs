using System.ComponentModel.DataAnnotations;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Admin;

/// <summary>A new account.</summary>
public sealed class CreateModel(RecordsContext records, UserManager<PortalUser> users) : PageModel
{
    [BindProperty] public AccountInput Input { get; set; } = new(default, null, null, [], null, null);

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = Input with { Id = Guid.CreateVersion7() };
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Validate(Input, new AccountInput.Validator())) return this.Refused();
        if (await records.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Input.Id, cancel) is { } there)
        {
            if ((there.UserName, there.DisplayName) == (Input.UserName, Input.DisplayName) && there.Roles.SequenceEqual(Input.Granted)) return Done();
            return this.KeyTaken(id => Input = Input with { Id = id });
        }

        var user = new PortalUser { Id = Input.Id, UserName = Input.UserName, DisplayName = Input.DisplayName!, Roles = [.. Input.Granted] };
        if (Input.DelegateId is { } id)
        {
            var person = await records.Delegates.FindAsync([id], cancel);
            if (person is null) return NotFound();
            if (!this.Try(() => person.Tie(user.Id))) return this.Refused();
        }
        records.Note("account.created", nameof(PortalUser), user.Id);

        // One save: the account, the tie to the delegate and the audit entries are there together or not at all.
        var result = await users.CreateAsync(user, Input.Password!);
        if (result.Succeeded) return Done();
        this.Refuse(result);
        return this.Refused();
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã tạo tài khoản."]);
        return RedirectToPage("Index");
    }

    private async Task LoadAsync(CancellationToken cancel) => Delegates = await records.FreeDelegatesAsync(cancel);

    public sealed record AccountInput(
        Guid Id, string? UserName, string? DisplayName, List<PortalRole>? Roles, Guid? DelegateId, [DataType(DataType.Password)] string? Password)
    {
        /// <summary>The roles ticked; a form without any tick brings none at all.</summary>
        public IReadOnlyList<PortalRole> Granted => [.. (Roles ?? []).Distinct().Order()];

        public sealed class Validator : AbstractValidator<AccountInput>
        {
            public Validator()
            {
                RuleFor(x => x.Id).NotEmpty().WithMessage("Biểu mẫu không đầy đủ. Hãy tải lại trang");
                RuleFor(x => x.UserName).Text(100, "Nhập tên đăng nhập", "Tên đăng nhập quá dài");
                RuleFor(x => x.DisplayName).Text(200, "Nhập họ và tên", "Họ và tên dài quá 200 ký tự");
                RuleFor(x => x.Password).Text(1000, "Nhập mật khẩu", "Mật khẩu quá dài");
                RuleFor(x => x.DelegateId).Must((input, id) => id is null || input.Granted.Contains(PortalRole.Delegate)).WithMessage("Chọn thêm vai trò Đại biểu, hoặc bỏ chọn đại biểu");
            }
        }
    }
}
