using System.Net;
using System.Reflection;
using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Files;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Drafts;

/// <summary>A draft from a file: read in the background, looked at, then stored with its original or not at all.</summary>
public sealed class DraftFileTests(Portal portal) : IClassFixture<Portal>
{
    private const string Name = "Dự thảo báo cáo (lần 2).docx";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WordFile_IsPreviewed_AndStoredOnceWithItsOriginal()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = await FormAsync();
        var file = DraftUploads.Fixture("draft.docx");
        var preview = await secretary.ReadDraftAsync(form, file, @"C:\Hồ sơ\" + Name, ("Input.Note", "Ghi chú từ biểu mẫu"));
        Assert.Equal("BÁO CÁO CHÍNH TRỊ (DỮ LIỆU MINH HỌA)", preview.Document.QuerySelector("#Input_Title")!.TextContent.Trim());
        Assert.Contains("1 lời bàn; 2 đầu trang, chân trang; 1 chỗ có chữ ẩn; 2 địa chỉ liên kết", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Tệp có 6 sửa đổi được theo dõi", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Tốc độ tăng trưởng 7,2% mỗi năm.", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Câu này bị xóa cả đoạn.", (await secretary.OpenAsync(preview.Path + "?doc=goc")).Words, StringComparison.Ordinal);
        Assert.Contains("Tệp chưa lưu xong", (await secretary.OpenAsync(form)).Words, StringComparison.Ordinal);

        // A title that is refused leaves everything on the page.
        var save = preview.Form("Input.Note");
        var refused = await secretary.SubmitAsync(save, "Lưu dự thảo", ("Input.Title", ""), ("Input.Note", "Ghi chú đã sửa"), ("Input.Tracked", "Original"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ghi chú đã sửa", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Câu này bị xóa cả đoạn.", refused.Words, StringComparison.Ordinal);

        (string, string)[] answers = [("Input.Title", "Dự thảo từ tệp"), ("Input.Note", "Ghi chú đã sửa"), ("Input.Tracked", "Original")];
        var draft = await secretary.SubmitAsync(save, "Lưu dự thảo", answers);
        Assert.Equal($"/van-phong/du-thao/{preview.UploadKey()}", draft.Path);
        Assert.Contains("Tốc độ tăng trưởng 6,5% mỗi năm.", draft.Words, StringComparison.Ordinal);
        Assert.Contains(Name, draft.Words, StringComparison.Ordinal);
        Assert.Contains("Không đưa vào văn bản: 1 lời bàn", draft.Words, StringComparison.Ordinal);
        Assert.Contains("Đã lưu", (await secretary.SubmitAsync(save, "Lưu dự thảo", answers)).Words, StringComparison.Ordinal);

        var version = await portal.ReadAsync(r => r.DraftVersions.AsNoTracking().Include(v => v.Paragraphs).SingleAsync(v => v.DraftId == preview.UploadKey(), Cancel));
        Assert.Equal(new VersionFile(FileStore.Key(file), Name, OriginalKind.Word, TrackedText.Original, "comments=1;headers=2;hidden=1;links=2;properties=3"), version.File);
        Assert.Equal((26, "Ghi chú đã sửa"), (version.Paragraphs.Count, version.Note));
        var job = await portal.UploadJobAsync(preview);
        Assert.Equal((ImportState.Entered, null, null, null), (job.State, job.Rows, job.Form, job.File));

        var original = await secretary.GetAsync(draft.Path + "/tep?ban=1");
        Assert.Equal(file, await original.Response.Content.ReadAsByteArrayAsync(Cancel));
        var headers = original.Response.Content.Headers;
        Assert.Equal(("attachment", Name), (headers.ContentDisposition!.DispositionType, headers.ContentDisposition.FileNameStar));
        Assert.Equal(("nosniff", "default-src 'none'; sandbox", "no-store"), (Header(original, "X-Content-Type-Options"), Header(original, "Content-Security-Policy"), Header(original, "Cache-Control")));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(draft.Path + "/tep?ban=2")).Status);
    }

    [Fact]
    public async Task Pdf_BecomesTheNextVersion_AndOneThatSomebodyElseSavedIsNotRunOver()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var draft = await secretary.AddDraftAsync(ItemOf(await FormAsync()), "Dự thảo có bản PDF", send: false);
        var preview = await secretary.ReadDraftAsync(draft + "/ban-moi", DraftUploads.Fixture("pages.pdf"), "ban-2.pdf");
        Assert.Contains("PDF, 3 trang", preview.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dự thảo minh họa, lần", preview.Words, StringComparison.Ordinal);

        await secretary.AddDraftVersionAsync(draft);
        var overtaken = await secretary.SubmitAsync(preview.Form("Input.Note"), "Lưu bản mới", ("Input.Note", "Theo bản in"));
        Assert.Equal(HttpStatusCode.Conflict, overtaken.Status);
        Assert.Contains("Người khác vừa lưu bản 2", overtaken.Words, StringComparison.Ordinal);
        Assert.Equal("Theo bản in", overtaken.Document.QuerySelector("#Input_Note")!.GetAttribute("value"));
        var saved = await secretary.SubmitAsync(overtaken.Form("Input.Note"), "Lưu bản mới");
        Assert.Contains("Nội dung bản 3", saved.Words, StringComparison.Ordinal);
        var id = Guid.Parse(draft.Split('/')[^1]);
        var versions = await portal.ReadAsync(r => r.DraftVersions.AsNoTracking().Where(v => v.DraftId == id).OrderBy(v => v.Ordinal).ToListAsync(Cancel));
        Assert.Equal([null, null, OriginalKind.Pdf], versions.Select(v => v.File?.Kind));
    }

