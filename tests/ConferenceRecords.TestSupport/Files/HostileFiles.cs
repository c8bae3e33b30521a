using System.Text;

namespace ConferenceRecords.TestSupport.Files;

/// <summary>Files that must be refused, each with a name, made anew so that nothing dangerous lies in the repository.</summary>
public static class HostileFiles
{
    /// <summary>The files by what is wrong with them.</summary>
    public static IReadOnlyDictionary<string, Func<(string Name, byte[] Content)>> All { get; } = new Dictionary<string, Func<(string, byte[])>>
    {
        ["zip bomb"] = () => ("bomb.docx", Package.Document("Một").With("word/media/blank.bin", new byte[32 << 20]).Bytes()),
        ["bomb in the main part"] = () => ("bomb.docx", Package.DocumentOf(new string(' ', 32 << 20)).Bytes()),
        ["bomb that lies about its size"] = () => ("bomb.docx", SmallInTheDirectory(Package.DocumentOf(new string(' ', (32 << 20) - Package.DocumentOf("").Size("word/document.xml"))).Bytes())),
        ["too many entries"] = () => ("many.docx", Enumerable.Range(0, 2_100).Aggregate(Package.Document("Một"), (p, i) => p.With($"word/media/{i}.bin", "x")).Bytes()),
        ["external picture"] = () => ("picture.docx", Package.Document("Một").Relating("word/document.xml", ("image", "http://127.0.0.1:9/x.png", true)).Bytes()),
        ["external template"] = () => ("template.docx", Package.Document("Một").Relating("word/settings.xml", ("attachedTemplate", "file:///c:/x.dotm", true)).Bytes()),
        ["linked workbook"] = () => ("linked.xlsx", Package.Workbook(["Một"]).Relating("xl/externalLinks/externalLink1.xml", ("externalLinkPath", "file:///etc/passwd", true)).Bytes()),
        ["macro"] = () => ("macro.docx", Package.Document("Một").With("word/vbaProject.bin", "x").Bytes()),
        ["macro by its type"] = () => ("macro.docx", Package.Document("Một").Changing("[Content_Types].xml",
            t => t.Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal)).Bytes()),
        ["macro by its name"] = () => ("macro.docm", Package.Document("Một").Bytes()),
        ["embedded object"] = () => ("ole.docx", Package.Document("Một").With("word/embeddings/oleObject1.bin", "x").Bytes()),
        ["embedded object by relation"] = () => ("ole.docx", Package.Document("Một").Relating("word/document.xml", ("oleObject", "media/x.bin", false)).Bytes()),
        ["entities"] = () => ("entities.docx", Package.Document("Một").Changing("word/document.xml",
            x => x.Replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", StringComparison.Ordinal).Replace("Một", "&e;", StringComparison.Ordinal)).Bytes()),
        ["endless nesting"] = () => ("deep.docx", Package.DocumentOf(string.Concat(Enumerable.Repeat("<w:p>", 5_000)) + string.Concat(Enumerable.Repeat("</w:p>", 5_000))).Bytes()),
        ["path out of the package"] = () => ("slip.docx", Package.Document("Một").With("../../etc/cron.d/x", "x").Bytes()),
        ["text with the name of a document"] = () => ("text.docx", Encoding.UTF8.GetBytes("1. Một\n2. Hai\n")),
        ["workbook with the name of a document"] = () => ("sheet.docx", Package.Workbook(["Một"]).Bytes()),
        ["document with the name of a workbook"] = () => ("document.xlsx", Package.Document("Một").Bytes()),
        ["other extension"] = () => ("page.html", Encoding.UTF8.GetBytes("<p>Một</p>")),
        ["no content"] = () => ("empty.docx", []),
        ["password"] = () => ("locked.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[500]]),
        ["old format"] = () => ("old.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1_000], .. Encoding.Unicode.GetBytes("WordDocument"), .. new byte[500]]),
        ["cut off"] = () => ("cut.docx", Package.Document("Một", "Hai").Bytes()[..^40]),
        ["broken part"] = () => ("broken.docx", Package.DocumentOf("<w:p>").Bytes()),
        ["formula"] = () => ("formula.xlsx", Package.WorkbookOf("<row r=\"7\"><c r=\"B7\"><f>HYPERLINK(\"http://127.0.0.1:9\")</f><v>1</v></c></row>").Bytes()),
    };

    /// <summary>Writes a small unpacked size over the real one, in the directory and before the data.</summary>
    private static byte[] SmallInTheDirectory(byte[] file)
    {
        ReadOnlySpan<byte> size = BitConverter.GetBytes(32 << 20);
        for (int at; (at = file.AsSpan().IndexOf(size)) >= 0;) BitConverter.GetBytes(100).CopyTo(file, at);
        return file;
    }
}
