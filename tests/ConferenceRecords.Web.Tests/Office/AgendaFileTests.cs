using System.Collections.Concurrent;
using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Files;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>Files and lists that are refused: the page says what to do, nothing is stored, nothing touches the disk.</summary>
public sealed class AgendaFileTests(Portal portal) : IClassFixture<Portal>, IDisposable
{
    private readonly ConcurrentQueue<string> written = [];
    private readonly List<FileSystemWatcher> watchers = [];

    public static TheoryData<string, string> Hostile => new()
    {
        { "zip bomb", "Tệp nén bất thường" },
        { "bomb that lies about its size", "Tệp hỏng" },
        { "too many entries", "Tệp nén bất thường" },
        { "external picture", "Tệp liên kết đến tệp, ảnh hoặc mẫu bên ngoài" },
        { "linked workbook", "Tệp liên kết đến tệp, ảnh hoặc mẫu bên ngoài" },
        { "formula", "Ô B7 có công thức" },
        { "text with the name of a document", "Nội dung tệp không đúng với tên tệp" },
        { "workbook with the name of a document", "Nội dung tệp không đúng với tên tệp" },
        { "macro", "Tệp có macro" },
        { "embedded object", "Tệp chứa tệp khác bên trong" },
        { "entities", "Tệp hỏng" },
        { "password", "Tệp có mật khẩu" },
        { "old format", "Tệp ở dạng Word hoặc Excel cũ" },
        { "other extension", "Chỉ nhận tệp Word (.docx) hoặc Excel (.xlsx)" },
        { "no content", "Tệp rỗng" },
        { "cut off", "Tệp hỏng" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task HostileFile_IsRefused_AndLeavesNothing(string file, string message)
    {
        var (name, content) = HostileFiles.All[file]();
        await RefusedAsync(name, content, message, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task TooLargeFile_IsRefusedByThePageItself() =>
        await RefusedAsync("lon.docx", new byte[26 << 20], "Tệp lớn hơn 25 MB", HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task StampedFile_IsRefused_WhereverTheStampStands()
    {
        foreach (var package in (Package[])
        [
            Package.Document("1. Một", "TỐI MẬT"),
            Package.Document("1. Một").With("word/header1.xml", "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>M Ậ T</w:t></w:r></w:p></w:hdr>"),
            Package.Document("1. Một").With("docProps/custom.xml", "<p><lpwstr>Độ mật: Mật</lpwstr></p>"),
        ])
        {
            await RefusedAsync("dau.docx", package.Bytes(), "Văn bản có dấu chỉ độ mật", HttpStatusCode.UnprocessableEntity);
        }
        await RefusedAsync("dau.xlsx", Package.Workbook(["STT", "Nội dung"], ["1", "Một"], ["", "MẬT"]).Bytes(), "Văn bản có dấu chỉ độ mật", HttpStatusCode.UnprocessableEntity);
        await RefusedAsync("TỐI MẬT.docx", Package.Document("1. Một").Bytes(), "Văn bản có dấu chỉ độ mật", HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("", "", true, "Dán danh sách hoặc chọn tệp.")]
    [InlineData("1. Một", "", false, "Xác nhận tài liệu này không mật.")]
    [InlineData("1. Một\nTUYỆT MẬT", "", true, "Văn bản có dấu chỉ độ mật")]
    [InlineData("", "<table><tr><td>TỈNH ỦY</td><td>MẬT</td></tr></table><p>1. Một</p>", true, "Văn bản có dấu chỉ độ mật")]
    [InlineData("Nơi nhận:", "", true, null)]
    public async Task PastedText_ThatIsRefused_StaysInTheForm(string text, string html, bool declared, string? message)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.OpenAsync((await portal.PlacesAsync()).Session + "/noi-dung/nhap");
        var before = await portal.RowsOfAllTablesAsync();
        var answer = await secretary.SubmitAsync(page.Form("Source.Text"), ("Source.Text", text), ("Source.Html", html), ("isNotSecret", declared ? "true" : "false"));
        Assert.Equal(before, await portal.RowsOfAllTablesAsync());
        if (message is null) return;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith(message, answer.Errors[0], StringComparison.Ordinal);
        Assert.Equal((text, html), (answer.Value("Source.Text"), answer.Value("Source.Html")));
    }

    [Fact]
    public async Task TooManyRows_AreRefused_WithTheirNumber()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var text = string.Join('\n', Enumerable.Range(1, 301).Select(n => $"{n}. Nội dung {n}"));
        var answer = await secretary.PasteAsync((await portal.PlacesAsync()).Session, text);
        Assert.StartsWith("Danh sách có 301 dòng; mỗi lần nhập được tối đa 300", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreeHundredRows_AreImported()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.NewSessionAsync();
        var text = "I. Thông qua, báo cáo\n" + string.Join('\n', Enumerable.Range(1, 300).Select(n => $"{n}. Nội dung {n} {new string('ộ', 900)}"));
        var answer = await secretary.ImportAsync(await secretary.PasteAsync(session, text));
        Assert.Equal((session, 300), (answer.Path, answer.Document.QuerySelectorAll("li[id^=noi-dung]").Length));
    }

    public void Dispose() => watchers.ForEach(w => w.Dispose());

    private async Task RefusedAsync(string name, byte[] content, string message, HttpStatusCode status)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = (await portal.PlacesAsync()).Session;
        await secretary.OpenAsync(session + "/noi-dung/nhap");
        var before = await portal.RowsOfAllTablesAsync();
        Watch();
        var answer = await secretary.UploadListAsync(session, name, content);
        Assert.Equal(status, answer.Status);
        Assert.StartsWith(message, Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Document.QuerySelectorAll("#Source_File"));
        Assert.Equal(before, await portal.RowsOfAllTablesAsync());
        Assert.Empty(written);
    }

    /// <summary>Where the framework puts what it buffers on the disk.</summary>
    private void Watch()
    {
        var watcher = new FileSystemWatcher(Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath(), "ASPNETCORE_*") { EnableRaisingEvents = true };
        watcher.Created += (_, created) => written.Enqueue(created.FullPath);
        watchers.Add(watcher);
    }
}
