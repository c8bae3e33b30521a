using System.Diagnostics.Metrics;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.Caching;

/// <summary>
/// Answers public pages from memory, before anything that costs. A page is made once for each generation of the publication, with every header that it had.
/// </summary>
internal sealed class PageCache(RequestDelegate next, PublicationWatch watch, PageCheck check, PageSettings settings, PortalSetup setup, IMeterFactory meters)
{
    /// <summary>The name under which <c>dotnet-counters</c> shows the traffic.</summary>
    public const string MeterName = "ConferenceRecords.Pages";

    /// <summary>Larger answers (files, all public data in one) are sent as they come.</summary>
    private const int LargestPage = 1 << 20;

    private static readonly KeyValuePair<string, object?> FromMemory = new("from", "memory"), Unchanged = new("from", "memory, asked"), Made = new("from", "page"), NotKept = new("from", "not kept");

    private readonly Counter<long> answers = meters.Create(MeterName).CreateCounter<long>("pages.answers", "{answer}", "Answers to requests for public pages");
    private readonly bool cookiesMatter = setup.Surfaces.HasFlag(PortalSurfaces.Office);

    /// <summary>Where each page is asked for, all that were made since the last one changed.</summary>
    private PageStore asked = new(default, settings.Limit);

    public Task InvokeAsync(HttpContext context)
    {
        if (!PageKey.TryRead(context.Request, cookiesMatter, out var key)) return next(context);
        return settings.AsksForEachPage ? AskOrMakeAsync(context, key)
            : watch.Current?.Find(key) is { } page ? AnswerAsync(context, page, FromMemory) : FindOrMakeAsync(context, key);
    }

    private Task AnswerAsync(HttpContext context, StoredPage page, in KeyValuePair<string, object?> from)
    {
        answers.Add(1, from);
        var headers = context.Request.Headers;
        if (page.Begin(context, headers.AcceptEncoding, headers.IfNoneMatch) is not { } body) return Task.CompletedTask;

        // Without the token of the request: to ask for it makes one.
        var writing = context.Response.BodyWriter.WriteAsync(body, CancellationToken.None);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private async Task FindOrMakeAsync(HttpContext context, PageKey key)
    {
        // Without an answer of the database the page says itself what is wrong.
        var store = watch.Current ?? await watch.AskAsync(context.RequestAborted);
        if (store is null || store.IsLarge(key) || (HttpMethods.IsHead(context.Request.Method) && store.Find(key) is null))
        {
            await next(context);
            return;
        }
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        while (true)
        {
            if (store.Find(key) is { } page)
            {
                await AnswerAsync(context, page, FromMemory);
                return;
            }
            var making = store.InTheMaking.GetOrAdd(key, mine.Task);
            if (making == mine.Task) break;
            if (await making.WaitAsync(context.RequestAborted)) continue;

            // Nobody can use another's answer: each has its own made.
            answers.Add(1, NotKept);
            await next(context);
            return;
        }

        // Whoever waits tries again when this one was given up by its reader.
        void Finish(bool canBeKept)
        {
            store.InTheMaking.TryRemove(new(key, mine.Task));
            mine.TrySetResult(canBeKept);
        }
        try
        {
            // The generation was read before the tag is.
            if (store.FindBefore(key) is { } before && before.Has(await check.TagAsync(context)))
            {
                Finish(store.Add(before));
                await AnswerAsync(context, before, Unchanged);
            }
            else
            {
                await MakeAsync(context, key, store, Finish);
            }
        }
        finally
        {
            Finish(true);
        }
    }

    private async Task AskOrMakeAsync(HttpContext context, PageKey key)
    {
        var (tag, kept) = (await check.TagAsync(context), asked.Find(key));
        if (kept is not null && kept.Has(tag))
        {
            await AnswerAsync(context, kept, Unchanged);
            return;
        }
        if (tag is null || HttpMethods.IsHead(context.Request.Method))
        {
            answers.Add(1, NotKept);
            await next(context);
            return;
        }
        if (kept is not null) asked = new(default, settings.Limit);
        await MakeAsync(context, key, asked, _ => { });
    }

    private async Task MakeAsync(HttpContext context, PageKey key, PageStore store, Action<bool> finish)
    {
        var (request, response) = (context.Request, context.Response);
        var (encoding, tags) = (request.Headers.AcceptEncoding, request.Headers.IfNoneMatch);

        // The page is made for everybody: whole, uncompressed, under the address without marks.
        request.Headers.Remove(HeaderNames.AcceptEncoding);
        request.Headers.Remove(HeaderNames.IfNoneMatch);
        request.Headers.Remove(HeaderNames.IfModifiedSince);
        request.QueryString = new(key.Query);

        var reader = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var buffer = new PageBuffer(reader.Stream, LargestPage);
        byte[]? body = null;

        // Registered first, and so called last: by then every header is there.
        response.OnStarting(() =>
        {
            var made = buffer.IsPassedOn || !CanBeKept(response) ? null : new StoredPage(key, response.StatusCode, response.Headers, buffer.ToArray());
            finish(made is not null && store.Add(made));
            if (made is not null)
            {
                // The first reader gets what all others get.
                response.Headers.Clear();
                body = made.Begin(context, encoding, tags) ?? [];
            }
            return Task.CompletedTask;
        });
        var held = new StreamResponseBodyFeature(buffer);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(reader);
        }
        if (buffer.IsPassedOn)
        {
            store.NoteLarge(key);
            return;
        }
        await response.StartAsync(context.RequestAborted);
        answers.Add(1, body is null ? NotKept : Made);
        if (body is null) await buffer.PassOnAsync(context.RequestAborted);
        else if (body.Length > 0) await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static bool CanBeKept(HttpResponse response)
    {
        var headers = response.Headers;
        var control = headers.CacheControl.ToString();
        return response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status410Gone
            && headers.SetCookie.Count == 0 && headers.ContentEncoding.Count == 0
            && !control.Contains("no-store", StringComparison.OrdinalIgnoreCase) && !control.Contains("private", StringComparison.OrdinalIgnoreCase)
            && headers.Vary.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries)).All(v =>
                v.Equals(HeaderNames.Accept, StringComparison.OrdinalIgnoreCase) || v.Equals(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase)
                || v.Equals(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase));
    }
}
