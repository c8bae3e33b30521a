using System.ComponentModel.DataAnnotations;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Admin;

/// <summary>A new account.</summary>
public sealed class CreateModel(RecordsContext records, UserManager<PortalUser> users) : AccountFormPage(records)
{
    [BindProperty] public CreateInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = new() { Id = Guid.CreateVersion7(), WantsMail = true };
        await LoadChoicesAsync(null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadChoicesAsync(null, cancel);
        if (!Check(Input, new CreateInput.Validator())) return this.Refused();
        if (await Records.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Input.Id, cancel) is { } there)
        {
            if ((there.UserName, there.DisplayName) == (Input.UserName, Input.DisplayName) && there.Roles.SequenceEqual(Input.Granted)) return Done();
            return this.KeyTaken(id => Input = Input with { Id = id });
        }

        var user = new PortalUser { Id = Input.Id, UserName = Input.UserName };
        Input.CopyTo(user);
        if (Input.DelegateId is { } id)
        {
            var person = await Records.Delegates.FindAsync([id], cancel);
            if (person is null) return NotFound();
            if (!this.Try(() => person.Tie(user.Id))) return this.Refused();
        }
        Records.Note("account.created", nameof(PortalUser), user.Id);

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

    public sealed record CreateInput : AccountInput
    {
        public Guid Id { get; init; }

        public string? UserName { get; init; }

        [DataType(DataType.Password)] public string? Password { get; init; }

        public sealed class Validator : Rules<CreateInput>
        {
            public Validator()
            {
                RuleFor(x => x.Id).NotEmpty().WithMessage("Biểu mẫu không đầy đủ. Hãy tải lại trang");
                RuleFor(x => x.UserName).Text(100, "Nhập tên đăng nhập", "Tên đăng nhập quá dài");
                RuleFor(x => x.Password).Text(1000, "Nhập mật khẩu", "Mật khẩu quá dài");
            }
        }
    }
}
