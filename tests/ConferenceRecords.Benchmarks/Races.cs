using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ConferenceRecords.Documents.Agenda;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport.Files;

namespace ConferenceRecords.Benchmarks;

/// <summary>What is promised to be quick, each against a yardstick of the same input.</summary>
internal static class Races
{
    private static readonly KnownCategory[] Categories = [new(Guid.CreateVersion7(), "Cho ý kiến để hoàn thiện trước khi ban hành", "Trước khi ban hành")];

    private static readonly string[] Words = "đề nghị rà soát chỉ tiêu kế hoạch đầu tư công giải pháp nguồn vốn nông thôn mới chuyển đổi số giáo dục y tế môi trường".Split(' ');

    public static IEnumerable<Race> All()
    {
        var reader = new AgendaReader(Categories);
        var (text, twice) = (Agenda(2_000), Agenda(4_000));
        yield return new("Agenda from text: 4,000 lines against 2,000 (grows with the text, not with its square)", () => reader.FromText(twice), () => reader.FromText(text), 3.2);

        var html = $"<table>{string.Concat(Enumerable.Range(1, 4_000).Select(n => $"<tr><td>{n}</td><td>Nội dung thử</td></tr>"))}</table>";
        yield return new("Agenda from HTML: 8,000 rows of tables against 4,000", () => reader.FromHtml(html + html), () => reader.FromHtml(html), 3.2);

        var bytes = People(5_000);
        yield return new("Workbook of 5,000 people, checked and read, against unpacking and parsing its sheet", () => SheetRows.Read(OfficeFile.Open(bytes, "x.xlsx")), () => Parse(bytes), 6);

        var (some, more) = (Opinions(150), Opinions(300));
        yield return new("Near-duplicates among 300 opinions against 150", () => Compare(more), () => Compare(some), 5);

        var opinion = Sentence(new Random(7), 2_000);
        yield return new("Unaccented key of a long text against normalising and lower-casing it", () => VietnameseText.Fold(opinion), () => _ = opinion.Normalize(NormalizationForm.FormD).ToLowerInvariant().Length, 6);
    }

    private static string Agenda(int lines) => string.Concat(Enumerable.Range(1, lines).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}. Nội dung thử số {n} (Sở Tài chính chủ trì)\n")));

    private static byte[] People(int rows) => Package.Workbook(
        [["STT", "Họ và tên", "Chức vụ", "Đơn vị"], .. Enumerable.Range(1, rows).Select(n => (string[])[$"{n}", $"Người Thử {n}", "Bí thư", $"Đơn vị thử {n}"])]).Bytes();

    private static void Parse(byte[] workbook)
    {
        using var package = new ZipArchive(new MemoryStream(workbook));
        using var sheet = package.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var xml = XmlReader.Create(sheet);
        while (xml.Read()) _ = xml.Value;
    }

    private static List<ComparedOpinion> Opinions(int count)
    {
        var random = new Random(12);
        return [.. Enumerable.Range(0, count).Select(_ => new ComparedOpinion(Guid.CreateVersion7(), OpinionKind.Amend, Sentence(random, 30)))];
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static void Compare(List<ComparedOpinion> opinions) => new OpinionSimilarity(opinions).Pairs(opinions.Select(o => o.Id));
}
