using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData.Packages;
using ConferenceRecords.Web.OpenData;
using Npgsql;

namespace ConferenceRecords.Web.Exports;

/// <summary>Takes an evidence package into an empty publication. Everything is checked before anything is stored, and everything is stored or nothing.</summary>
internal static partial class EvidenceImport
{
    /// <summary>Reads, checks and enters a package.</summary>
    /// <param name="stream">The package; can be sought in.</param>
    /// <param name="publisher">Data source of role <c>cr_publisher</c>.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="PackageException">The package can't be taken; nothing was stored.</exception>
    public static async Task<EvidenceContents> EnterAsync(Stream stream, NpgsqlDataSource publisher, CancellationToken cancel)
    {
        using var package = await PackageReader.OpenAsync(stream, EvidenceContents.Format, cancel);
        var contents = Read(await package.ReadAsync(EvidenceContents.FileName, cancel));
        await foreach (var row in RowsAsync(package, contents, cancel))
        {
            // Each is read once before the first is stored.
            _ = row;
        }
        await new PublicationImport(publisher).EnterAsync(RowsAsync(package, contents, cancel), cancel);
        return contents;
    }

    private static EvidenceContents Read(byte[] bytes)
    {
        try
        {
            if (JsonSerializer.Deserialize<EvidenceContents>(bytes, DataJson.Options) is { Rows: { Count: > 0 } rows, Slug: { } slug } contents && Slug().IsMatch(slug) && rows.All(r => r is not null)) return contents;
        }
        catch (JsonException problem)
        {
            throw new PackageException(PackageFault.Inconsistent, EvidenceContents.FileName, problem);
        }
        throw new PackageException(PackageFault.Inconsistent, EvidenceContents.FileName);
    }

    private static async IAsyncEnumerable<object> RowsAsync(PackageReader package, EvidenceContents contents, [EnumeratorCancellation] CancellationToken cancel)
    {
        var editions = new HashSet<Guid>();
        foreach (var row in contents.Rows)
        {
            switch (row)
            {
                case { Type: PublicChangeType.Edition, At: { } at, Path: { } path, Number: > 0 } when editions.Add(row.Id):
                    var bundle = await package.ReadAsync(path, cancel);
                    if (!IsOf(contents, row, bundle)) throw new PackageException(PackageFault.Inconsistent, path);
                    yield return new Edition
                    {
                        Id = row.Id, SessionId = contents.SessionId, Slug = contents.Slug, Kind = row.Kind, Number = row.Number, PublishedAt = at, Bundle = bundle, Sha256 = SHA256.HashData(bundle),
                    };
                    break;
                case { Type: PublicChangeType.File, Path: { } path, Name: { } name, MediaType: { } mediaType } when editions.Contains(row.Id) && FileName().IsMatch(name):
                    var file = await package.ReadAsync(path, cancel);
                    yield return new EditionFile { EditionId = row.Id, Name = name, MediaType = mediaType, Content = file, Sha256 = SHA256.HashData(file) };
                    break;
                case { Type: PublicChangeType.Withdrawal, At: { } at, Reason: { Length: > 0 } reason, Number: > 0 }:
                    yield return new Withdrawal { Id = row.Id, SessionId = contents.SessionId, Slug = contents.Slug, Kind = row.Kind, Through = row.Number, WithdrawnAt = at, Reason = reason };
                    break;
                default:
                    throw new PackageException(PackageFault.Inconsistent, EvidenceContents.FileName);
            }
        }
    }

    /// <summary>Whether the bytes are the bundle that the row tells of.</summary>
    private static bool IsOf(EvidenceContents contents, EvidenceRow row, byte[] bytes)
    {
        try
        {
            var bundle = BundleFormat.Read(row.Kind, bytes);
            return bundle.SessionId == contents.SessionId && bundle.Slug == contents.Slug && bundle.Edition == row.Number && EditionPassages.Of(bundle).All(p => p.Text is not null);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NullReferenceException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    private static partial Regex FileName();
}
