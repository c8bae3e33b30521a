using ConferenceRecords.Data.Accounts;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Who may enter which folder of pages; the one place where that is said.</summary>
internal static class PortalPages
{
    private static readonly string[] OfficeFolders = ["/Office", "/Approval", "/Delegate", "/Admin", "/Account"];

    public static IServiceCollection AddPortalPages(this IServiceCollection services, PortalSurfaces surfaces)
    {
        services.AddRazorPages(options =>
            {
                var conventions = options.Conventions;
                conventions.AuthorizeFolder("/Office", nameof(PortalRole.Secretariat));
                conventions.AuthorizeFolder("/Approval", nameof(PortalRole.Approver));
                conventions.AuthorizeFolder("/Delegate", nameof(PortalRole.Delegate));
                conventions.AuthorizeFolder("/Admin", nameof(PortalRole.Administrator));
                conventions.AuthorizeFolder("/Account");
                conventions.AllowAnonymousToPage("/Account/SignIn");
                conventions.AllowAnonymousToFolder("/Public");
                conventions.AllowAnonymousToFolder("/Errors");
                if (!surfaces.HasFlag(PortalSurfaces.Public)) Close(conventions, "/Public");
                if (!surfaces.HasFlag(PortalSurfaces.Office)) foreach (var folder in OfficeFolders) Close(conventions, folder);
            })
            .AddMvcOptions(options => options.ModelBinderProviders.Insert(0, new CleanTextBinderProvider()));
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "chong-gia-mao";
            o.Cookie.Path = "/";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        return services;
    }

    /// <summary>A folder of another surface has no address in this process.</summary>
    private static void Close(PageConventionCollection conventions, string folder) =>
        conventions.AddFolderRouteModelConvention(folder, page => page.Selectors.Clear());
}
