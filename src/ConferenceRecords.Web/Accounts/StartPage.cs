using System.Security.Claims;
using ConferenceRecords.Data.Accounts;

namespace ConferenceRecords.Web.Accounts;

/// <summary>Where a person starts after the sign-in: the place of the first role.</summary>
internal static class StartPage
{
    public static string Home(this ClaimsPrincipal person, PathString pathBase) => Enum.GetValues<PortalRole>().Where(person.Is).Home(pathBase);

    public static string Home(this IEnumerable<PortalRole> roles, PathString pathBase) => pathBase + (roles.Order().Cast<PortalRole?>().FirstOrDefault() switch
    {
        PortalRole.Secretariat => "/van-phong",
        PortalRole.Approver => "/van-phong/duyet",
        PortalRole.Delegate => "/dai-bieu",
        PortalRole.Agency => "/co-quan",
        PortalRole.Administrator => "/quan-tri",
        _ => "/tai-khoan",
    });
}
