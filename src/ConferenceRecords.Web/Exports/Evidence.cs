using System.Text.Json;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData.Packages;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.OpenData;
using ConferenceRecords.Web.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Exports;

/// <summary>What an evidence package says of its entries.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Slug">Permanent part of its addresses.</param>
/// <param name="Rows">Editions, withdrawals and files in the order in which they became public.</param>
/// <param name="Pages">What the public addresses answered.</param>
internal sealed record EvidenceContents(Guid SessionId, string Slug, IReadOnlyList<EvidenceRow> Rows, IReadOnlyList<EvidencePage> Pages)
{
    public const string Format = "conference-records/evidence-1", FileName = "publication.json";
}

/// <summary>An edition, a withdrawal or a file.</summary>
/// <param name="Type">Which of them.</param>
/// <param name="Id">Key; of a file that of its edition.</param>
/// <param name="Kind">What is public or was withdrawn.</param>
/// <param name="Number">Number of the edition; of a withdrawal the last one it took away.</param>
/// <param name="At">When; null for a file.</param>
/// <param name="Path">The entry with the bytes; null for a withdrawal.</param>
/// <param name="Reason">Why it was withdrawn.</param>
/// <param name="MediaType">Media type of a file.</param>
/// <param name="Name">Name of a file.</param>
internal sealed record EvidenceRow(
    PublicChangeType Type, Guid Id, ReleaseKind Kind, int Number, DateTimeOffset? At, string? Path, string? Reason = null, string? MediaType = null, string? Name = null);

/// <summary>What an address answered.</summary>
internal sealed record EvidencePage(string Address, int Status, string MediaType, string Path);

/// <summary>
/// The evidence package of a session: everything of it that is or was public, byte for byte, and the pages as visitors get them. Withdrawn editions lie in a folder of their own: a package
/// with such a folder is no longer meant for the public.
/// </summary>
internal sealed class EvidencePackage(PublicationContext publication, InProcessPortal portal, Action<string> say)
{
    private const string WithdrawnFolder = "withdrawn/";

    // The same edition in the formats that programs read; those that the portal does not have are left out.
    private static readonly string[] Suffixes = [".json", ".jsonld", ".txt", ".akn.xml"];

    /// <summary>Writes the package.</summary>
    /// <returns>How many entries hold something that was withdrawn.</returns>
    public async Task<int> WriteAsync(PublishedSession session, Stream stream, CancellationToken cancel)
    {
        await using var package = new PackageWriter(stream);
        var rows = new List<EvidenceRow>();
        for (long after = 0; ;)
        {
            var changes = await publication.ChangesAsync(after, 500, cancel);
            foreach (var change in changes.Where(c => c.SessionId == session.SessionId))
            {
                rows.Add(await AddAsync(package, change, cancel));
                say(rows[^1].Path ?? $"{change.Kind.Slug()}: thu hồi");
            }
            if (changes.Count < 500) break;
            after = changes[^1].Position;
        }
        var pages = new List<EvidencePage>();
        foreach (var address in SessionAddresses.Of(session).Distinct())
        {
            await AddPageAsync(package, pages, address, isNeeded: true, cancel);
            if (!address.Contains("/tep/", StringComparison.Ordinal)) foreach (var suffix in Suffixes) await AddPageAsync(package, pages, address + suffix, isNeeded: false, cancel);
        }
        await package.AddAsync(EvidenceContents.FileName, JsonSerializer.SerializeToUtf8Bytes(new EvidenceContents(session.SessionId, session.Slug, rows, pages), DataJson.Options), cancel);
        await package.FinishAsync(EvidenceContents.Format, cancel);
        return rows.Count(r => r.Path?.StartsWith(WithdrawnFolder, StringComparison.Ordinal) == true);
    }

    private async Task<EvidenceRow> AddAsync(PackageWriter package, PublicChange change, CancellationToken cancel)
    {
        var (row, bytes) = change switch
        {
            { Type: PublicChangeType.Edition } => (
                new EvidenceRow(change.Type, change.Id, change.Kind, change.Number, change.At, PackagePaths.Bundle(change.Slug, change.Kind, change.Number)),
                await publication.Editions.Where(e => e.Id == change.Id).Select(e => e.Bundle).SingleAsync(cancel)),
            { File: { } file } => (
                new EvidenceRow(change.Type, change.Id, change.Kind, change.Number, null, PackagePaths.File(change.Slug, change.Kind, change.Number, file.Name), null, file.MediaType, file.Name),
                await publication.Files.Where(f => f.EditionId == change.Id && f.Name == file.Name).Select(f => f.Content).SingleAsync(cancel)),
            _ => (new EvidenceRow(change.Type, change.Id, change.Kind, change.Number, change.At, null, change.Reason), null),
        };
        if (bytes is null) return row;
        if (change.IsWithdrawn) row = row with { Path = WithdrawnFolder + row.Path };
        await package.AddAsync(row.Path!, bytes, cancel);
        return row;
    }

    private async Task AddPageAsync(PackageWriter package, List<EvidencePage> pages, string address, bool isNeeded, CancellationToken cancel)
    {
        var answer = await portal.GetAsync(address, cancel);
        if (!isNeeded && answer.Status is not (StatusCodes.Status200OK or StatusCodes.Status410Gone)) return;
        var path = "pages" + address + (answer.MediaType == "text/html" ? ".html" : "");
        await package.AddAsync(path, answer.Body, cancel);
        pages.Add(new(address, answer.Status, answer.MediaType, path));
    }
}
