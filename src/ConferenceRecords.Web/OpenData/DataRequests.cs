using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.OpenData;

/// <summary>What all requests for open data share: any site may read, errors are for programs, and what is not accepted is said so.</summary>
internal static class DataRequests
{
    private const string Methods = "GET, HEAD";

    /// <summary>Comes before routing and inside the error pages, which then find every error answered.</summary>
    public static void UseOpenData(this IApplicationBuilder app) => app.UseWhen(context => DataAddresses.IsOpenData(context.Request.Path), data =>
    {
        data.UseDataProblems();
        data.Use((context, next) =>
        {
            // On every answer and not only to those who name an origin: a kept answer serves all of them. There is no cookie and nothing personal in it.
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link";
            if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return next(context);
            if (!HttpMethods.IsOptions(context.Request.Method))
            {
                headers.Allow = Methods;
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return Task.CompletedTask;
            }
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = "Accept, If-None-Match";
            headers.AccessControlMaxAge = "86400";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    });

    /// <summary>Refuses a request that accepts nothing of what the endpoint has: 406.</summary>
    public static TBuilder Negotiated<TBuilder>(this TBuilder builder, string mediaType)
        where TBuilder : IEndpointConventionBuilder
    {
        var offered = new MediaTypeHeaderValue(mediaType);
        return builder.AddEndpointFilter(async (call, next) =>
        {
            call.HttpContext.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept);
            var accepted = call.HttpContext.Request.GetTypedHeaders().Accept;
            return accepted.Count == 0 || accepted.Any(a => a.Quality is not 0 && offered.IsSubsetOf(a)) ? await next(call) : TypedResults.StatusCode(StatusCodes.Status406NotAcceptable);
        });
    }
}
