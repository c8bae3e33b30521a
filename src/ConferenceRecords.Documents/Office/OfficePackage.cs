using System.IO.Compression;
using System.Xml;

namespace ConferenceRecords.Documents.Office;

/// <summary>Unpacks every part of a package once, counting, and looks at what the parts are and refer to.</summary>
internal static class OfficePackage
{
    /// <summary>No office program nests deeper; what reads parts into objects recurses.</summary>
    private const int Deepest = 256;

    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>How every part is read: no DTD, nothing from outside.</summary>
    public static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || IsRelations(entry);

    public static void Check(ZipArchive package, OfficeKind kind, CancellationToken cancel)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var types = new List<string>();
        var left = OfficeFile.MostUnpacked;
        foreach (var entry in package.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.IsEncrypted) throw new OfficeFileException(OfficeFileProblem.Encrypted, "An entry is encrypted");
            if (!names.Add(entry.FullName.Replace('\\', '/')) || entry.FullName.Split('/', '\\').Contains("..")) throw OfficeFile.Damaged();
            CheckName(entry.FullName);
            using var unpacked = new CountedStream(entry.Open(), entry.CompressedLength, left, cancel);
            if (IsXml(entry)) Read(unpacked, entry, types);
            unpacked.CopyTo(Stream.Null);
            left -= unpacked.Count;
        }
        CheckKind(types, kind);
    }

    private static bool IsRelations(ZipArchiveEntry entry) => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void Read(Stream unpacked, ZipArchiveEntry entry, List<string> types)
    {
        using var xml = XmlReader.Create(unpacked, Xml);
        while (xml.Read())
        {
            if (xml.Depth > Deepest) throw OfficeFile.Damaged();
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "Relationship" && IsRelations(entry)) CheckRelation(xml.GetAttribute("Type") ?? "", xml.GetAttribute("TargetMode"));
            if (entry.FullName.Equals(ContentTypes, StringComparison.OrdinalIgnoreCase) && xml.GetAttribute("ContentType") is { } type) types.Add(type);
        }
    }

    private static void CheckName(string name)
    {
        if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)) throw Macros();
        if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)) throw Embedded();
    }

    /// <summary>A link is followed by nobody here. Anything else outside the file would be loaded by a program that opens it, or names a path of somebody's machine.</summary>
    private static void CheckRelation(string type, string? mode)
    {
        var kind = type[(type.LastIndexOf('/') + 1)..];
        if (kind is "vbaProject" or "attachedToolbars") throw Macros();
        if (kind is "oleObject" or "package" or "control" or "activeXControlBinary" or "aFChunk") throw Embedded();
        if (string.Equals(mode?.Trim(), "External", StringComparison.OrdinalIgnoreCase) && kind != "hyperlink")
            throw new OfficeFileException(OfficeFileProblem.ExternalReference, $"A relationship of the kind {(kind.All(char.IsAsciiLetter) ? kind : "?")} leads out of the file");
    }

    private static void CheckKind(List<string> types, OfficeKind kind)
    {
        if (types.Exists(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || t.Contains("vba", StringComparison.OrdinalIgnoreCase))) throw Macros();
        if (types.Exists(t => t.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || t.Contains("activeX", StringComparison.OrdinalIgnoreCase))) throw Embedded();
        var main = kind == OfficeKind.Document
            ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        if (!types.Contains(main, StringComparer.OrdinalIgnoreCase)) throw new OfficeFileException(OfficeFileProblem.NotWhatItsNameSays, "The package has no main part of this kind");
    }

    private static OfficeFileException Macros() => new(OfficeFileProblem.Macros, "The package carries macros");

    private static OfficeFileException Embedded() => new(OfficeFileProblem.EmbeddedObject, "The package carries another file");
}
