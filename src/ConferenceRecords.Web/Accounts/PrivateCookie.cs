using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ConferenceRecords.Web.Accounts;

/// <summary>
/// The cookie of a session, read at private addresses alone: a public page does not ask who reads it, so that its answer renews no cookie
/// and needs no record, not even for somebody who is signed in.
/// </summary>
internal sealed class PrivateCookie : ChunkingCookieManager, ICookieManager
{
    string? ICookieManager.GetRequestCookie(HttpContext context, string key) =>
        PortalPaths.IsPrivate(context.Request.Path) ? GetRequestCookie(context, key) : null;
}