    [Fact]
    public async Task Scan_IsAskedForOnceMore_AndReadAsAFileByItsDelegatesOnly()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var file = DraftUploads.Fixture("scan.pdf");
        var preview = await secretary.ReadDraftAsync(await FormAsync(), file, "ban-chup.pdf", ("Input.Title", "Bản chụp"));
        Assert.Contains("Tệp không có chữ", preview.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SubmitAsync(preview.Form("Input.Note"), "Lưu dự thảo")).Status);
        var draft = await secretary.SubmitAsync(preview.Form("Input.Note"), "Lưu dự thảo", ("Input.IsNotSecret", "true"));
        Assert.Equal(HttpStatusCode.OK, draft.Status);
        Assert.Contains("bản chụp, không có chữ", draft.Words, StringComparison.Ordinal);

        var address = $"/dai-bieu/du-thao/{preview.UploadKey()}/tep";
        using var invited = await portal.SignInAsync("dai-bieu-1");
        using var guest = await portal.SignInAsync("dai-bieu-khach");
        Assert.Equal(HttpStatusCode.NotFound, (await invited.GetAsync(address)).Status);
        await secretary.SubmitAsync((await secretary.OpenAsync(draft.Path + "/gui")).FormWithButton("Gửi đại biểu"));
        var noted = await portal.AuditedAsync("draft.file");
        var read = await invited.GetAsync(address + "?ban=1");
        Assert.Equal(file, await read.Response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(("nosniff", "default-src 'none'; sandbox", "no-store"), (Header(read, "X-Content-Type-Options"), Header(read, "Content-Security-Policy"), Header(read, "Cache-Control")));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await invited.GetAsync($"/dai-bieu/du-thao/{preview.UploadKey()}")).Status);
        Assert.Equal(noted + 1, await portal.AuditedAsync("draft.file"));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("textbox")]
    [InlineData("header")]
    [InlineData("comment")]
    [InlineData("property")]
    [InlineData("original")]
    public async Task StampedFile_IsRefused_AndLeavesNoTrace(string where)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var canary = $"Chim{Guid.NewGuid():N}";
        const string Stamp = "<w:p><w:r><w:t>TUYỆT MẬT</w:t></w:r></w:p>", Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var file = where switch
        {
            "body" => Package.Document(canary, "M Ậ T"),
            "textbox" => Package.DocumentOf($"<w:p><w:r><w:t>{canary}</w:t><w:pict><w:txbxContent>{Stamp}</w:txbxContent></w:pict></w:r></w:p>"),
            "original" => Package.DocumentOf($"<w:p><w:r><w:t>{canary}</w:t></w:r></w:p><w:p><w:del w:id=\"1\"><w:r><w:delText>TỐI</w:delText></w:r><w:r><w:delText> MẬT</w:delText></w:r></w:del></w:p>"),
            "header" => Package.Document(canary).With("word/header1.xml", $"<?xml version=\"1.0\"?><w:hdr {Names}>{Stamp}</w:hdr>"),
            "comment" => Package.Document(canary).With("word/comments.xml", $"<?xml version=\"1.0\"?><w:comments {Names}>{Stamp}</w:comments>"),
            _ => Package.Document(canary).With("docProps/core.xml", "<?xml version=\"1.0\"?><p xmlns:dc=\"x\"><dc:title>Độ mật: Mật</dc:title></p>"),
        };
        var (bytes, versions) = (file.Bytes(), await portal.CountAsync<DraftVersion>());
        var page = await secretary.ReadDraftAsync(await FormAsync(), bytes, $"{canary}.docx", ("Input.Title", canary), ("Input.Note", canary));
        Assert.Contains("Tệp có dấu chỉ độ mật nên bị từ chối", page.Document.QuerySelector(".notice.error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ImportState.Failed, (await portal.UploadJobAsync(page)).State);
        Assert.Empty(await portal.TablesThatHoldAsync(canary, bytes));
        Assert.Equal(versions, await portal.CountAsync<DraftVersion>());
    }

    [Fact]
    public async Task CancelledFile_LeavesNoTrace_AndWaitsForNobodyElse()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var canary = $"Chim{Guid.NewGuid():N}";
        var bytes = Package.Document(canary, "Đoạn hai").Bytes();
        var page = await secretary.ReadDraftAsync(await FormAsync(), bytes, $"{canary}.docx", ("Input.Title", canary), ("Input.Note", canary));
        Assert.Equal(["jobs.imports"], await portal.TablesThatHoldAsync(canary, bytes));
        using (var other = await portal.SignInAsync("nguoi-duyet")) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
        var form = page.Form("Input.Note");
        await secretary.SubmitAsync(page.FormWithButton("Hủy tệp này"));
        Assert.Contains("Đã hủy", (await secretary.SubmitAsync(form, "Lưu dự thảo")).Words, StringComparison.Ordinal);
        Assert.Empty(await portal.TablesThatHoldAsync(canary, bytes));
    }

    [Theory]
    [InlineData("zip bomb", "Tệp nén bất thường")]
    [InlineData("macro", "Tệp có macro")]
    [InlineData("external template", "liên kết đến tệp, ảnh hoặc mẫu bên ngoài")]
    [InlineData("old format", "dạng Word cũ")]
    [InlineData("other extension", "Chỉ nhận tệp Word (.docx) hoặc PDF (.pdf)")]
    [InlineData("no content", "Tệp rỗng")]
    [InlineData("entities", "Tệp hỏng")]
    public async Task HostileFile_IsRefusedOnTheForm_WithWhatWasTyped_AndWithoutAJob(string what, string message)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (name, content) = HostileFiles.All[what]();
        await RefusedAsync(secretary, content, name, message);
    }

    [Fact]
    public async Task OtherRefusals_SayWhatToDo()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        await RefusedAsync(secretary, Package.Workbook(["Một"]).Bytes(), "a.xlsx", "Chỉ nhận tệp Word (.docx) hoặc PDF (.pdf)");
        await RefusedAsync(secretary, DraftUploads.Fixture("draft.docx"), "a.pdf", "không đúng với tên tệp");
        await RefusedAsync(secretary, DraftUploads.Fixture("draft.docx"), "TỐI MẬT.docx", "dấu chỉ độ mật");
        await RefusedAsync(secretary, new byte[26 << 20], "a.pdf", "lớn hơn 25 MB");
        var undeclared = await secretary.UploadAsync((await secretary.OpenAsync(await FormAsync())).Form("Input.File"), "Input.File", ("a.docx", DraftUploads.Fixture("draft.docx")));
        Assert.Contains("Xác nhận tài liệu này không mật", Assert.Single(undeclared.Errors), StringComparison.Ordinal);
        var locked = await secretary.ReadDraftAsync(await FormAsync(), DraftUploads.Fixture("locked.pdf"), "a.pdf");
        Assert.Contains("Tệp có mật khẩu", locked.Document.QuerySelector(".notice.error")!.TextContent, StringComparison.Ordinal);
        var many = await secretary.ReadDraftAsync(await FormAsync(), Package.Document([.. Enumerable.Range(0, 5_001).Select(n => $"Đoạn {n}")]).Bytes(), "a.docx");
        Assert.Contains("Văn bản có hơn 5.000 đoạn", many.Document.QuerySelector(".notice.error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameFile_SentTwice_IsReadOnce()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync(await FormAsync())).Form("Input.File");
        var file = ("a.docx", Package.Document("Một").Bytes());
        var pages = await Task.WhenAll(secretary.UploadAsync(form, "Input.File", file, ("Input.IsNotSecret", "true")), secretary.UploadAsync(form, "Input.File", file, ("Input.IsNotSecret", "true")));
        Assert.Equal(pages[0].Path, pages[1].Path);
        Assert.StartsWith("/van-phong/du-thao/tai-len/", pages[0].Path, StringComparison.Ordinal);
    }

    /// <summary>A body above the buffer of the form's reader would lie in a temporary file before any check.</summary>
    [Fact]
    public void PagesThatTakeFiles_BufferTheWholeBodyInMemory()
    {
        var pages = typeof(SharedText).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(PageModel)) && t.GetProperties().Any(p => p.PropertyType.GetProperties().Any(inner => inner.PropertyType == typeof(IFormFile)))).ToList();
        Assert.True(pages.Count >= 3);
        Assert.All(pages, page => Assert.True(page.GetCustomAttribute<RequestFormLimitsAttribute>() is { } limits && limits.MemoryBufferThreshold >= (Limit(page) ?? 4 << 20), page.Name));
    }

    private static long? Limit(Type page) => page.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(RequestSizeLimitAttribute))?.ConstructorArguments[0].Value as long?;

    private static string Header(Answer answer, string name) => string.Join(' ', answer.Response.Headers.GetValues(name));

    private async Task RefusedAsync(Visitor secretary, byte[] content, string name, string message)
    {
        var jobs = await portal.CountAsync<ImportJob>();
        var answer = await secretary.UploadDraftAsync(await FormAsync(), content, name, ("Input.Title", "Tên còn nguyên"));
        Assert.True(answer.Errors.Count == 1, $"{name}: {answer.Status} {answer.Words}");
        Assert.Contains(message, answer.Errors[0], StringComparison.Ordinal);
        Assert.Contains("Tên còn nguyên", answer.Text, StringComparison.Ordinal);
        Assert.Equal(jobs, await portal.CountAsync<ImportJob>());
    }

    private async Task<string> FormAsync() => $"/van-phong/noi-dung/{(await portal.PlacesAsync()).ItemId}/du-thao/tao";

    private static string ItemOf(string form) => form[..^"/du-thao/tao".Length];
}
