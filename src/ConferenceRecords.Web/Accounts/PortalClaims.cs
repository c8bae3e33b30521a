using System.Security.Claims;
using ConferenceRecords.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ConferenceRecords.Web.Accounts;

/// <summary>Puts the roles of the account's row and the name shown into the sign-in.</summary>
internal sealed class PortalClaims(UserManager<PortalUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<PortalUser>(users, options)
{
    public const string DisplayName = "display-name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(user.Roles.Select(role => new Claim(identity.RoleClaimType, role.ToString())));
        identity.AddClaim(new(DisplayName, user.DisplayName));
        return identity;
    }
}

/// <summary>What pages ask of the person who is signed in.</summary>
public static class SignedInPerson
{
    /// <summary>Key of the account; throws when nobody is signed in.</summary>
    public static Guid UserId(this ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>Name shown.</summary>
    public static string DisplayName(this ClaimsPrincipal person) => person.FindFirstValue(PortalClaims.DisplayName) ?? "";

    /// <summary>Whether the person has a role.</summary>
    public static bool Is(this ClaimsPrincipal person, PortalRole role) => person.IsInRole(role.ToString());
}
