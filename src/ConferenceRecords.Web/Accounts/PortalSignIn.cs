using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ConferenceRecords.Web.Accounts;

/// <summary>Accounts, cookie and rights.</summary>
internal static class PortalSignIn
{
    /// <summary>Shortest password, in characters: 15 where no second factor is asked (NIST SP 800-63B-4).</summary>
    public const int PasswordLength = 15;

    public static IServiceCollection AddPortalSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddDataProtection().SetApplicationName("ConferenceRecords").PersistKeysToDbContext<RecordsContext>();
        services.AddPortalAccounts();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            // __Host- binds the cookie to this host over TLS; Development runs on plain http.
            cookie.Cookie.Name = environment.IsDevelopment() ? "ho-so" : "__Host-ho-so";
            cookie.Cookie.Path = "/";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.CookieManager = new PrivateCookie();
            cookie.LoginPath = "/dang-nhap";
            cookie.LogoutPath = "/dang-xuat";
            cookie.ReturnUrlParameter = "tro-lai";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = async context =>
            {
                await SecurityStampValidator.ValidatePrincipalAsync(context);
                if (context.Request.IsAskedByAnOpenPage()) context.ShouldRenew = false;
            };
            cookie.Events.OnCheckSlidingExpiration = context =>
            {
                if (context.Request.IsAskedByAnOpenPage()) context.ShouldRenew = false;
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToLogin = context =>
            {
                // A script that stores or asks has no use for the sign-in page: it keeps what it holds and lets the person sign in.
                if (context.Request.AsksForJson()) return context.HttpContext.AnswerAsync(StatusCodes.Status401Unauthorized);
                context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                // Not 403: an address of another role, and what may be behind it, is nobody else's knowledge.
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });

        // Each request asks whether the account still holds: a lock or a lost role takes effect at the next click.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(nameof(PortalRole.Secretariat), p => p.RequireRole(nameof(PortalRole.Secretariat)))
            .AddPolicy(nameof(PortalRole.Approver), p => p.RequireRole(nameof(PortalRole.Approver)))
            .AddPolicy(nameof(PortalRole.Delegate), p => p.RequireRole(nameof(PortalRole.Delegate)))
            .AddPolicy(nameof(PortalRole.Agency), p => p.RequireRole(nameof(PortalRole.Agency)))
            .AddPolicy(nameof(PortalRole.Administrator), p => p.RequireRole(nameof(PortalRole.Administrator)));
        return services;
    }

    /// <summary>Accounts without the web part, for the verbs too.</summary>
    public static IdentityBuilder AddPortalAccounts(this IServiceCollection services) =>
        services.AddIdentityCore<PortalUser>(o =>
            {
                o.Password.RequiredLength = PasswordLength;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 10;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                o.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-.@_";
            })
            .AddSignInManager<PortalSignInManager>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddErrorDescriber<VietnameseIdentityErrors>()
            .AddEntityFrameworkStores<RecordsContext>();

    /// <summary>Tells the audit trail who acts.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated == true) context.RequestServices.GetRequiredService<Actor>().UserId = context.User.UserId();
        return next(context);
    });
}

/// <summary>Refuses accounts that an administrator disabled, and demonstration accounts outside Development.</summary>
internal sealed class PortalSignInManager(
    UserManager<PortalUser> users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<PortalUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> log, Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalUser> confirmation, IHostEnvironment environment)
    : SignInManager<PortalUser>(users, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(PortalUser user) =>
        !user.IsDisabled && (!user.IsDemonstration || environment.IsDevelopment()) && await base.CanSignInAsync(user);

    public override async Task<PortalUser?> ValidateSecurityStampAsync(System.Security.Claims.ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } user && await CanSignInAsync(user) ? user : null;
}
