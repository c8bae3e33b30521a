using ConferenceRecords.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Account;

/// <summary>Ends the sign-in; by a form only, so that no link of another page can do it.</summary>
public sealed class SignOutModel(SignInManager<PortalUser> signIn) : PageModel
{
    /// <summary>Signs out and clears what the browser keeps.</summary>
    /// <param name="keep">Another person's opinions wait in this browser to be sent: a script has removed this person's own, the others stay.</param>
    public async Task<IActionResult> OnPostAsync(bool keep)
    {
        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = keep ? "\"cache\"" : "\"cache\", \"storage\"";
        return LocalRedirect(Request.PathBase + "/dang-nhap");
    }
}
