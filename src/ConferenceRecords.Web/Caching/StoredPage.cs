using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.Caching;

/// <summary>
/// An answer as it is sent: its headers and its bytes, plain and compressed. Compressed once, quickly for whoever asks first, then as small as it gets, in
/// the background, for everybody after.
/// </summary>
internal sealed class StoredPage
{
    private const int WorthCompressing = 512, Overhead = 1024;

    private static readonly HashSet<string> AboutTheBody = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.TransferEncoding, HeaderNames.Vary, HeaderNames.ETag, HeaderNames.Date, HeaderNames.Connection,
    };

    /// <summary>One at a time, so that the smallest form of new pages never takes all processors.</summary>
    private static readonly SemaphoreSlim Squeezing = new(1);

    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly EntityTagHeaderValue tag;
    private readonly byte[] body;
    private readonly bool isCompressible;
    private readonly Form?[] forms = new Form?[3];
    private readonly KeyValuePair<string, StringValues>[] unchanged;
    private readonly string tagText, vary;
    private bool wasRead;

    public StoredPage(PageKey key, int status, IHeaderDictionary answered, byte[] body)
    {
        (Key, Status, this.body) = (key, status, body);
        headers = [.. answered.Where(h => !AboutTheBody.Contains(h.Key))];

        // One tag for all forms of the same words: a weak one.
        tag = EntityTagHeaderValue.TryParse(answered.ETag.ToString(), out var own) ? new(own.Tag, isWeak: true)
            : new($"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body).AsSpan(0, 12))}\"", isWeak: true);
        tagText = tag.ToString();
        isCompressible = body.Length >= WorthCompressing && IsText(answered.ContentType.ToString());
        vary = string.Join(", ", answered.Vary.SelectMany(v => v!.Split(',', StringSplitOptions.TrimEntries)).Append(HeaderNames.AcceptEncoding).Distinct(StringComparer.OrdinalIgnoreCase));
        unchanged = [.. headers.Where(h => !h.Key.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)), new(HeaderNames.ETag, tagText), new(HeaderNames.Vary, vary)];
        forms[0] = new(Encoding.None, body, HeadersOf(Encoding.None), true);
    }

    private enum Encoding
    {
        None,
        Gzip,
        Brotli,
    }

    public PageKey Key { get; }

    public int Status { get; }

    /// <summary>What it takes in memory, with its compressed forms, which together are smaller than the plain one.</summary>
    public long Size => Overhead + (2L * body.Length) + (2 * (Key.Path.Length + Key.Query.Length + Key.Host.Length));

    /// <summary>Notes that somebody read it.</summary>
    public void Mark()
    {
        // Written once between two rounds of the clock: a line of memory that every processor only reads stays in all of them.
        if (!wasRead) wasRead = true;
    }

    /// <summary>Whether somebody read it since it was last asked.</summary>
    public bool TakeMark()
    {
        var was = wasRead;
        wasRead = false;
        return was;
    }

    /// <summary>Whether it is a page with this tag.</summary>
    public bool Has(string? now) => Status == StatusCodes.Status200OK && tagText == now;

    /// <summary>Whether the reader has this page already.</summary>
    public bool IsKnownTo(StringValues tags) => tags.Count > 0 && Status == StatusCodes.Status200OK
        && ((tags.Count == 1 && tags[0] == tagText)
            || (EntityTagHeaderValue.TryParseList(tags, out var known) && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false))));

    /// <summary>Sets the status and headers of the answer.</summary>
    /// <returns>The bytes that follow; null where none do.</returns>
    public byte[]? Begin(HttpContext context, StringValues acceptEncoding, StringValues ifNoneMatch)
    {
        var response = context.Response;
        if (IsKnownTo(ifNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            Set(response.Headers, unchanged);
            return null;
        }
        var form = FormFor(acceptEncoding);
        response.StatusCode = Status;
        Set(response.Headers, form.Headers);
        response.ContentLength = form.Bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? null : form.Bytes;
    }

    private static void Set(IHeaderDictionary answer, KeyValuePair<string, StringValues>[] headers)
    {
        foreach (var header in headers) answer[header.Key] = header.Value;
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal);

    private static Encoding Best(StringValues accepted)
    {
        if (accepted.Count == 0) return Encoding.None;
        var text = accepted.ToString();
        if (!text.Contains(";q", StringComparison.OrdinalIgnoreCase) && !text.Contains("; q", StringComparison.OrdinalIgnoreCase))
            return Names(text, "br") ? Encoding.Brotli : Names(text, "gzip") ? Encoding.Gzip : Encoding.None;
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var list)) return Encoding.None;
        bool Takes(string name) => list.Any(v => v.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && v.Quality is not 0);
        return Takes("br") ? Encoding.Brotli : Takes("gzip") ? Encoding.Gzip : Encoding.None;
    }

    private static bool Names(ReadOnlySpan<char> list, string name)
    {
        foreach (var part in list.Split(','))
        {
            if (list[part].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static byte[] Compress(byte[] body, Encoding encoding, CompressionLevel level)
    {
        using var target = new MemoryStream(body.Length / 2);
        using (Stream stream = encoding == Encoding.Brotli ? new BrotliStream(target, level, leaveOpen: true) : new GZipStream(target, level, leaveOpen: true)) stream.Write(body);
        return target.ToArray();
    }

    private Form FormFor(StringValues accepted)
    {
        var encoding = isCompressible ? Best(accepted) : Encoding.None;
        if (forms[(int)encoding] is not { } form) return forms[(int)encoding] = Make(encoding, CompressionLevel.Optimal);
        if (!form.IsSmallest && Squeezing.Wait(0)) ThreadPool.UnsafeQueueUserWorkItem(_ => Squeeze(encoding), null);
        return form;
    }

    private void Squeeze(Encoding encoding)
    {
        try
        {
            forms[(int)encoding] = Make(encoding, CompressionLevel.SmallestSize);
        }
        finally
        {
            Squeezing.Release();
        }
    }

    private Form Make(Encoding encoding, CompressionLevel level) => new(encoding, Compress(body, encoding, level), HeadersOf(encoding), level == CompressionLevel.SmallestSize);

    private KeyValuePair<string, StringValues>[] HeadersOf(Encoding encoding)
    {
        List<KeyValuePair<string, StringValues>> all = [.. headers, new(HeaderNames.ETag, tagText)];
        if (isCompressible || vary != HeaderNames.AcceptEncoding) all.Add(new(HeaderNames.Vary, vary));
        if (encoding != Encoding.None) all.Add(new(HeaderNames.ContentEncoding, encoding == Encoding.Brotli ? "br" : "gzip"));
        return [.. all];
    }

    private sealed record Form(Encoding Encoding, byte[] Bytes, KeyValuePair<string, StringValues>[] Headers, bool IsSmallest);
}
