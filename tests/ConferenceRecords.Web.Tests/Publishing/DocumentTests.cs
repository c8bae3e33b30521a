using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Files;
using ConferenceRecords.Web.Publishing;
using ConferenceRecords.Web.Tests.Drafts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

/// <summary>The conclusion as a document: its number, its figures, its way through Word, its files.</summary>
public sealed class DocumentTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Answer> NumberAsync(Visitor secretary, Session session, string type, params (string, string)[] values) =>
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("ket-luan"))).Form("Input.Body"), "Cấp số", [("type", type), .. values]);

    [Fact]
    public async Task Number_GoesOnThroughTheTermForEachTypeAndPastWhatWasTyped()
    {
        var (first, second, third) = (await portal.NewSessionAsync(), await portal.NewSessionAsync(), await portal.NewSessionAsync());
        using var secretary = await portal.SignInAsync("thu-ky");

        await NumberAsync(secretary, first, "KL", ("Input.Body", "Đoạn."));
        var symbol = DocumentSymbol.Parse((await portal.ConclusionAsync(first)).Symbol)!;
        Assert.Equal(("KL", "TU"), (symbol.Type, symbol.Issuer));
        var typed = symbol with { Number = symbol.Number + 4 };
        await secretary.SubmitAsync((await secretary.OpenAsync(second.Office("ket-luan"))).Form("Input.Body"), ("Input.Body", "Đoạn."), ("Input.Symbol", $"Số {typed.Number} - kl/tu"));
        Assert.Equal(typed.ToString(), (await portal.ConclusionAsync(second)).Symbol);

        await NumberAsync(secretary, third, "KL", ("Input.Body", "Đoạn."));
        Assert.Equal((typed with { Number = typed.Number + 1 }).ToString(), (await portal.ConclusionAsync(third)).Symbol);
        await NumberAsync(secretary, third, "TB", ("Input.Symbol", ""));
        Assert.Equal("01-TB/TU", (await portal.ConclusionAsync(third)).Symbol);

        var twice = await secretary.SubmitAsync((await secretary.OpenAsync(third.Office("ket-luan"))).Form("Input.Body"), ("Input.Symbol", symbol.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains(first.Title, Assert.Single(twice.Errors), StringComparison.Ordinal);
        var wrong = await secretary.SubmitAsync((await secretary.OpenAsync(third.Office("ket-luan"))).Form("Input.Body"), ("Input.Symbol", "07/KL"));
        Assert.StartsWith("Số, ký hiệu phải có dạng 07-KL/TU", Assert.Single(wrong.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_ThatDifferFromAnIndicator_AreShownInTheEditorAndBeforeThePublication()
    {
        var session = await portal.NewSessionAsync();
        var indicator = new Indicator(Guid.CreateVersion7(), session.Id, 1, new("Giá trị xuất khẩu", 18, "%", "năm 2021", "gần", "tăng"));
        await using (var records = portal.Databases.NewRecords())
        {
            records.Add(indicator);
            await records.SaveChangesAsync(Cancel);
        }
        using var secretary = await portal.SignInAsync("thu-ky");

        var page = await secretary.WriteAsync(session, "Mở đầu.\nGiá trị xuất khẩu tăng 18%.");

        var notice = page.Document.QuerySelector("#so-lieu")!;
        Assert.Contains("Ghi “18%”: từ chỉ mức khác chỉ tiêu “Giá trị xuất khẩu” là gần 18%.", notice.TextContent, StringComparison.Ordinal);
        Assert.NotNull(notice.QuerySelector("a[href$='#doan-2']"));
        Assert.NotNull(notice.QuerySelector($"a[href='/van-phong/chi-tieu/{indicator.Id}']"));
        Assert.Contains("Đoạn 2: Ghi “18%”", (await secretary.OpenAsync(session.Office("cong-bo/ket-luan"))).Words, StringComparison.Ordinal);
        await secretary.WriteAsync(session, "Mở đầu.\nGiá trị xuất khẩu tăng gần 18%.");
        Assert.Null((await secretary.OpenAsync(session.Office("ket-luan"))).Document.QuerySelector("#so-lieu"));
    }

    [Fact]
    public async Task Word_ThereAndBack_ShowsTheDifferenceBeforeAnythingIsStored()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "I. KẾT QUẢ\nGiá trị xuất khẩu tăng gần 18%.\nGiao các cơ quan tham mưu hoàn chỉnh văn bản.");
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("ket-luan/chi-dao"))).Form("Input.Text"), ("Input.Text", "Hoàn chỉnh văn bản"), ("Input.Place", "3"));
        var before = (await portal.ConclusionAsync(session)).Body;
        var file = await (await secretary.GetAsync(session.Office("ket-luan/tep"))).Response.Content.ReadAsByteArrayAsync(Cancel);
        var edited = Edit(file, xml => xml.Replace("gần 18%.", "18%.</w:t></w:r></w:p><w:p><w:r><w:t>Đoạn thêm trong Word.", StringComparison.Ordinal));

        var page = await UploadAsync(secretary, session, edited);

        Assert.Equal(before, (await portal.ConclusionAsync(session)).Body);
        Assert.Equal(["gần"], page.Document.QuerySelectorAll("del").Select(e => e.LastChild!.TextContent.Trim()));
        Assert.Contains("Đoạn thêm trong Word.", page.Document.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        var done = await secretary.SubmitAsync(page.FormWithButton("Lấy nội dung này"), "Lấy nội dung này");
        Assert.Equal((HttpStatusCode.OK, session.Office("ket-luan")), (done.Status, done.Path));
        var conclusion = await portal.ConclusionAsync(session);
        Assert.Equal("I. KẾT QUẢ\nGiá trị xuất khẩu tăng 18%.\nĐoạn thêm trong Word.\nGiao các cơ quan tham mưu hoàn chỉnh văn bản.", conclusion.Body);
        Assert.Equal(4, Assert.Single(conclusion.Directives).ParagraphNumber);

        var dropped = await UploadAsync(secretary, session, file);
        await secretary.SubmitAsync(dropped.FormWithButton("Bỏ tệp này"), "Bỏ tệp này");
        Assert.Equal(conclusion.Body, (await portal.ConclusionAsync(session)).Body);
    }

    [Fact]
    public async Task Word_AFileWithAStamp_LeavesNoTrace()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        var secret = $"Lời không được lưu {Guid.NewGuid():N}";
        var file = Package.Document("MẬT", secret).Bytes();

        var page = await UploadAsync(secretary, session, file);

        Assert.Contains("Không có gì của tệp được lưu", page.Words.Replace("không có gì", "Không có gì", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(await portal.TablesThatHoldAsync(secret, file));
    }

    [Fact]
    public async Task Files_OfAnEdition_AreServedByTheirHashUntilItIsWithdrawn()
    {
        var session = await PublishedAsync("Đoạn một.");
        var address = $"/ket-luan/{session.Slug}/ban/1/tep/ket-luan.docx";
        using var citizen = portal.Visit();
        var answer = await citizen.GetAsync(address);
        var bytes = await answer.Response.Content.ReadAsByteArrayAsync(Cancel);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));

        Assert.Equal((HttpStatusCode.OK, $"\"{hash}\"", "attachment", "nosniff"), (
            answer.Status, answer.Response.Headers.ETag!.Tag, answer.Response.Content.Headers.ContentDisposition!.DispositionType, answer.Response.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains(hash, (await citizen.OpenAsync($"/ket-luan/{session.Slug}")).Words, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { new EntityTagHeaderValue($"\"{hash}\"") } } };
        Assert.Equal(HttpStatusCode.NotModified, (await citizen.SendAsync(again)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync(address.Replace("docx", "doc", StringComparison.Ordinal))).Status);
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Contains("Máy chủ chưa có LibreOffice", (await secretary.OpenAsync(session.Office("ket-luan/cac-tep"))).Words, StringComparison.Ordinal);

        await using (var records = portal.Databases.NewRecords())
        {
            var conclusion = await records.Conclusions.SingleAsync(c => c.SessionId == session.Id, Cancel);
            records.Withdraw(conclusion, session.Slug, "Sai số liệu xuất khẩu.", DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Cancel);
        }
        Assert.True(await Desk.SoonAsync(async () => (await citizen.GetAsync(address)).Status == HttpStatusCode.Gone));
        Assert.Contains("Sai số liệu xuất khẩu.", (await citizen.GetAsync(address)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_WhereLibreOfficeIs_ComesBesideTheEdition()
    {
        var office = new LibreOffice(null);
        Assert.SkipWhen(office.Program is null, "LibreOffice is not installed here");
        var session = await PublishedAsync("Đoạn một của bản PDF.");
        await using var records = portal.Databases.NewRecords();
        await records.QueuePdfsAsync(Cancel);
        var edition = await records.Outbox.SingleAsync(m => m.SessionId == session.Id, Cancel);
        (Guid EditionId, byte[] Bundle)? taken;
        do taken = await records.TakePdfAsync(DateTimeOffset.UtcNow, Cancel);
        while (taken is { } other && other.EditionId != edition.Id);
        Assert.NotNull(taken);
        Assert.Null(await records.TakePdfAsync(DateTimeOffset.UtcNow, Cancel));

        var pdf = await office.ToPdfAsync(ConferenceRecords.Documents.Conclusions.ConclusionDocument.Write(BundleFormat.Read<SessionBundle>(taken.Value.Bundle)), Cancel);

        var text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", text, StringComparison.Ordinal);
        await using var publisher = Npgsql.NpgsqlDataSource.Create(portal.Databases.For("cr_publisher"));
        await new Publisher(records, publisher, TimeProvider.System).AddFileAsync(edition.Id, new("ket-luan.pdf", "application/pdf", pdf), Cancel);
        await records.PdfDoneAsync(edition.Id, DateTimeOffset.UtcNow, Cancel);
        using var citizen = portal.Visit();
        Assert.Contains("ket-luan.pdf", (await citizen.OpenAsync($"/ket-luan/{session.Slug}")).Words, StringComparison.Ordinal);
        Assert.Equal(pdf, await (await citizen.GetAsync($"/ket-luan/{session.Slug}/ban/1/tep/ket-luan.pdf")).Response.Content.ReadAsByteArrayAsync(Cancel));
    }

    private async Task<Session> PublishedAsync(string body)
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, body);
        await using (var records = portal.Databases.NewRecords())
        {
            var conclusion = await records.Conclusions.Include(c => c.Directives).SingleAsync(c => c.SessionId == session.Id, Cancel);
            conclusion.Submit(conclusion.AuthorIds[0]);
            await records.ApproveAsync(conclusion, await records.Users.Where(u => u.UserName == "nguoi-duyet").Select(u => u.Id).SingleAsync(Cancel), DateTimeOffset.UtcNow, Cancel);
            await records.SaveChangesAsync(Cancel);
        }
        using var citizen = portal.Visit();
        Assert.True(await Desk.SoonAsync(async () => (await citizen.GetAsync($"/ket-luan/{session.Slug}")).Status == HttpStatusCode.OK));
        return session;
    }

    private static async Task<Answer> UploadAsync(Visitor secretary, Session session, byte[] file)
    {
        var page = await secretary.UploadAsync((await secretary.OpenAsync(session.Office("ket-luan/word"))).Form("Input.File"), "Input.File", ("ket-luan.docx", file), ("Input.IsNotSecret", "true"));
        for (var i = 0; i < 300 && page.Document.QuerySelector("progress") is not null; i++)
        {
            await Task.Delay(100, Cancel);
            page = await secretary.OpenAsync(page.Path);
        }
        return page;
    }

    private static byte[] Edit(byte[] file, Func<string, string> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var package = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = package.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(package.CreateEntry("word/document.xml").Open());
            writer.Write(edit(xml));
        }
        return stream.ToArray();
    }
}
