using ConferenceRecords.Web.OpenData;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Headers of every answer, errors included.</summary>
internal static class SecurityHeaders
{
    public static IApplicationBuilder UsePortalHeaders(this IApplicationBuilder app)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(p => p.SameOrigin())
            .AddCrossOriginResourcePolicy(p => p.SameOrigin())
            .AddCustomHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains(63072000)
            .RemoveServerHeader()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
            });

        // What is registered first runs last, after the policy.
        app.Use((context, next) =>
        {
            // Asked now: an error page is made under an address of its own.
            var (isOpenData, isPrivate) = (DataAddresses.IsOpenData(context.Request.Path), PortalPaths.IsPrivate(context.Request.Path));
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                if (isOpenData) headers["Cross-Origin-Resource-Policy"] = "cross-origin";

                // A file is no page: whatever a browser does with it all the same, it does without script and without our origin.
                if (headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal)) headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
                if (isPrivate)
                {
                    headers.CacheControl = "no-store";
                    headers["X-Robots-Tag"] = "noindex";
                }
                else if (headers.CacheControl.Count == 0)
                {
                    // A public page may be kept, but is asked for again: a new edition is seen at once.
                    headers.CacheControl = "no-cache";
                }
                return Task.CompletedTask;
            });
            return next(context);
        });
        return app.UseSecurityHeaders(policy);
    }
}

/// <summary>Which addresses belong to which audience.</summary>
internal static class PortalPaths
{
    private static readonly string[] Private = ["/van-phong", "/dai-bieu", "/co-quan", "/quan-tri", "/dang-nhap", "/dang-xuat", "/tai-khoan"];

    /// <summary>Whether an address belongs to signed-in people (or leads there).</summary>
    public static bool IsPrivate(PathString path)
    {
        foreach (var prefix in Private) if (path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
