using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.TestSupport.Files;

namespace ConferenceRecords.Benchmarks;

/// <summary>A Word file of a hundred pages (40,000 words with lists, tables, footnotes and tracked changes) against unpacking and parsing its XML alone, and against one half as long.</summary>
internal static class DraftFileRaces
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly string[] Words = "đề nghị rà soát chỉ tiêu kế hoạch đầu tư công giải pháp nguồn vốn nông thôn mới chuyển đổi số giáo dục y tế môi trường".Split(' ');

    public static IEnumerable<Race> All()
    {
        var (half, whole) = (Document(50), Document(100));
        yield return new("Word file of 100 pages, checked and read as a draft, against unpacking and parsing all its XML", () => Read(whole), () => Parse(whole), 45);
        yield return new("Word file of 100 pages against 50 (grows with the text, not with its square)", () => Read(whole), () => Read(half), 3.2);
    }

    private static void Read(byte[] file)
    {
        var draft = WordDraft.Read(OfficeFile.Open(file, "x.docx"));
        if (draft.Paragraphs.Count < 100 || draft.Changes == 0 || draft.Paragraphs[^1].Kind != ParagraphKind.Footnote) throw new InvalidOperationException("The draft was not read");
    }

    private static void Parse(byte[] file)
    {
        using var package = new ZipArchive(new MemoryStream(file));
        foreach (var entry in package.Entries)
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part);
            while (xml.Read()) _ = xml.Value;
        }
    }

    /// <summary>Four hundred words a page: two headings, eight entries of a list, two paragraphs with a footnote, a table of four rows.</summary>
    private static byte[] Document(int pages)
    {
        var (random, body, notes) = (new Random(14), new StringBuilder(), new StringBuilder());
        for (var page = 1; page <= pages; page++)
        {
            body.Append(Paragraph("<w:pStyle w:val=\"H\"/>", Run(random, 8, "<w:b/>")));
            for (var item = 0; item < 8; item++) body.Append(Paragraph($"<w:numPr><w:ilvl w:val=\"{item % 3}\"/><w:numId w:val=\"1\"/></w:numPr>", Run(random, 14, "") + Run(random, 6, "<w:i/>") + Run(random, 8, "")));
            body.Append(Paragraph("", Run(random, 50, "") + string.Create(CultureInfo.InvariantCulture, $"<w:r><w:footnoteReference w:id=\"{page}\"/></w:r><w:ins w:id=\"1\">{Run(random, 10, "")}</w:ins><w:del w:id=\"2\"><w:r><w:delText>bỏ</w:delText></w:r></w:del>")));
            notes.Append(CultureInfo.InvariantCulture, $"<w:footnote w:id=\"{page}\">{Paragraph("", Run(random, 12, ""))}</w:footnote>");
            body.Append("<w:tbl>");
            for (var row = 0; row < 4; row++) body.Append(CultureInfo.InvariantCulture, $"<w:tr>{(row == 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : "")}{string.Concat(Enumerable.Range(0, 4).Select(_ => $"<w:tc>{Paragraph("", Run(random, 5, ""))}</w:tc>"))}</w:tr>");
            body.Append("</w:tbl>");
        }
        const string Levels = "<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:lvlText w:val=\"%1.%2.\"/></w:lvl><w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%3)\"/></w:lvl>";
        (string Part, string Content)[] parts =
        [
            ("styles", "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"),
            ("numbering", $"<w:abstractNum w:abstractNumId=\"0\">{Levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"),
            ("footnotes", notes.ToString()),
        ];
        var package = Package.DocumentOf(body.ToString()).Relating("word/document.xml", [.. parts.Select(p => (p.Part, p.Part + ".xml", false))]);
        foreach (var (part, content) in parts)
        {
            package.With($"word/{part}.xml", $"<?xml version=\"1.0\"?><w:{part} {Names}>{content}</w:{part}>")
                .Changing("[Content_Types].xml", t => t.Replace("</Types>", $"<Override PartName=\"/word/{part}.xml\" ContentType=\"{Types}{part}+xml\"/></Types>", StringComparison.Ordinal));
        }
        return package.Bytes();
    }

    private static string Paragraph(string properties, string runs) => $"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>";

    private static string Run(Random random, int words, string properties) =>
        $"<w:r><w:rPr>{properties}<w:rFonts w:ascii=\"Times New Roman\"/><w:sz w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">{string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]))} </w:t></w:r>";
}
