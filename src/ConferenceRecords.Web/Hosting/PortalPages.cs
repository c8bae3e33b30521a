using ConferenceRecords.Data.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Who may enter which folder of pages; the one place where that is said.</summary>
internal static class PortalPages
{
    private static readonly string[] OfficeFolders = ["/Office", "/Approval", "/Delegate", "/Agency", "/Admin", "/Account"];

    public static IServiceCollection AddPortalPages(this IServiceCollection services, PortalSurfaces surfaces)
    {
        services.AddRazorPages(options =>
            {
                var conventions = options.Conventions;
                conventions.AuthorizeFolder("/Office", nameof(PortalRole.Secretariat));
                conventions.AuthorizeFolder("/Approval", nameof(PortalRole.Approver));
                conventions.AuthorizeFolder("/Delegate", nameof(PortalRole.Delegate));
                conventions.AuthorizeFolder("/Agency", nameof(PortalRole.Agency));
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
            });
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<SharedText>>((options, text) => Say(options.ModelBindingMessageProvider, text));
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = "thong-bao";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSingleton<IHttpResponseStreamWriterFactory, PageWriterFactory>();
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "chong-gia-mao";
            o.Cookie.Path = "/";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        return services;
    }

    /// <summary>What a value says that no list of the form offers: one sentence, whatever the framework finds wrong with it.</summary>
    private static void Say(DefaultModelBindingMessageProvider messages, IStringLocalizer<SharedText> text)
    {
        string BadChoice() => text["Giá trị không hợp lệ. Hãy chọn lại"];
        messages.SetValueMustNotBeNullAccessor(_ => BadChoice());
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => BadChoice());
        messages.SetValueIsInvalidAccessor(_ => BadChoice());
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => BadChoice());
        messages.SetUnknownValueIsInvalidAccessor(_ => BadChoice());
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(BadChoice);
        messages.SetMissingBindRequiredValueAccessor(_ => BadChoice());
    }

    /// <summary>A folder of another surface has no address in this process.</summary>
    private static void Close(PageConventionCollection conventions, string folder) =>
        conventions.AddFolderRouteModelConvention(folder, page => page.Selectors.Clear());
}
