namespace ConferenceRecords.Documents.OpenData.Packages;

/// <summary>What a package holds, so that anybody can check that nothing was changed, added or taken out.</summary>
/// <param name="Format">What kind of package it is, and which form of it.</param>
/// <param name="Entries">Every entry but the manifest itself, in the order of the archive.</param>
public sealed record PackageManifest(string Format, IReadOnlyList<PackageEntry> Entries)
{
    /// <summary>Name of the manifest within the archive.</summary>
    public const string FileName = "manifest.json";
}

/// <summary>An entry of a package.</summary>
/// <param name="Path">Its name within the archive.</param>
/// <param name="Length">Size, in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal digits.</param>
public sealed record PackageEntry(string Path, long Length, string Sha256);
