using ConferenceRecords.Data.Jobs;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Files;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.People;

/// <summary>Lists of people brought to the portal the way a secretary does it.</summary>
internal static class Lists
{
    public const string Page = "/van-phong/dai-bieu/nhap";

    private static readonly string[] Family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Vũ", "Bùi"];
    private static readonly string[] Given = ["An", "Bình", "Cúc", "Dũng", "Đức", "Giang", "Hòa", "Khánh", "Ơn", "Yến"];

    /// <summary>A workbook of fictional people, each of a unit of its own.</summary>
    public static byte[] Workbook(int people) => Package.Workbook(
        [["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Từ ngày", "Tư cách"], .. Enumerable.Range(1, people).Select(Line)]).Bytes();

    public static string[] Line(int n) =>
        [$"{n}", $"{Family[n % Family.Length]} Thử {Given[n % Given.Length]}", "Chuyên viên", $"Đơn vị thử {n}", "05/2020", n % 3 == 0 ? "Ủy viên" : "Khách mời"];

    /// <summary>Sends the form with a file.</summary>
    public static async Task<Answer> UploadAsync(this Visitor secretary, byte[] file, string name = "danh-sach.xlsx", string query = "") =>
        await secretary.UploadAsync((await secretary.OpenAsync(Page + query)).Form("Input.File"), "Input.File", (name, file), ("Input.IsNotSecret", "true"));

    /// <summary>Pastes a table.</summary>
    public static async Task<Answer> PasteAsync(this Visitor secretary, string table, string query = "", params (string Name, string Value)[] values) =>
        await secretary.SubmitAsync((await secretary.OpenAsync(Page + query)).Form("Input.File"), [("Input.Text", table), ("Input.IsNotSecret", "true"), .. values]);

    /// <summary>Loads the page of a list, as a browser without script does, until it was read.</summary>
    public static async Task<Answer> ReadAsync(this Visitor secretary, Answer page)
    {
        Assert.Matches("^/van-phong/dai-bieu/nhap/[0-9a-f-]{36}$", page.Path);
        for (var i = 0; i < 300 && page.Document.QuerySelector("progress") is not null; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await secretary.OpenAsync(page.Path);
        }
        return page;
    }

    public static Guid Key(this Answer page) => Guid.Parse(page.Path.Split('/')[^1].Split('?')[0]);

    public static Task<ImportJob> JobAsync(this Portal portal, Guid id) => portal.ReadAsync(r => r.ImportJobs.AsNoTracking().SingleAsync(j => j.Id == id, Office.Office.Cancel));

    public static Task<int> EnteredAsync(this Portal portal, Guid id) => portal.ReadAsync(r => r.Delegates.CountAsync(d => d.ImportId == id && d.RemovedAt == null, Office.Office.Cancel));

    /// <summary>Lets nobody read the directory until it is disposed of.</summary>
    public static async Task<NpgsqlConnection> HoldDirectoryAsync(this Portal portal)
    {
        var connection = new NpgsqlConnection(portal.Databases.RecordsOwner);
        await connection.OpenAsync(Office.Office.Cancel);
        await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE records.delegates IN ACCESS EXCLUSIVE MODE", connection);
        await command.ExecuteNonQueryAsync(Office.Office.Cancel);
        return connection;
    }
}
