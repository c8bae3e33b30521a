using System.ComponentModel.DataAnnotations;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Admin;

/// <summary>A new password for somebody who forgot the own one; it also ends a lock after too many wrong ones.</summary>
public sealed class PasswordModel(RecordsContext records, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : PageModel
{
    [FromRoute] public Guid UserId { get; set; }

    [BindProperty] public PasswordInput Input { get; set; } = new((string?)null);

    public string UserName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } user) return NotFound();
        if (!this.Validate(Input, new PasswordInput.Validator())) return this.Refused();
        records.Note("account.password-set", nameof(PortalUser), user.Id);

        // Identity sets a first password without the old one; nothing is saved before the new one is accepted.
        (user.PasswordHash, user.LockoutEnd, user.AccessFailedCount) = (null, null, 0);
        var result = await users.AddPasswordAsync(user, Input.Password!);
        if (!result.Succeeded)
        {
            this.Refuse(result);
            return this.Refused();
        }
        if (UserId == User.UserId()) await signIn.RefreshSignInAsync(user);
        this.Say(this.Text()["Đã đặt mật khẩu mới."]);
        return RedirectToPage("Index");
    }

    private async Task<PortalUser?> LoadAsync(CancellationToken cancel)
    {
        var user = await records.Users.FindAsync([UserId], cancel);
        UserName = user?.UserName ?? "";
        return user;
    }

    public sealed record PasswordInput([DataType(DataType.Password)] string? Password)
    {
        public sealed class Validator : AbstractValidator<PasswordInput>
        {
            public Validator() => RuleFor(x => x.Password).Text(1000, "Nhập mật khẩu mới", "Mật khẩu quá dài");
        }
    }
}
