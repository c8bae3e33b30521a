using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.OpenData;

/// <summary>
/// An answer for programs: the bytes with their tag, or 304 for who has them already. The tag is made of the bytes, so that it changes when they do and at no other time.
/// </summary>
internal sealed class DataAnswer(byte[] body, string mediaType, DateTimeOffset? modified = null, string? next = null, string? fileName = null) : IResult
{
    public static DataAnswer Json<T>(T value, DateTimeOffset? modified = null, string? next = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, DataJson.Options), DataJson.MediaType, modified, next);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (next is not null) response.Headers.Link = $"<{next}>; rel=\"next\"";
        // Weak: the answer may be compressed on its way.
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16))}\"", isWeak: true);
        if (httpContext.IsKnown(tag, modified)) return Task.CompletedTask;
        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        if (fileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}

/// <summary>The tag of an answer and the question whether the reader has it.</summary>
internal static class KnownAnswers
{
    /// <summary>Sets tag and time, and answers 304 when the reader has what they stand for.</summary>
    public static bool IsKnown(this HttpContext context, EntityTagHeaderValue tag, DateTimeOffset? modified)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = modified;
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
