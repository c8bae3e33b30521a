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

/// <summary>Name, roles, delegate and lock of an account. What changes takes effect at the next request of that person.</summary>
public sealed class EditModel(RecordsContext records, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : PageModel
{
    [FromRoute] public Guid UserId { get; set; }

    [BindProperty] public AccountInput Input { get; set; } = new(null, null, [], false, null);

    public string UserName { get; private set; } = "";

    /// <summary>The delegate that this account belongs to.</summary>
    public string? TiedTo { get; private set; }

    public AccountInput? Theirs { get; private set; }

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } user) return NotFound();
        Input = AccountInput.Of(user);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } user) return NotFound();
        if (!this.Validate(Input, new AccountInput.Validator())) return this.Refused();
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        if ((Input.IsDisabled || !Input.Granted.Contains(PortalRole.Administrator)) && user is { IsDisabled: false } && user.Roles.Contains(PortalRole.Administrator)
            && !await records.AnotherAdministratorAsync(UserId, cancel))
        {
            ModelState.AddModelError("Input.Roles", this.Text()["Đây là quản trị duy nhất còn hoạt động. Hãy cấp vai trò Quản trị cho người khác trước."]);
            return this.Refused();
        }
        if (Input.DelegateId is { } id)
        {
            if (TiedTo is not null || await records.Delegates.FindAsync([id], cancel) is not { } person) return NotFound();
            if (!this.Try(() => person.Tie(UserId))) return this.Refused();
        }
        (user.DisplayName, user.Roles, user.IsDisabled) = (Input.DisplayName!, [.. Input.Granted], Input.IsDisabled);

        // With the new security stamp every sign-in of this person is asked again. The store saves against the stamp that it read just now, so that the
        // one of the form is compared here.
        var result = Input.Stamp == user.ConcurrencyStamp ? await users.UpdateSecurityStampAsync(user) : IdentityResult.Failed(users.ErrorDescriber.ConcurrencyFailure());
        if (result.Succeeded)
        {
            await transaction.CommitAsync(cancel);
            if (UserId == User.UserId()) await signIn.RefreshSignInAsync(user);
            this.Say(this.Text()["Đã lưu tài khoản."]);
            return RedirectToPage("Index");
        }
        this.Refuse(result);
        records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is not { } stored) return NotFound();
        Theirs = AccountInput.Of(stored);
        Input = Input with { Stamp = Theirs.Stamp };
        ModelState.Remove("Input.Stamp");
        return this.Refused();
    }

    private async Task<PortalUser?> LoadAsync(CancellationToken cancel)
    {
        var user = await records.Users.SingleOrDefaultAsync(u => u.Id == UserId, cancel);
        UserName = user?.UserName ?? "";
        TiedTo = await records.Delegates.Where(d => d.UserId == UserId).Select(d => d.FullName).SingleOrDefaultAsync(cancel);
        Delegates = await records.FreeDelegatesAsync(cancel);
        return user;
    }

    public sealed record AccountInput(string? Stamp, string? DisplayName, List<PortalRole>? Roles, bool IsDisabled, Guid? DelegateId)
    {
        internal static AccountInput Of(PortalUser user) => new(user.ConcurrencyStamp, user.DisplayName, user.Roles, user.IsDisabled, null);

        /// <summary>The roles ticked; a form without any tick brings none at all.</summary>
        public IReadOnlyList<PortalRole> Granted => [.. (Roles ?? []).Distinct().Order()];

        public sealed class Validator : AbstractValidator<AccountInput>
        {
            public Validator()
            {
                RuleFor(x => x.DisplayName).Text(200, "Nhập họ và tên", "Họ và tên dài quá 200 ký tự");
                RuleFor(x => x.DelegateId).Must((input, id) => id is null || input.Granted.Contains(PortalRole.Delegate)).WithMessage("Chọn thêm vai trò Đại biểu, hoặc bỏ chọn đại biểu");
            }
        }
    }
}
