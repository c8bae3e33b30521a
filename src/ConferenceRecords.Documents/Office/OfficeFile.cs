using System.IO.Compression;
using System.Xml;

namespace ConferenceRecords.Documents.Office;

/// <summary>What an office file is.</summary>
public enum OfficeKind
{
    /// <summary>A document (.docx).</summary>
    Document,

    /// <summary>A workbook (.xlsx).</summary>
    Workbook,
}

/// <summary>An uploaded Word or Excel file, held in memory, that passed every check. There is no other way to one, so what reads it may trust its size and its parts.</summary>
/// <remarks>The checks count what is really unpacked, not what the file says of itself; nothing outside the file is ever opened.</remarks>
public sealed class OfficeFile
{
    /// <summary>The most bytes of a file: 25 MB.</summary>
    public const int MostBytes = 25 << 20;

    /// <summary>The most entries of a package.</summary>
    public const int MostEntries = 2_000;

    /// <summary>The most bytes that all entries together unpack to: 200 MB.</summary>
    public const long MostUnpacked = 200L << 20;

    /// <summary>The most bytes that one entry unpacks to: 64 MB.</summary>
    public const long MostOfAnEntry = 64L << 20;

    /// <summary>How many times its packed size an entry may unpack to, once it is larger than <see cref="RatioFloor"/>.</summary>
    public const int MostRatio = 100;

    /// <summary>Up to this many unpacked bytes the ratio is not looked at: a small part of blanks harms nobody.</summary>
    public const long RatioFloor = 1L << 20;

    private readonly byte[] content;

    private OfficeFile(byte[] content, OfficeKind kind) => (this.content, Kind) = (content, kind);

    /// <summary>What the file is: its name and its content agree on it.</summary>
    public OfficeKind Kind { get; }

    /// <summary>Checks a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">Its name as uploaded; only the extension counts.</param>
    /// <param name="cancel">Stops the checking.</param>
    /// <returns>The file, safe to read.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OfficeFileException">The file is refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static OfficeFile Open(byte[] content, string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        var kind = OfficeContainer.Check(content, name);
        try
        {
            using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            OfficePackage.Check(package, kind, cancel);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException)
        {
            throw Damaged(broken);
        }
        return new(content, kind);
    }

    /// <summary>Every text of the file, paragraph by paragraph and cell by cell: headers, notes, text boxes, comments and properties as well. For looking for stamps.</summary>
    /// <returns>The texts, part after part; none is kept in memory.</returns>
    public IEnumerable<string> Texts()
    {
        using var package = new ZipArchive(Content(), ZipArchiveMode.Read);
        foreach (var entry in package.Entries.Where(OfficePackage.IsXml))
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part, OfficePackage.Xml);
            foreach (var text in OfficeTexts.Of(xml)) yield return text;
        }
    }

    /// <summary>The bytes, for a library that reads them.</summary>
    internal MemoryStream Content() => new(content, writable: false);

    internal static OfficeFileException Damaged(Exception? broken = null) => new(OfficeFileProblem.Damaged, "The file is damaged", inner: broken);
}
