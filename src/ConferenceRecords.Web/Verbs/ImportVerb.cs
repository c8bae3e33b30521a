using System.CommandLine;
using System.Text.Json;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Documents.OpenData.Packages;
using ConferenceRecords.Web.Exports;
using ConferenceRecords.Web.Hosting;
using ConferenceRecords.Web.OpenData;
using Npgsql;

namespace ConferenceRecords.Web.Verbs;

/// <summary><c>import</c>: takes an evidence package into an instance that has published nothing.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("tệp") { Description = "Gói chứng cứ .zip do lệnh export ghi." };
        var json = new Option<bool>("--json") { Description = "In kết quả dạng JSON." };
        var command = new Command("import", "Nạp gói chứng cứ vào cổng chưa công bố gì; kiểm tra mã SHA-256 của mọi tệp trước, sai một tệp thì không nạp gì.") { file, json };
        command.SetAction((parsed, cancel) => PortalCommand.WithPortalAsync(scope => RunAsync(scope, parsed.GetRequiredValue(file), parsed.GetValue(json), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(VerbScope scope, FileInfo file, bool asJson, CancellationToken cancel)
    {
        if (!file.Exists) throw new InvalidOperationException($"Không có tệp {file.FullName}.");
        await using var publication = new PublicationContext(ContextOptions.Publication(scope.Connections.Publication ?? throw PortalHost.Missing("Publication")));
        if (await publication.PositionAsync(cancel) > 0) throw new InvalidOperationException("Cổng này đã công bố. Chỉ nạp được vào cổng chưa công bố gì.");
        await using var publisher = NpgsqlDataSource.Create(scope.Connections.Publisher ?? throw PortalHost.Missing("Publisher"));
        await using var stream = file.OpenRead();
        try
        {
            var contents = await EvidenceImport.EnterAsync(stream, publisher, cancel);
            Console.WriteLine(asJson
                ? JsonSerializer.Serialize(new { contents.Slug, rows = contents.Rows.Count }, DataJson.Options)
                : $"Đã nạp {contents.Rows.Count} bản công bố, tệp và quyết định thu hồi của {contents.Slug}.");
            return 0;
        }
        catch (PackageException problem)
        {
            throw new InvalidOperationException($"Chưa nạp gì. {Words(problem)}", problem);
        }
        catch (PostgresException problem)
        {
            throw new InvalidOperationException($"Chưa nạp gì. Cơ sở dữ liệu từ chối: {problem.MessageText}", problem);
        }
    }

    private static string Words(PackageException problem) => problem.Fault switch
    {
        PackageFault.TooLarge => $"Gói quá lớn: {problem.Path}",
        PackageFault.BadName => $"Tên trong gói không hợp lệ hoặc trùng: {problem.Path}",
        PackageFault.Extra => $"Gói có tệp không ghi trong danh mục: {problem.Path}",
        PackageFault.Missing => $"Gói thiếu tệp: {problem.Path}",
        PackageFault.Changed => $"Tệp đã bị sửa: {problem.Path}",
        PackageFault.Inconsistent => $"Nội dung gói không khớp nhau: {problem.Path}",
        _ => "Tệp này không phải gói chứng cứ, hoặc đã hỏng.",
    };
}
