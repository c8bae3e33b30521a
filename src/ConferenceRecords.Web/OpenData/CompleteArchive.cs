using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Documents.OpenData.Packages;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.OpenData;

/// <summary>
/// Everything that is public, in one archive: each readable edition byte for byte, its files, the withdrawals, both tables and a manifest. It is made while it is sent, one
/// entry in memory at a time; the same state of the publication gives the same bytes.
/// </summary>
internal sealed class CompleteArchive(PublicationContext publication, PublicAddresses addresses, long position) : IResult
{
    private const string Format = "conference-records/everything-1", MediaType = "application/zip";

    private const int ChangesAtOnce = 500;

    private static readonly byte[] Program = typeof(CompleteArchive).Module.ModuleVersionId.ToByteArray();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var state = string.Create(CultureInfo.InvariantCulture, $"{position} {addresses.Root} {new Guid(Program)}");
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 16))}\"", isWeak: true);
        if (httpContext.IsKnown(tag, null)) return;
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.ContentDisposition = "attachment; filename=\"tat-ca.zip\"";
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        await WriteAsync(response.Body, httpContext.RequestAborted);
    }

    private async Task WriteAsync(Stream stream, CancellationToken cancel)
    {
        await using var package = new PackageWriter(stream);
        var withdrawals = new List<object>();
        for (long after = 0; ;)
        {
            var changes = await publication.ChangesAsync(after, ChangesAtOnce, cancel);
            foreach (var change in changes.TakeWhile(c => c.Position <= position)) await AddAsync(package, change, withdrawals, cancel);
            if (changes.Count < ChangesAtOnce || changes[^1].Position > position) break;
            after = changes[^1].Position;
        }
        await package.AddAsync("withdrawals.json", JsonSerializer.SerializeToUtf8Bytes(withdrawals, DataJson.Options), cancel);
        await package.AddAsync("indicators.csv", await publication.IndicatorsAsync(addresses, cancel), cancel);
        await package.AddAsync("tasks.csv", await publication.TasksAsync(addresses, cancel), cancel);
        await package.FinishAsync(Format, cancel);
    }

    private async Task AddAsync(PackageWriter package, PublicChange change, List<object> withdrawals, CancellationToken cancel)
    {
        switch (change)
        {
            case { Type: PublicChangeType.Withdrawal }:
                withdrawals.Add(new { session = change.Slug, change.Kind, through = change.Number, withdrawnAt = change.At, change.Reason });
                break;
            case { Type: PublicChangeType.Edition, IsWithdrawn: false }:
                await package.AddAsync(PackagePaths.Bundle(change.Slug, change.Kind, change.Number), await publication.Editions.Where(e => e.Id == change.Id).Select(e => e.Bundle).SingleAsync(cancel), cancel);
                break;
            case { Type: PublicChangeType.File, IsWithdrawn: false, File.Name: var name }:
                await package.AddAsync(
                    PackagePaths.File(change.Slug, change.Kind, change.Number, name), await publication.Files.Where(f => f.EditionId == change.Id && f.Name == name).Select(f => f.Content).SingleAsync(cancel), cancel);
                break;
        }
    }
}

/// <summary>Names of entries, the same in every package.</summary>
internal static class PackagePaths
{
    public static string Bundle(string slug, ReleaseKind kind, int number) => string.Create(CultureInfo.InvariantCulture, $"editions/{slug}/{kind.Segment()}-{number}.json");

    public static string File(string slug, ReleaseKind kind, int number, string name) => string.Create(CultureInfo.InvariantCulture, $"files/{slug}/{kind.Segment()}-{number}/{name}");
}
