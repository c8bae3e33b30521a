using ConferenceRecords.Data.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Who may enter which folder of pages; the one place where that is said.</summary>
internal static class PortalPages
{
    private const string BadChoice = "Giá trị không hợp lệ. Hãy chọn lại";

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
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
                options.Filters.Add<BrokenRuleFilter>();
                options.Filters.Add<MissingHandlerFilter>();

                // What must be there is said by each form's own rules, in Vietnamese.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => BadChoice);
                options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => BadChoice);
                options.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => BadChoice);
                options.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => BadChoice);
                options.ModelBindingMessageProvider.SetUnknownValueIsInvalidAccessor(_ => BadChoice);
                options.ModelBindingMessageProvider.SetMissingBindRequiredValueAccessor(_ => BadChoice);
            });
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = "thong-bao";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
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
