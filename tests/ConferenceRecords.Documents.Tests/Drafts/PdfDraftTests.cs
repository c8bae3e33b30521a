using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Drafts;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Drafts;

public sealed class PdfDraftTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Read_PagesOfLibreOffice_GivesWholeParagraphs_WithoutHeadAndFoot()
    {
        var text = PdfDraft.Read(File.ReadAllBytes(Fixture.Path("pages.pdf")), cancel: Cancel);
        XNamespace office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        var lines = XDocument.Load(Fixture.Path("pages.fodt")).Descendants(office + "text").Elements().Select(p => p.Value);
        Assert.Equal(lines, text.Draft.Paragraphs.Select(p => $"{p.Marker} {p.Text}"));
        Assert.Equal([ParagraphKind.Heading, ParagraphKind.ListItem], text.Draft.Paragraphs.Select(p => p.Kind).Take(2));
        Assert.All(text.Draft.Paragraphs, p => Assert.True(p.Text.IsNormalized()));
        Assert.Equal((3, "properties=2;running-lines=6"), (text.Draft.Pages, text.Draft.LeftOut));
        Assert.Contains("Dự thảo minh họa, lần 3", text.Texts);
    }

    [Fact]
    public void Read_Scan_HasNoParagraph_AndSaysHowManyPages()
    {
        var text = PdfDraft.Read(File.ReadAllBytes(Fixture.Path("scan.pdf")), cancel: Cancel).Draft;
        Assert.Empty(text.Paragraphs);
        Assert.Equal((1, "empty-pages=1;pictures=1;properties=2"), (text.Pages, text.LeftOut));
    }

    [Theory]
    [InlineData("locked.pdf", OfficeFileProblem.Encrypted)]
    [InlineData("draft.docx", OfficeFileProblem.NotWhatItsNameSays)]
    public void Read_OtherFile_IsRefused(string name, OfficeFileProblem problem) => Refused(File.ReadAllBytes(Fixture.Path(name)), problem);

    [Fact]
    public void Read_HostileFile_IsRefused()
    {
        Refused([], OfficeFileProblem.Empty);
        Refused("%PDF-1.7\nnothing follows"u8.ToArray(), OfficeFileProblem.Damaged);
        Refused(File.ReadAllBytes(Fixture.Path("pages.pdf"))[..2_000], OfficeFileProblem.Damaged);
        Refused(Written("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(x) 3 0 R]>>>>>>", "<</Type/Pages/Kids[]/Count 0>>"), OfficeFileProblem.EmbeddedObject);

        // Pages that are their own parents.
        Refused(Written("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"), OfficeFileProblem.Damaged);
    }

    [Theory]
    [InlineData("FlateDecode", 80 << 20)]
    [InlineData("LZWDecode", 1 << 20)]
    [InlineData("RunLengthDecode", 2 << 20)]
    public void Read_StreamThatUnpacksToTooMuch_IsRefused(string filter, int length)
    {
        using var packed = new MemoryStream();
        if (filter == "FlateDecode")
        {
            using var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            var blanks = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            for (var written = 0; written < length; written += blanks.Length) zlib.Write(blanks);
        }
        else packed.Write(new byte[length]);
        Refused(
            Written(
                "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>",
                $"<</Filter/{filter}/Length {packed.Length}>>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream"),
            OfficeFileProblem.Bomb);
    }

    /// <summary>Whatever bytes are broken: read or refused, and nothing else.</summary>
    [Fact]
    public void Read_FileWithBrokenBytes_IsReadOrRefused()
    {
        var (random, good) = (new Random(4), File.ReadAllBytes(Fixture.Path("pages.pdf")));
        for (var round = 0; round < 40; round++)
        {
            var bytes = (byte[])good.Clone();
            for (var i = 0; i < 60; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                PdfDraft.Read(bytes, cancel: Cancel);
            }
            catch (OfficeFileException refused)
            {
                Assert.True(Enum.IsDefined(refused.Problem));
            }
        }
    }

    [Fact]
    public void Read_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => PdfDraft.Read(File.ReadAllBytes(Fixture.Path("pages.pdf")), cancel: new CancellationToken(canceled: true)));

    private static void Refused(byte[] content, OfficeFileProblem problem) => Assert.Equal(problem, Assert.Throws<OfficeFileException>(() => PdfDraft.Read(content, cancel: Cancel)).Problem);

    /// <summary>A PDF of these objects.</summary>
    private static byte[] Written(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            places.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }
        var start = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        return Encoding.Latin1.GetBytes(text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").ToString());
    }
}
