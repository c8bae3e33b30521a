using System.ComponentModel.DataAnnotations;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Account;

/// <summary>Sign-in with one message for every failure, so that nobody learns which accounts exist.</summary>
public sealed class SignInModel(
    SignInManager<PortalUser> signIn, UserManager<PortalUser> users, RecordsContext records, TimeProvider clock, IHostEnvironment environment, Actor actor) : PageModel
{
    [BindProperty] public SignInInput Input { get; set; } = new(null, null);

    [BindProperty(Name = "tro-lai", SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemonstrationAccount> Demonstration { get; private set; } = [];

    public static string DemonstrationPassword => Seed.DemonstrationPassword;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (User.Identity?.IsAuthenticated == true) return LocalRedirect(User.Home(Request.PathBase));
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Validate(Input, new SignInInput.Validator())) return this.Refused();
        var user = await users.FindByNameAsync(Input.UserName!.Trim());
        var result = user is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.PasswordSignInAsync(user, Input.Password!, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            // Hashing for an unknown name and a locked account too: the time of the answer says nothing either.
            if (user is null || result.IsNotAllowed || result.IsLockedOut) _ = users.PasswordHasher.HashPassword(new(), Input.Password!);
            ModelState.AddModelError("", this.Text()["Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa. Sau 10 lần sai, tài khoản tạm khóa 15 phút."]);
            return this.Refused();
        }
        (actor.UserId, user!.LastSignInAt) = (user.Id, clock.GetUtcNow());
        records.Note("account.signed-in", nameof(PortalUser), user.Id);
        await records.SaveChangesAsync(cancel);
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : LocalRedirect(user.Roles.Home(Request.PathBase));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        if (!environment.IsDevelopment()) return;
        var accounts = await records.Users.AsNoTracking().Where(u => u.IsDemonstration).OrderBy(u => u.UserName)
            .Select(u => new { u.UserName, u.DisplayName, u.Roles }).ToListAsync(cancel);
        Demonstration = [.. accounts.Select(u => new DemonstrationAccount(u.UserName!, u.DisplayName, u.Roles))];
    }

    public sealed record DemonstrationAccount(string UserName, string DisplayName, IReadOnlyList<PortalRole> Roles);

    public sealed record SignInInput(string? UserName, [DataType(DataType.Password)] string? Password)
    {
        public sealed class Validator : AbstractValidator<SignInInput>
        {
            public Validator()
            {
                RuleFor(x => x.UserName).Text(256, "Nhập tên đăng nhập", "Tên đăng nhập quá dài");
                RuleFor(x => x.Password).Text(1000, "Nhập mật khẩu", "Mật khẩu quá dài");
            }
        }
    }
}
