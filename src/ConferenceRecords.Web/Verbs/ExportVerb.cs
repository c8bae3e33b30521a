using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Web.Exports;
using ConferenceRecords.Web.Hosting;
using ConferenceRecords.Web.OpenData;

namespace ConferenceRecords.Web.Verbs;

/// <summary><c>export</c>: the evidence package of a session, or the whole public side as files. Reads the public's database alone.</summary>
internal static class ExportVerb
{
    // What no page needs to link to is among them.
    private static readonly string[] Beginnings =
        ["/", "/en", "/sitemap.xml", "/robots.txt", "/tin.atom", "/lich.ics", "/hoi-nghi", "/ket-luan", "/chi-tieu", "/tim-kiem", "/du-lieu/chi-tieu.csv", "/du-lieu/nhiem-vu.csv", "/du-lieu/tat-ca.zip", "/api/v1", "/oparl/v1.1"];

    public static Command Create()
    {
        var session = new Option<string?>("--session") { Description = "Phần cố định trong địa chỉ của hội nghị, ví dụ ban-chap-hanh-khoa-xx-lan-12: ghi gói chứng cứ của hội nghị đó; cần --to." };
        var to = new Option<FileInfo?>("--to") { Description = "Tệp .zip sẽ ghi; chưa có sẵn." };
        var folder = new Option<DirectoryInfo?>("--static") { Description = "Thư mục trống: ghi toàn bộ trang công khai thành tệp cho một máy chủ web bất kỳ." };
        var address = new Option<Uri?>("--address") { Description = "Địa chỉ của cổng đối với người đọc, ví dụ https://hoso.example.vn; mặc định là Portal__Address." };
        var json = new Option<bool>("--json") { Description = "In kết quả dạng JSON; tiến độ ra luồng lỗi." };
        var command = new Command("export", "Xuất dữ liệu công khai: gói chứng cứ của một hội nghị (--session, --to) hoặc cả trang công khai (--static).") { session, to, folder, address, json };
        command.Validators.Add(result =>
        {
            var (one, all) = (result.GetValue(session) is not null || result.GetValue(to) is not null, result.GetValue(folder) is not null);
            if (one == all || (one && (result.GetValue(session) is null || result.GetValue(to) is null))) result.AddError("Cần --session và --to, hoặc --static.");
            if (result.GetValue(address) is { } typed && (!typed.IsAbsoluteUri || typed.Scheme is not ("http" or "https"))) result.AddError("--address là một địa chỉ như https://hoso.example.vn.");
        });
        command.SetAction((parsed, cancel) => PortalCommand.WithPortalAsync(
            async scope =>
            {
                var root = parsed.GetValue(address) ?? (Uri.TryCreate(scope.Configuration["Portal:Address"], UriKind.Absolute, out var set) ? set : null)
                    ?? throw new InvalidOperationException("Thiếu địa chỉ của cổng: ghi --address hoặc đặt Portal__Address.");
                var connection = scope.Connections.Publication ?? throw PortalHost.Missing("Publication");
                await using var publication = new PublicationContext(ContextOptions.Publication(connection));
                await using var portal = await InProcessPortal.StartAsync(connection, root, scope.Environment, cancel);
                return parsed.GetValue(folder) is { } target
                    ? await StaticAsync(publication, portal, target, parsed.GetValue(json), cancel)
                    : await SessionAsync(publication, portal, parsed.GetValue(session)!, parsed.GetValue(to)!, parsed.GetValue(json), cancel);
            },
            cancel));
        return command;
    }

    private static async Task<int> SessionAsync(PublicationContext publication, InProcessPortal portal, string slug, FileInfo file, bool asJson, CancellationToken cancel)
    {
        if (file.Exists) throw new InvalidOperationException($"Tệp {file.FullName} đã có. Hãy chọn tên khác.");
        if (await publication.SessionAsync(slug, cancel, history: true) is not { } session) throw new InvalidOperationException($"Chưa công bố gì của hội nghị {slug}.");
        var (withdrawn, made) = (0, file.FullName + ".dang-ghi");
        try
        {
            await using (var stream = File.Create(made)) withdrawn = await new EvidencePackage(publication, portal, Console.Error.WriteLine).WriteAsync(session, stream, cancel);
            File.Move(made, file.FullName);
        }
        finally
        {
            File.Delete(made);
        }
        await using var written = file.OpenRead();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancel));
        if (withdrawn > 0) await Console.Error.WriteLineAsync($"Gói có {withdrawn} tệp của bản đã thu hồi (thư mục withdrawn): không đưa gói này cho công chúng.");
        Console.WriteLine(asJson ? Json(new { file = file.FullName, bytes = written.Length, sha256 = hash, withdrawn }) : $"Đã ghi {file.FullName}: {written.Length} byte, SHA-256 {hash}");
        return 0;
    }

    private static async Task<int> StaticAsync(PublicationContext publication, InProcessPortal portal, DirectoryInfo folder, bool asJson, CancellationToken cancel)
    {
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any()) throw new InvalidOperationException($"Thư mục {folder.FullName} không trống. Hãy chọn thư mục khác.");
        folder.Create();
        var result = await new StaticSite(portal, folder.FullName, files => Console.Error.WriteLine($"Đã ghi {files} tệp...")).WriteAsync(await AddressesAsync(publication, cancel), cancel);
        foreach (var address in result.Broken) await Console.Error.WriteLineAsync($"Có liên kết đến địa chỉ không trả lời: {address}");
        Console.WriteLine(asJson
            ? Json(new { folder = folder.FullName, result.Files, result.Bytes, result.Gone, result.Broken })
            : $"Đã ghi {result.Files} tệp, {result.Bytes} byte vào {folder.FullName}. Khai báo máy chủ web: xem may-chu.txt.");
        return result.Broken.Count == 0 ? 0 : 1;
    }

    /// <summary>Where the site begins: its home, the maps for machines, and every address that a session ever had.</summary>
    public static async Task<List<string>> AddressesAsync(PublicationContext publication, CancellationToken cancel)
    {
        const int AtOnce = 50;
        List<string> addresses = [.. Beginnings];
        for (SessionPlace? place = null; ;)
        {
            var sessions = await publication.SessionsAsync(null, place, AtOnce, cancel, history: true);
            addresses.AddRange(sessions.SelectMany(SessionAddresses.Of));
            if (sessions.Count < AtOnce) return addresses;
            place = new(sessions[^1].Created, sessions[^1].Slug);
        }
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, DataJson.Options);
}
