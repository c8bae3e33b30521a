using Microsoft.AspNetCore.Diagnostics;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Requests of scripts, which ask for JSON: each page that answers them answers the same form without script too.</summary>
internal static class JsonRequests
{
    /// <summary>Whether the answer is to be JSON.</summary>
    public static bool AsksForJson(this HttpRequest request) => request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");

    /// <summary>
    /// Whether a page asks by itself, with nobody at the keys: that prolongs no sign-in, and its answer, which may come late, brings no cookie back that a
    /// sign-out has just removed.
    /// </summary>
    public static bool IsAskedByAnOpenPage(this HttpRequest request) => HttpMethods.IsGet(request.Method) && request.AsksForJson();

    /// <summary>Answers with a status alone, without the page that explains it to people.</summary>
    public static Task AnswerAsync(this HttpContext context, int status)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { status });
    }
}
