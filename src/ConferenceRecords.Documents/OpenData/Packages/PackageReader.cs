using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ConferenceRecords.Documents.OpenData.Packages;

/// <summary>Why a package can't be taken.</summary>
public enum PackageFault
{
    /// <summary>It is no package.</summary>
    NotAPackage,

    /// <summary>It has more or larger entries than a package may have.</summary>
    TooLarge,

    /// <summary>An entry has a name that leads out of the package, or two have the same.</summary>
    BadName,

    /// <summary>An entry is not in the manifest.</summary>
    Extra,

    /// <summary>An entry of the manifest is missing.</summary>
    Missing,

    /// <summary>The bytes of an entry are not those of the manifest.</summary>
    Changed,

    /// <summary>What the entries say does not fit together.</summary>
    Inconsistent,
}

/// <summary>A package can't be taken.</summary>
/// <param name="fault">Why.</param>
/// <param name="path">The entry it is about; null for the package.</param>
/// <param name="inner">What went wrong inside; null without.</param>
public sealed class PackageException(PackageFault fault, string? path = null, Exception? inner = null) : Exception($"{fault}: {path}", inner)
{
    /// <summary>Why.</summary>
    public PackageFault Fault => fault;

    /// <summary>The entry it is about; null for the package.</summary>
    public string? Path => path;
}

/// <summary>
/// Reads a package whose manifest was checked against every entry first. Nothing is ever unpacked to a disk; names are taken from the manifest, bytes in pieces and no further than it says.
/// </summary>
public sealed class PackageReader : IDisposable
{
    /// <summary>Most entries.</summary>
    public const int MostEntries = 20_000;

    /// <summary>Largest entry, in bytes.</summary>
    public const long LargestEntry = 256L << 20;

    /// <summary>All entries together, in bytes.</summary>
    public const long Largest = 4L << 30;

    private const int LargestManifest = 16 << 20;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private readonly ZipArchive archive;
    private readonly Dictionary<string, (ZipArchiveEntry Entry, PackageEntry Said)> entries = new(StringComparer.Ordinal);

    private PackageReader(ZipArchive archive) => this.archive = archive;

    /// <summary>The names of the entries.</summary>
    public IEnumerable<string> Paths => entries.Keys;

    /// <summary>Opens a package and checks every entry.</summary>
    /// <param name="stream">The archive; can be sought in.</param>
    /// <param name="format">The kind of package that is expected.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="PackageException">It can't be taken.</exception>
    public static async Task<PackageReader> OpenAsync(Stream stream, string format, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        PackageReader? reader = null;
        try
        {
            reader = new(await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel));
            await reader.CheckAsync(format, cancel);
            return reader;
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or EndOfStreamException or PackageException)
        {
            reader?.Dispose();
            if (problem is PackageException) throw;
            throw new PackageException(PackageFault.NotAPackage, inner: problem);
        }
    }

    /// <summary>Reads an entry, checked once more.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="PackageException">There is no such entry, or its bytes are others.</exception>
    public async Task<byte[]> ReadAsync(string path, CancellationToken cancel)
    {
        if (!entries.TryGetValue(path, out var found)) throw new PackageException(PackageFault.Missing, path);
        var bytes = await ReadAsync(found.Entry, found.Said.Length, cancel);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == found.Said.Sha256 ? bytes : throw new PackageException(PackageFault.Changed, path);
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private async Task CheckAsync(string format, CancellationToken cancel)
    {
        if (archive.Entries.Count > MostEntries) throw new PackageException(PackageFault.TooLarge);
        var there = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
            if (!IsName(entry.FullName) || !there.TryAdd(entry.FullName, entry)) throw new PackageException(PackageFault.BadName, entry.FullName);
        if (!there.Remove(PackageManifest.FileName, out var list)) throw new PackageException(PackageFault.NotAPackage);
        if (list.Length > LargestManifest) throw new PackageException(PackageFault.TooLarge, PackageManifest.FileName);
        var manifest = JsonSerializer.Deserialize<PackageManifest>(await ReadAsync(list, list.Length, cancel), Format);
        if (manifest?.Entries is null || manifest.Format != format || manifest.Entries.Any(e => e?.Path is null)) throw new PackageException(PackageFault.NotAPackage);

        if (manifest.Entries.Any(e => e.Length is < 0 or > LargestEntry) || manifest.Entries.Sum(e => e.Length) > Largest) throw new PackageException(PackageFault.TooLarge);
        foreach (var said in manifest.Entries)
        {
            if (!there.Remove(said.Path, out var entry)) throw new PackageException(PackageFault.Missing, said.Path);
            if (entry.Length != said.Length) throw new PackageException(PackageFault.Changed, said.Path);
            entries.Add(said.Path, (entry, said));
        }
        if (there.Count > 0) throw new PackageException(PackageFault.Extra, there.Keys.Order(StringComparer.Ordinal).First());
        foreach (var path in entries.Keys) await ReadAsync(path, cancel);
    }

    /// <summary>Reads as many bytes as were announced, and finds that there are no others.</summary>
    private static async Task<byte[]> ReadAsync(ZipArchiveEntry entry, long length, CancellationToken cancel)
    {
        await using var stream = await entry.OpenAsync(cancel);
        var bytes = new byte[length];
        if (await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel) < bytes.Length || await stream.ReadAsync(new byte[1], cancel) > 0)
            throw new PackageException(PackageFault.Changed, entry.FullName);
        return bytes;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 400 && !name.Any(c => char.IsControl(c) || c is '\\' or ':') && name.Split('/').All(part => part is not ("" or "." or ".."));
}
