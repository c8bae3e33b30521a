using System.Globalization;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// The English interface lives below the path prefix <c>/en</c>, so that the choice of language needs no cookie and every link made from the
/// path base keeps it. Without the prefix the interface is Vietnamese.
/// </summary>
internal static class LanguagePrefix
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN"), English = CultureInfo.GetCultureInfo("en-GB");

    public static IApplicationBuilder UseLanguagePrefix(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isEnglish = context.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal, out var rest);
        if (isEnglish)
        {
            context.Request.PathBase = context.Request.PathBase.Add("/en");
            context.Request.Path = rest.HasValue ? rest : "/";
        }
        CultureInfo.CurrentCulture = Vietnamese;
        CultureInfo.CurrentUICulture = isEnglish ? English : Vietnamese;
        return next(context);
    });

    /// <summary>Address of the same page in the other language.</summary>
    public static string OtherLanguage(this HttpRequest request)
    {
        var here = request.Path + request.QueryString;
        return request.PathBase.Value is { } prefix && prefix.EndsWith("/en", StringComparison.Ordinal)
            ? prefix[..^3] + here
            : $"{request.PathBase}/en{here}";
    }
}
