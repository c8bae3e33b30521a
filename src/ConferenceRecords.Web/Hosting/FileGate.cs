using Microsoft.AspNetCore.Http.Metadata;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// Lets a few requests with files be read at a time; the others wait before a byte of theirs is. Files are held in memory and never on a disk, so their number bounds the memory. Comes after
/// authorization: a stranger takes no place.
/// </summary>
internal static class FileGate
{
    private const int AtOnce = 4;

    public static IApplicationBuilder UseFileGate(this IApplicationBuilder app, long limit)
    {
        var gate = new SemaphoreSlim(AtOnce);
        return app.Use(async (context, next) =>
        {
            // A body that doesn't say how long it is counts as a long one.
            if (!HttpMethods.IsPost(context.Request.Method) || context.Request.ContentLength <= limit || context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null)
            {
                await next(context);
                return;
            }
            await gate.WaitAsync(context.RequestAborted);
            try
            {
                await next(context);
            }
            finally
            {
                gate.Release();
            }
        });
    }
}
