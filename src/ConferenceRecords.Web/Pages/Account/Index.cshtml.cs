using System.ComponentModel.DataAnnotations;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Account;

/// <summary>Who I am here, my mail and my password.</summary>
public sealed class IndexModel(RecordsContext records, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : PageModel
{
    [BindProperty] public PasswordInput Input { get; set; } = new(null, null, null);

    [BindProperty] public MailInput Mail { get; set; } = new(null, false);

    public string UserName { get; private set; } = "";

    public IReadOnlyList<PortalRole> Roles { get; private set; } = [];

    public async Task OnGetAsync() => Mail = MailInput.Of(await LoadAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await LoadAsync();
        Mail = MailInput.Of(user);
        if (!this.Validate(Input, new PasswordInput.Validator())) return this.Refused();
        records.Note("account.password-changed", nameof(PortalUser), user.Id);
        var result = await users.ChangePasswordAsync(user, Input.OldPassword!, Input.Password!);
        if (!result.Succeeded)
        {
            this.Refuse(result);
            return this.Refused();
        }

        // Every other sign-in with the old password ends; this one goes on.
        await signIn.RefreshSignInAsync(user);
        this.Say(this.Text()["Đã đổi mật khẩu."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostMailAsync()
    {
        var user = await LoadAsync();
        if (!this.Validate(Mail, new MailInput.Validator(), nameof(Mail))) return this.Refused();
        (user.Email, user.WantsMail) = (EmailRules.Clean(Mail.Email), Mail.WantsMail);
        var result = await users.UpdateAsync(user);
        if (!result.Succeeded)
        {
            this.Refuse(result);
            return this.Refused();
        }
        this.Say(user switch
        {
            { Email: null } => this.Text()["Đã lưu. Không có địa chỉ thư nên cổng không gửi thư."],
            { WantsMail: true } => this.Text()["Đã lưu. Cổng gửi thư đến {0}.", user.Email],
            _ => this.Text()["Đã lưu. Cổng không gửi thư cho đồng chí."],
        });
        return RedirectToPage();
    }

    private async Task<PortalUser> LoadAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        (UserName, Roles) = (user.UserName!, [.. user.Roles.Order()]);
        return user;
    }

    public sealed record PasswordInput(
        [DataType(DataType.Password)] string? OldPassword, [DataType(DataType.Password)] string? Password, [DataType(DataType.Password)] string? Repeated)
    {
        public sealed class Validator : AbstractValidator<PasswordInput>
        {
            public Validator()
            {
                RuleFor(x => x.OldPassword).Text(1000, "Nhập mật khẩu hiện tại", "Mật khẩu quá dài");
                RuleFor(x => x.Password).Text(1000, "Nhập mật khẩu mới", "Mật khẩu quá dài");
                RuleFor(x => x.Repeated).Equal(x => x.Password).WithMessage("Hai lần nhập mật khẩu mới không giống nhau");
            }
        }
    }

    public sealed record MailInput(string? Email, bool WantsMail)
    {
        internal static MailInput Of(PortalUser user) => new(user.Email, user.WantsMail);

        public sealed class Validator : AbstractValidator<MailInput>
        {
            public Validator() => RuleFor(x => x.Email).OptionalEmail();
        }
    }
}
