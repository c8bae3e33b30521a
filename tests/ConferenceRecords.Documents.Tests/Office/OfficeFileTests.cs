using ConferenceRecords.Documents.Office;
using ConferenceRecords.TestSupport.Files;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Office;

public sealed class OfficeFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zip bomb", OfficeFileProblem.Bomb)]
    [InlineData("bomb in the main part", OfficeFileProblem.Bomb)]
    [InlineData("bomb that lies about its size", OfficeFileProblem.Damaged)]
    [InlineData("too many entries", OfficeFileProblem.Bomb)]
    [InlineData("external picture", OfficeFileProblem.ExternalReference)]
    [InlineData("external template", OfficeFileProblem.ExternalReference)]
    [InlineData("linked workbook", OfficeFileProblem.ExternalReference)]
    [InlineData("macro", OfficeFileProblem.Macros)]
    [InlineData("macro by its type", OfficeFileProblem.Macros)]
    [InlineData("macro by its name", OfficeFileProblem.Macros)]
    [InlineData("embedded object", OfficeFileProblem.EmbeddedObject)]
    [InlineData("embedded object by relation", OfficeFileProblem.EmbeddedObject)]
    [InlineData("entities", OfficeFileProblem.Damaged)]
    [InlineData("endless nesting", OfficeFileProblem.Damaged)]
    [InlineData("path out of the package", OfficeFileProblem.Damaged)]
    [InlineData("text with the name of a document", OfficeFileProblem.NotWhatItsNameSays)]
    [InlineData("workbook with the name of a document", OfficeFileProblem.NotWhatItsNameSays)]
    [InlineData("document with the name of a workbook", OfficeFileProblem.NotWhatItsNameSays)]
    [InlineData("other extension", OfficeFileProblem.Extension)]
    [InlineData("no content", OfficeFileProblem.Empty)]
    [InlineData("password", OfficeFileProblem.Encrypted)]
    [InlineData("old format", OfficeFileProblem.OldFormat)]
    [InlineData("cut off", OfficeFileProblem.Damaged)]
    [InlineData("broken part", OfficeFileProblem.Damaged)]
    public void Open_HostileFile_IsRefusedWithItsReason(string file, OfficeFileProblem problem)
    {
        var (name, content) = HostileFiles.All[file]();
        Assert.Equal(problem, Assert.Throws<OfficeFileException>(() => OfficeFile.Open(content, name, Cancel)).Problem);
    }

    [Fact]
    public void Open_TooManyBytes_IsRefused() =>
        Assert.Equal(OfficeFileProblem.TooLarge, Assert.Throws<OfficeFileException>(() => OfficeFile.Open(new byte[OfficeFile.MostBytes + 1], "x.docx", Cancel)).Problem);

    [Fact]
    public void Open_MoreThanTheTotal_IsRefused_ThoughEachPartIsAllowed()
    {
        // Random enough for the ratio, 40 MB each.
        var part = new byte[40 << 20];
        for (var i = 0; i < part.Length; i += 200) BitConverter.TryWriteBytes(part.AsSpan(i), i * 2_654_435_761L);
        var package = Enumerable.Range(0, 6).Aggregate(Package.Document("Một"), (p, i) => p.With($"word/media/{i}.bin", part));
        Assert.Equal(OfficeFileProblem.Bomb, Assert.Throws<OfficeFileException>(() => OfficeFile.Open(package.Bytes(), "x.docx", Cancel)).Problem);
    }

    [Fact]
    public void Open_LinksAndPictures_AreTaken()
    {
        var package = Package.Document("Một").With("word/media/a.png", new byte[100]).Relating("word/document.xml", ("hyperlink", "https://example.org/", true), ("image", "media/a.png", false));
        Assert.Equal(OfficeKind.Document, OfficeFile.Open(package.Bytes(), "Chương trình.DOCX", Cancel).Kind);
    }

    [Fact]
    public void Open_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => OfficeFile.Open(Package.Document("Một").Bytes(), "x.docx", cancel.Token));
    }

    [Fact]
    public void Texts_GivesEveryText_OfEveryPart()
    {
        var package = Package.DocumentOf("<w:p><w:r><w:t>M</w:t></w:r><w:r><w:t>Ậ</w:t></w:r><w:r><w:t>T</w:t><w:br/><w:t>Hai</w:t></w:r></w:p>")
            .With("word/header1.xml", "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>Đầu trang</w:t></w:r></w:p></w:hdr>")
            .With("docProps/core.xml", "<cp xmlns:dc=\"dc\"><dc:title>Tên tệp</dc:title></cp>");
        Assert.Equal(["MẬT\nHai", "Đầu trang", "Tên tệp"], OfficeFile.Open(package.Bytes(), "x.docx", Cancel).Texts());
    }
}
