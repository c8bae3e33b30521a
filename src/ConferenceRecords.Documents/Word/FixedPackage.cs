using System.IO.Compression;

namespace ConferenceRecords.Documents.Word;

/// <summary>
/// Packs an office file so that the same content is the same bytes on any day: no times, a fixed order, nothing compressed, because another version of the program may
/// compress otherwise.
/// </summary>
internal static class FixedPackage
{
    /// <summary>The first day that the format of the package knows.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(byte[] package)
    {
        using var read = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
        using var written = new MemoryStream();
        using (var archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of types stands first, as programs write it: some tell a document by it.
            foreach (var entry in read.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.NoCompression);
                copy.LastWriteTime = NoTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        return written.ToArray();
    }
}
