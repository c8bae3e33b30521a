namespace ConferenceRecords.Documents.Office;

/// <summary>What the first bytes and the name of a file say about it, before anything is unpacked.</summary>
internal static class OfficeContainer
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <summary>Starts each entry of a package's directory.</summary>
    private static ReadOnlySpan<byte> DirectoryEntry => "PK\u0001\u0002"u8;

    /// <summary>The container of Word and Excel before 2007, and of today's files under a password.</summary>
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>"EncryptedPackage" as the directory of such a container spells it.</summary>
    private static ReadOnlySpan<byte> Encrypted => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    public static OfficeKind Check(ReadOnlySpan<byte> content, string name)
    {
        var kind = Kind(name);
        if (content.IsEmpty) throw new OfficeFileException(OfficeFileProblem.Empty, "The file is empty");
        if (content.Length > OfficeFile.MostBytes) throw new OfficeFileException(OfficeFileProblem.TooLarge, "The file is too large");
        if (content.StartsWith(Compound))
        {
            throw content.IndexOf(Encrypted) >= 0
                ? new OfficeFileException(OfficeFileProblem.Encrypted, "The file is protected by a password")
                : new OfficeFileException(OfficeFileProblem.OldFormat, "The file is of a format before 2007");
        }
        if (!content.StartsWith(Zip)) throw new OfficeFileException(OfficeFileProblem.NotWhatItsNameSays, "The file is no package");

        // Before the directory is read: a million entries would fill the memory as objects.
        return content.Count(DirectoryEntry) <= OfficeFile.MostEntries ? kind : throw new OfficeFileException(OfficeFileProblem.Bomb, "The package has too many entries");
    }

    private static OfficeKind Kind(string name) => Path.GetExtension(name.Trim()).ToUpperInvariant() switch
    {
        ".DOCX" => OfficeKind.Document,
        ".XLSX" => OfficeKind.Workbook,
        ".DOCM" or ".XLSM" or ".DOTM" or ".XLTM" or ".XLSB" => throw new OfficeFileException(OfficeFileProblem.Macros, "The name is that of a file with macros"),
        ".DOC" or ".XLS" or ".RTF" => throw new OfficeFileException(OfficeFileProblem.OldFormat, "The name is that of an old format"),
        _ => throw new OfficeFileException(OfficeFileProblem.Extension, "The extension is not taken"),
    };
}
