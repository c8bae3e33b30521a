using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Npgsql;
using NpgsqlTypes;

namespace ConferenceRecords.Benchmarks;

/// <summary>
/// What the pages are measured against, in a process of their own (<c>-- yardsticks CACHED UNCACHED CONNECTION ADDRESS...</c>). Each is Kestrel and one function:
/// no routing, no logging, no services.
/// <list type="number">
/// <item>The bytes of the published page, compressed, with all its headers, out of memory.</item>
/// <item>By hand: the query of the page over Npgsql, prepared, on connections as the portal has them; the bundle read from JSON; the same page written out of it, every text encoded.</item>
/// <item>As the second, but the bundle is kept parsed and its bytes stay in the database, as the portal does.</item>
/// <item>The query of the page, whose bytes are sent as they come.</item>
/// </list>
/// </summary>
internal static class Yardsticks
{
    public const string Word = "yardsticks";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Starts the process, with the compiler and the memory of the portal as an operator starts it: those of the benchmark itself are others.</summary>
    public static Process Start(Uri cached, Uri uncached, string connection, params IEnumerable<Uri> addresses)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Yardsticks).Assembly.Location, Word, cached.AbsoluteUri, uncached.AbsoluteUri, connection, .. addresses.Select(a => a.AbsoluteUri)]);
        (start.Environment["DOTNET_TieredPGO"], start.Environment["DOTNET_gcServer"]) = ("1", "1");
        return Process.Start(start)!;
    }

    public static async Task<int> ServeAsync(string[] args)
    {
        using var client = new HttpClient();
        var (kept, keptHeaders) = await FetchAsync(client, args[1], "br");
        var (page, headers) = await FetchAsync(client, args[2], "identity");
        var slug = new Uri(args[2]).Segments[^1];
        await using var database = NpgsqlDataSource.Create(PortalHost.PublicPool(args[3]));
        var bundle = BundleFormat.Read<SessionBundle>((await QueryAsync(database, slug, [], CancellationToken.None)).Bytes!);
        var template = HandWritten.Of(Encoding.UTF8.GetString(page), bundle);
        RequestDelegate[] works =
        [
            context => SendAsync(context, keptHeaders, kept),
            async context =>
            {
                var (bytes, _) = await QueryAsync(database, slug, [], context.RequestAborted);
                Set(context, headers);
                template.Write(context.Response.BodyWriter, BundleFormat.Read<SessionBundle>(bytes!));
            },
            async context =>
            {
                // The hash of what was parsed goes with the question, and comes back when it still holds.
                var (_, hash) = await QueryAsync(database, slug, [Hash(bundle)], context.RequestAborted);
                if (!hash.AsSpan().SequenceEqual(Hash(bundle))) throw new InvalidOperationException("Another edition");
                Set(context, headers);
                template.Write(context.Response.BodyWriter, bundle);
            },
            async context => await SendAsync(context, headers, (await QueryAsync(database, slug, [], context.RequestAborted)).Bytes!),
        ];
        await Task.WhenAll(works.Zip(args[4..], (work, address) => Serve(work, new(address))));
        return 0;
    }

    private static byte[]? hashOfBundle;

    private static byte[] Hash(SessionBundle bundle) => hashOfBundle ??= System.Security.Cryptography.SHA256.HashData(BundleFormat.Write(bundle));

    private static Task Serve(RequestDelegate work, Uri address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(address.Port);
        });
        var app = builder.Build();
        app.Run(work);
        return app.RunAsync();
    }

    private static async Task<(byte[] Body, KeyValuePair<string, StringValues>[] Headers)> FetchAsync(HttpClient client, string address, string encoding)
    {
        for (var i = 0; ; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            request.Headers.TryAddWithoutValidation("Accept", "text/html");
            request.Headers.Host = "portal";
            using var answer = await client.SendAsync(request);
            var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();

            // The smallest form takes a moment.
            if (i < 5)
            {
                await Task.Delay(200);
                continue;
            }
            return (body, [.. answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
                .Select(h => KeyValuePair.Create(h.Key, new StringValues(string.Join(", ", h.Value))))]);
        }
    }

    private static void Set(HttpContext context, KeyValuePair<string, StringValues>[] headers)
    {
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
    }

    private static Task SendAsync(HttpContext context, KeyValuePair<string, StringValues>[] headers, byte[] body)
    {
        Set(context, headers);
        context.Response.ContentLength = body.Length;
        var writing = context.Response.BodyWriter.WriteAsync(body);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private static async Task<(byte[]? Bytes, byte[] Hash)> QueryAsync(NpgsqlDataSource database, string slug, byte[][] known, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Editions.OfAddress);
        command.Parameters.Add(new() { Value = slug });
        command.Parameters.Add(new() { Value = nameof(ReleaseKind.Conclusion) });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = DBNull.Value });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = known });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        return (rows[5] as byte[], (byte[])rows[3]);
    }

    /// <summary>A page cut at every text that comes from the bundle: what code by hand would write in turns, the words around and the text, encoded.</summary>
    private sealed class HandWritten
    {
        private readonly List<(byte[] Before, Func<SessionBundle, string>? Text)> parts = [];

        public static HandWritten Of(string page, SessionBundle bundle)
        {
            var texts = Texts(bundle).Select(t => (Encoded: Html.Encode(t(bundle)), Text: t)).Where(t => t.Encoded.Length > 3).ToList();
            var (written, at) = (new HandWritten(), 0);
            while (true)
            {
                var next = texts.Select(t => (At: page.IndexOf(t.Encoded, at, StringComparison.Ordinal), t.Encoded, t.Text)).Where(t => t.At >= 0)
                    .OrderBy(t => t.At).ThenByDescending(t => t.Encoded.Length).FirstOrDefault();
                if (next.Text is null) break;
                written.parts.Add((Encoding.UTF8.GetBytes(page[at..next.At]), next.Text));
                at = next.At + next.Encoded.Length;
            }
            written.parts.Add((Encoding.UTF8.GetBytes(page[at..]), null));
            return written;
        }

        public void Write(IBufferWriter<byte> writer, SessionBundle bundle)
        {
            foreach (var (before, text) in parts)
            {
                writer.Write(before);
                if (text is not null) Encoding.UTF8.GetBytes(Html.Encode(text(bundle)), writer);
            }
        }

        private static IEnumerable<Func<SessionBundle, string>> Texts(SessionBundle bundle)
        {
            yield return b => b.Conclusion.Title;
            yield return b => b.Session.Title;
            for (var i = 0; i < bundle.Conclusion.Paragraphs.Count; i++)
            {
                var index = i;
                yield return b => b.Conclusion.Paragraphs[index];
            }
            for (var i = 0; i < bundle.Conclusion.Directives.Count; i++)
            {
                var index = i;
                yield return b => b.Conclusion.Directives[index].Text;
                yield return b => b.Conclusion.Directives[index].Addressee ?? "";
                yield return b => b.Conclusion.Directives[index].DeadlineNote ?? "";
            }
        }
    }
}
