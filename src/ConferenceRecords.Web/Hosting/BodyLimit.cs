using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// Refuses a body that says itself that it is too large: 413 before a byte of it is read. Left to the form's reader, the same refusal comes out as a form
/// without its antiforgery token. A page that takes files names a limit of its own. Comes after routing.
/// </summary>
internal static class BodyLimit
{
    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app, long limit) => app.Use((context, next) =>
    {
        // The page that says so is made from the same request.
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? limit;
        if (!(context.Request.ContentLength > most) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
