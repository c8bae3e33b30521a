namespace ConferenceRecords.Web.Capture;

/// <summary>Whether the browser may keep opinions that are not yet confirmed: not where the portal forbids it, and not on a machine that is shared.</summary>
public static class LocalDrafts
{
    /// <summary>Setting that forbids it on every machine.</summary>
    public const string Setting = "Portal:LocalDrafts";

    private const string Cookie = "may-dung-chung";

    /// <summary>Whether the browser that asks may keep anything.</summary>
    public static bool AreAllowed(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AreAllowedByPortal(context) && !IsShared(context.Request);
    }

    /// <summary>Whether the portal's setting allows it.</summary>
    public static bool AreAllowedByPortal(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<IConfiguration>().GetValue(Setting, true);
    }

    /// <summary>Whether an administrator marked the browser as one of a shared machine.</summary>
    public static bool IsShared(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.ContainsKey(Cookie);
    }

    /// <summary>Marks the browser, or takes the mark off. It outlives every sign-in: 400 days, as long as browsers keep a cookie.</summary>
    public static void Mark(HttpContext context, bool isShared)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromDays(400),
        };
        if (isShared) context.Response.Cookies.Append(Cookie, "1", options);
        else context.Response.Cookies.Delete(Cookie, options);
    }
}
