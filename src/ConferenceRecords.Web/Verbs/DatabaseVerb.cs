using System.CommandLine;
using System.Security.Cryptography;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Web.Hosting;
using Npgsql;

namespace ConferenceRecords.Web.Verbs;

/// <summary><c>database create</c> and <c>database update</c>: what an operator runs on servers of the own before the portal.</summary>
internal static class DatabaseVerb
{
    public static Command Create()
    {
        var create = new Command("create", "Tạo vai trò và hai cơ sở dữ liệu; cần ConnectionStrings__Administrator và các chuỗi kết nối của cổng.");
        create.SetAction((_, cancel) => PortalCommand.WithPortalAsync(scope => CreateAsync(scope, cancel), cancel));
        var update = new Command("update", "Cập nhật lược đồ và quyền; cần ConnectionStrings__RecordsOwner và ConnectionStrings__PublicationOwner.");
        update.SetAction((_, cancel) => PortalCommand.WithPortalAsync(scope => UpdateAsync(scope, cancel), cancel));
        return new("database", "Cơ sở dữ liệu.") { create, update };
    }

    private static async Task<int> CreateAsync(VerbScope scope, CancellationToken cancel)
    {
        var administrator = scope.Configuration.GetConnectionString("Administrator") ?? throw PortalHost.Missing("Administrator");
        var connections = scope.Connections;
        string?[] all = [connections.RecordsOwner, connections.Records, connections.Publisher, connections.Publication, scope.Configuration.GetConnectionString("Auditor")];
        var strings = all.OfType<string>().Select(s => new NpgsqlConnectionStringBuilder(s)).ToList();

        // A role that no connection string names gets a password nobody knows: it cannot sign in until the operator sets one.
        string PasswordFor(string role) => strings.Find(s => s.Username == role)?.Password ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        var names = new DatabaseNames(
            Database(connections.Records, "Records"), Database(connections.Publication, "Publication"));
        await DatabaseSetup.CreateAsync(administrator, PasswordFor, names, cancel);
        Console.WriteLine($"Đã có vai trò và hai cơ sở dữ liệu {names.Records}, {names.Publication}.");
        return 0;
    }

    private static async Task<int> UpdateAsync(VerbScope scope, CancellationToken cancel)
    {
        var connections = scope.Connections;
        await DatabaseSetup.MigrateAsync(
            connections.RecordsOwner ?? throw PortalHost.Missing("RecordsOwner"), connections.PublicationOwner ?? throw PortalHost.Missing("PublicationOwner"), cancel);
        Console.WriteLine("Lược đồ và quyền đã cập nhật.");
        return 0;
    }

    private static string Database(string? connectionString, string name) =>
        new NpgsqlConnectionStringBuilder(connectionString ?? throw PortalHost.Missing(name)).Database is { Length: > 0 } database ? database : name.ToLowerInvariant();
}
