using System.Diagnostics;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.TestSupport.Files;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Drafts;

/// <summary>Documents that no office program writes, or that would do something: read as text, or refused.</summary>
public sealed class HostileDraftTests
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Fields_GiveTheirResultOnly()
    {
        var draft = Read(
            Paragraph(Field(" INCLUDETEXT \"file:///etc/passwd\" ", "đã chép")) + Paragraph(Field(" DDEAUTO cmd \"/c calc\" ", "kết quả"))
            + Paragraph(Field(" HYPERLINK \"javascript:alert(1)\" ", "liên kết")) + Paragraph(Field(" TOC \\o ", "Mục lục 1")) + Paragraph("<w:fldSimple w:instr=\"INCLUDEPICTURE http://127.0.0.1:9/x\"><w:r><w:t>ảnh</w:t></w:r></w:fldSimple>")
            + Paragraph(Field("<w:r><w:instrText> IF </w:instrText></w:r>" + Field(" DATE ", "hôm nay"), "trong")));
        Assert.Equal(["đã chép", "kết quả", "liên kết", "ảnh", "trong"], draft.Paragraphs.Select(p => p.Text));
        Assert.Equal("contents=1;fields=3;links=1", draft.LeftOut);
    }

    [Fact]
    public void Field_WithoutEnd_HidesNothing_ButIsRefused() => Refused(Paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>mất</w:t></w:r>") + Paragraph(Run("còn")));

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("đảo \u202Etxt.exe\u202C ngược \u200Bkhoảng", "đảo txt.exe ngược khoảng")]
    [InlineData("Ðảng bộ", "Đảng bộ")]
    [InlineData("ho\u0300a bi\u0300nh", "hòa bình")]
    public void Text_IsPlainAndClean(string written, string read) => Assert.Equal([read], Read(Paragraph(Run(written))).Paragraphs.Select(p => p.Text));

    [Fact]
    public void Letter_CutBetweenRuns_StaysOne()
    {
        var paragraph = Assert.Single(Read(Paragraph(Run("Ho") + "<w:r><w:rPr><w:b/></w:rPr><w:t>\u0300a b\u0129nh</w:t></w:r>")).Paragraphs);
        Assert.Equal(("Hòa bĩnh", "b2-8"), (paragraph.Text, paragraph.Marks));
    }

    [Fact]
    public void StylesInACircle_AndHiddenThroughThem_End()
    {
        var file = Package.DocumentOf(
            "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>ẩn</w:t></w:r></w:p>" + Paragraph("<w:r><w:rPr><w:rStyle w:val=\"C\"/></w:rPr><w:t>cũng ẩn</w:t></w:r>" + Run("hiện")));
        var draft = Read(With(file, "styles", "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:vanish/></w:rPr></w:style>"));
        Assert.Equal(["hiện"], draft.Paragraphs.Select(p => p.Text));
        Assert.Equal("hidden=2", draft.LeftOut);
    }

    [Fact]
    public void Numbers_WithoutEnd_AreCut()
    {
        var file = Package.DocumentOf(string.Concat(Enumerable.Repeat("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>dòng</w:t></w:r></w:p>", 500)));
        var shape = string.Concat(Enumerable.Repeat("%1", 50_000));
        var levels = string.Concat(Enumerable.Repeat($"<w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483647\"/><w:numFmt w:val=\"unheardOf\"/><w:lvlText w:val=\"{shape}\"/></w:lvl>", 5));
        var draft = Read(With(file, "numbering", $"<w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"));
        Assert.Equal(500, draft.Paragraphs.Count);
        Assert.All(draft.Paragraphs, p => Assert.InRange(p.Marker!.Length, 1, 50));
    }

    [Fact]
    public void Footnote_ThatRefersToItself_IsReadOnce()
    {
        var file = Package.DocumentOf(Paragraph(Run("văn bản") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:footnoteReference w:id=\"99\"/></w:r>"));
        var draft = Read(With(file, "footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t>chú thích</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:footnote>"));
        Assert.Equal([(ParagraphKind.Body, "văn bản1"), (ParagraphKind.Footnote, "chú thích")], draft.Paragraphs.Select(p => (p.Kind, p.Text)));
    }

    [Fact]
    public void Tables_InTables_BecomeLines_AndRowsThatAreDeletedGo()
    {
        static string Cell(string content) => $"<w:tc>{content}</w:tc>";
        var inner = Paragraph(Run("trong cùng"));
        for (var depth = 0; depth < 60; depth++) inner = $"<w:tbl><w:tr>{Cell(inner + "<w:p/>")}</w:tr></w:tbl>";
        var body = $"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>{Paragraph(Run("rộng"))}</w:tc></w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Cell(Paragraph(Run("bị xóa")))}</w:tr><w:tr>{Cell(Paragraph(Run("sau")))}{Cell(inner)}</w:tr></w:tbl>";
        var (accepted, original) = (Read(body), Read(body, TrackedText.Original));
        Assert.Equal(["rộng", "sau\ttrong cùng"], accepted.Paragraphs.Select(p => p.Text.TrimEnd('\t')));
        Assert.Equal(["rộng", "bị xóa", "sau\ttrong cùng"], original.Paragraphs.Select(p => p.Text.TrimEnd('\t')));
    }

    [Fact]
    public void ChangesOfSetting_AreReadAsTheyWereOrAre()
    {
        const string Body = "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>chữ</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:ins w:id=\"2\"/></w:rPr></w:pPr><w:r><w:t>đầu </w:t></w:r></w:p><w:p><w:r><w:t>cuối</w:t></w:r></w:p>";
        Assert.Equal([("chữ", "b0-3"), ("đầu", null), ("cuối", null)], Read(Body).Paragraphs.Select(p => (p.Text, p.Marks)));
        Assert.Equal([("chữ", "i0-3"), ("đầu cuối", null)], Read(Body, TrackedText.Original).Paragraphs.Select(p => (p.Text, p.Marks)));
        Assert.Equal(2, Read(Body).Changes);
    }

    [Fact]
    public void OldFonts_AreBroughtToUnicode_AndTold()
    {
        static string Old(string font, string text) => $"<w:r><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr><w:t>{text}</w:t></w:r>";
        var draft = Read(Paragraph(Old(".VnTime", "§¶ng bé")) + Paragraph(Old("VNI-Times", "Ñaûng boä")));
        Assert.Equal(["Đảng bộ", "Đảng bộ"], draft.Paragraphs.Select(p => p.Text));
        Assert.Equal("legacy=2", draft.LeftOut);
    }

    [Fact]
    public void Properties_AreCountedAndNotTaken()
    {
        var draft = Read(Package.Document("văn bản").With("docProps/core.xml", "<?xml version=\"1.0\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Người Minh Họa</dc:creator></cp:coreProperties>")
            .Changing("_rels/.rels", r => r.Replace("</Relationships>", "<Relationship Id=\"rCore\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>", StringComparison.Ordinal))
            .Changing("[Content_Types].xml", t => t.Replace("</Types>", "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>", StringComparison.Ordinal)).Bytes());
        Assert.Equal("properties=1", draft.LeftOut);
    }

    [Theory]
    [InlineData("<w:altChunk r:id=\"r0\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>", "aFChunk")]
    [InlineData("<w:p/>", "image")]
    [InlineData("<w:p/>", "attachedTemplate")]
    public void PartsFromElsewhere_AreRefused(string body, string relation) =>
        Assert.Throws<OfficeFileException>(() => OfficeFile.Open(Package.DocumentOf(body).Relating("word/document.xml", (relation, "http://127.0.0.1:9/x", true)).Bytes(), "x.docx", Cancel));

    [Fact]
    public void MoreParagraphsThanADraftHas_AreRefusedSoon()
    {
        var clock = Stopwatch.StartNew();
        var file = OfficeFile.Open(Package.Document([.. Enumerable.Range(0, 20_000).Select(n => $"Đoạn {n}")]).Bytes(), "x.docx", Cancel);
        Assert.Equal(DraftTextException.TooManyParagraphs, Assert.Throws<DraftTextException>(() => WordDraft.Read(file, cancel: Cancel)).Code);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void Read_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => WordDraft.Read(OfficeFile.Open(Package.Document("Một").Bytes(), "x.docx", Cancel), cancel: new CancellationToken(canceled: true)));

    private static void Refused(string body) => Assert.Equal(OfficeFileProblem.Damaged, Assert.Throws<OfficeFileException>(() => Read(body)).Problem);

    private static FileText Read(string body, TrackedText tracked = TrackedText.Accepted) => Read(Package.DocumentOf(body).Bytes(), tracked);

    private static FileText Read(byte[] file, TrackedText tracked = TrackedText.Accepted) => WordDraft.Read(OfficeFile.Open(file, "x.docx", Cancel), tracked, cancel: Cancel);

    private static string Paragraph(string content) => $"<w:p>{content}</w:p>";

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</w:t></w:r>";

    private static string Field(string instruction, string result) =>
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + (instruction.Contains("<w:r>", StringComparison.Ordinal) ? instruction : $"<w:r><w:instrText xml:space=\"preserve\">{System.Security.SecurityElement.Escape(instruction)}</w:instrText></w:r>")
        + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    /// <summary>A document with one part more.</summary>
    private static byte[] With(Package file, string part, string content) => file
        .With($"word/{part}.xml", $"<?xml version=\"1.0\"?><w:{part} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{content}</w:{part}>")
        .Relating("word/document.xml", (part, $"{part}.xml", false))
        .Changing("[Content_Types].xml", t => t.Replace("</Types>", $"<Override PartName=\"/word/{part}.xml\" ContentType=\"{Types}{part}+xml\"/></Types>", StringComparison.Ordinal)).Bytes();
}
