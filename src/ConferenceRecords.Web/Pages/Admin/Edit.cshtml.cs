using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Admin;

/// <summary>Name, roles, delegate, agency, mail and lock of an account. What changes takes effect at the next request of that person.</summary>
public sealed class EditModel(RecordsContext records, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : AccountFormPage(records)
{
    [FromRoute] public Guid UserId { get; set; }

    [BindProperty] public EditInput Input { get; set; } = new();

    public string UserName { get; private set; } = "";

    /// <summary>What somebody else saved in the meantime.</summary>
    public StoredAccount? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } user) return NotFound();
        Input = EditInput.Of(user);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } user) return NotFound();
        if (!Check(Input, new EditInput.Validator())) return this.Refused();
        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        if ((Input.IsDisabled || !Input.Granted.Contains(PortalRole.Administrator)) && user is { IsDisabled: false } && user.Roles.Contains(PortalRole.Administrator)
            && !await Records.AnotherAdministratorAsync(UserId, cancel))
        {
            ModelState.AddModelError("Input.Roles", this.Text()["Đây là quản trị duy nhất còn hoạt động. Hãy cấp vai trò Quản trị cho người khác trước."]);
            return this.Refused();
        }
        if (Input.DelegateId is { } id)
        {
            if (Choices.TiedTo is not null || await Records.Delegates.FindAsync([id], cancel) is not { } person) return NotFound();
            if (!this.Try(() => person.Tie(UserId))) return this.Refused();
        }
        Input.CopyTo(user);
        user.IsDisabled = Input.IsDisabled;

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
        Records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is not { } stored) return NotFound();
        Theirs = new(stored.DisplayName, stored.Roles, Choices.Agencies.FirstOrDefault(a => a.Value == stored.AgencyId.ToString())?.Text, stored.Email, stored.WantsMail, stored.IsDisabled);
        Input = Input with { Stamp = stored.ConcurrencyStamp };
        ModelState.Remove("Input.Stamp");
        return this.Refused();
    }

    private async Task<PortalUser?> LoadAsync(CancellationToken cancel)
    {
        var user = await Records.Users.SingleOrDefaultAsync(u => u.Id == UserId, cancel);
        UserName = user?.UserName ?? "";
        await LoadChoicesAsync(await Records.Delegates.Where(d => d.UserId == UserId).Select(d => d.FullName).SingleOrDefaultAsync(cancel), cancel);
        return user;
    }

    public sealed record StoredAccount(string DisplayName, IReadOnlyList<PortalRole> Roles, string? Agency, string? Email, bool WantsMail, bool IsDisabled);

    public sealed record EditInput : AccountInput
    {
        public string? Stamp { get; init; }

        public bool IsDisabled { get; init; }

        internal static EditInput Of(PortalUser user) => new()
        {
            Stamp = user.ConcurrencyStamp, DisplayName = user.DisplayName, Roles = user.Roles, IsDisabled = user.IsDisabled, AgencyId = user.AgencyId, Email = user.Email, WantsMail = user.WantsMail,
        };

        public sealed class Validator : Rules<EditInput>;
    }
}
