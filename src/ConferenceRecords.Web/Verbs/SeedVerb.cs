using System.CommandLine;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.Documents.Drafts;

namespace ConferenceRecords.Web.Verbs;

/// <summary><c>seed</c>: enters Conference 12 and the demonstration people, or the reference data alone. Safe to run twice.</summary>
internal static class SeedVerb
{
    /// <summary>Folder of the seed files beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds");

    public static Command Create()
    {
        var reference = new Option<bool>("--reference") { Description = "Chỉ nạp đảng bộ, nhiệm kỳ, cơ quan và nhóm nội dung; dùng được ở mọi môi trường." };
        var command = new Command("seed", "Nạp Hội nghị lần thứ 12 và người dùng minh họa (chỉ ở Development); chạy lại không nạp trùng.") { reference };
        command.SetAction((parsed, cancel) => PortalCommand.WithPortalAsync(scope => RunAsync(scope, parsed.GetValue(reference), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(VerbScope scope, bool reference, CancellationToken cancel)
    {
        if (!reference && !scope.Environment.IsDevelopment())
        {
            await Console.Error.WriteLineAsync("Dữ liệu và tài khoản minh họa chỉ nạp được ở môi trường Development. Để nạp danh mục dùng chung: seed --reference");
            return 1;
        }
        await using var records = scope.NewRecords();
        var seed = new Seed(records, TimeProvider.System);
        var result = reference ? await seed.ReferenceAsync(Folder, cancel) : await DemonstrationAsync(records, cancel);
        Console.WriteLine(result == SeedResult.Entered ? "Đã nạp." : "Dữ liệu đã có từ trước, không thay đổi gì.");
        return 0;
    }

    /// <summary>Enters everything, the demonstration people included.</summary>
    public static Task<SeedResult> DemonstrationAsync(RecordsContext records, CancellationToken cancel) =>
        new Seed(records, TimeProvider.System).DemonstrationAsync(Folder, PastedDraft.Split, cancel);
}
