using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Accounts;

/// <summary>What the forms about accounts share.</summary>
internal static class AccountForms
{
    /// <summary>Puts what Identity refused beside the field it is about.</summary>
    public static void Refuse(this PageModel page, IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            var field = error.Code switch
            {
                nameof(IdentityErrorDescriber.PasswordMismatch) => "Input.OldPassword",
                var code when code.StartsWith("Password", StringComparison.Ordinal) => "Input.Password",
                var code when code.EndsWith("UserName", StringComparison.Ordinal) => "Input.UserName",
                _ => "",
            };
            if (error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)) page.Response.StatusCode = StatusCodes.Status409Conflict;
            page.ModelState.AddModelError(field, page.Text()[error.Description]);
        }
    }

    /// <summary>Delegates that have no account yet, by given name.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> FreeDelegatesAsync(this RecordsContext records, CancellationToken cancel)
    {
        var delegates = await records.Delegates.Where(d => d.UserId == null).Select(d => new { d.Id, d.FullName, d.Unit }).ToListAsync(cancel);
        return
        [
            .. delegates.OrderBy(d => d.FullName, PersonName.Order)
                .Select(d => new SelectListItem(d.Unit is null ? d.FullName : $"{d.FullName} - {d.Unit}", d.Id.ToString())),
        ];
    }

    /// <summary>
    /// Keeps at least one administrator who can sign in. Two who lock each other out at the same moment wait here for each other: call it in the
    /// transaction of the change.
    /// </summary>
    public static async Task<bool> AnotherAdministratorAsync(this RecordsContext records, Guid userId, CancellationToken cancel)
    {
        await records.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('administrators'))", cancel);
        var others = await records.Users.AsNoTracking().Where(u => u.Id != userId && !u.IsDisabled).Select(u => u.Roles).ToListAsync(cancel);
        return others.Exists(roles => roles.Contains(PortalRole.Administrator));
    }
}
