using System.IO.Compression;
using System.Security;
using System.Text;

namespace ConferenceRecords.TestSupport.Files;

/// <summary>Builds office files part by part, good ones and such as no office program makes.</summary>
public sealed class Package
{
    private const string Types = "application/vnd.openxmlformats-officedocument.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string WordNames = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string SheetNames = $"xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly Dictionary<string, byte[]> parts = [];

    /// <summary>A document with a paragraph for each text.</summary>
    public static Package Document(params string[] paragraphs) => DocumentOf(string.Concat(paragraphs.Select(p => $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(p)}</w:t></w:r></w:p>")));

    /// <summary>A document with this body.</summary>
    public static Package DocumentOf(string body) => new Package()
        .With("[Content_Types].xml", ContentTypes(("/word/document.xml", Types + "wordprocessingml.document.main+xml")))
        .With("_rels/.rels", Relationships(("officeDocument", "word/document.xml", false)))
        .With("word/document.xml", $"<?xml version=\"1.0\"?><w:document {WordNames}><w:body>{body}</w:body></w:document>");

    /// <summary>A workbook whose one sheet has these cells, each a text.</summary>
    public static Package Workbook(params string[][] rows) => WorkbookOf(string.Concat(rows.Index().Select(row =>
        $"<row r=\"{row.Index + 1}\">{string.Concat(row.Item.Index().Where(c => c.Item.Length > 0).Select(c => $"<c r=\"{(char)('A' + c.Index)}{row.Index + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(c.Item)}</t></is></c>"))}</row>")));

    /// <summary>A workbook whose one sheet has these rows, and something behind them.</summary>
    public static Package WorkbookOf(string rows, string behind = "") => new Package()
        .With("[Content_Types].xml", ContentTypes(("/xl/workbook.xml", Types + "spreadsheetml.sheet.main+xml"), ("/xl/worksheets/sheet1.xml", Types + "spreadsheetml.worksheet+xml")))
        .With("_rels/.rels", Relationships(("officeDocument", "xl/workbook.xml", false)))
        .With("xl/workbook.xml", $"<?xml version=\"1.0\"?><workbook {SheetNames}><sheets><sheet name=\"Trang 1\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>")
        .With("xl/_rels/workbook.xml.rels", Relationships(("worksheet", "worksheets/sheet1.xml", false)))
        .With("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\"?><worksheet {SheetNames}><sheetData>{rows}</sheetData>{behind}</worksheet>");

    /// <summary>Adds or replaces a part.</summary>
    public Package With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="With(string, string)"/>
    public Package With(string name, byte[] content)
    {
        parts[name] = content;
        return this;
    }

    /// <summary>Adds relationships to a part: their kind (the end of the type), what they lead to, and whether that lies outside the file.</summary>
    public Package Relating(string part, params (string Kind, string Target, bool External)[] relations)
    {
        var at = part.LastIndexOf('/') + 1;
        return With($"{part[..at]}_rels/{part[at..]}.rels", Relationships(relations));
    }

    /// <summary>Changes a text part.</summary>
    public Package Changing(string name, Func<string, string> change) => With(name, change(Encoding.UTF8.GetString(parts[name])));

    /// <summary>The unpacked bytes of a part.</summary>
    public int Size(string name) => parts[name].Length;

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    private static string ContentTypes(params (string Part, string Type)[] types) =>
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + string.Concat(types.Select(t => $"<Override PartName=\"{t.Part}\" ContentType=\"{t.Type}\"/>")) + "</Types>";

    private static string Relationships(params (string Kind, string Target, bool External)[] relations) =>
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Index().Select(r => $"<Relationship Id=\"r{r.Index}\" Type=\"{Relations}{r.Item.Kind}\" Target=\"{SecurityElement.Escape(r.Item.Target)}\"{(r.Item.External ? " TargetMode=\"External\"" : "")}/>"))
        + "</Relationships>";
}
